"""The shape that the tests of explanations share."""

from shorthand import shapes

JOB = shapes.Structure(
    {
        "Note": shapes.String(),
        "Kind": shapes.String(enum=("Prefix", "List")),
        "Kinds": shapes.List(shapes.String(enum=("Prefix", "List"))),
        "Words": shapes.List(shapes.String()),
        "Count": shapes.Integer(),
        "Flag": shapes.Boolean(),
        "Limits": shapes.Map(shapes.String(enum=("Cpu", "Ram")), shapes.Integer()),
        "Tags": shapes.List(shapes.Structure({"Key": shapes.String(), "Size": shapes.Integer()}, required=("Key",))),
    }
)
