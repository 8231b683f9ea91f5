"""Shapes of options whose tokens are read and written in different ways."""

from shorthand import shapes

TAG = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()})
TAGS = shapes.List(TAG)
COUNTS = shapes.List(shapes.Integer())
VALUE = shapes.Structure({"Value": shapes.String()})
BARE = shapes.List(shapes.Structure({"Data": shapes.String()}), bare_members=True)
LIMITS = shapes.Map(shapes.String(), shapes.Integer())
