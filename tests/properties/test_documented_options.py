"""Round trips of documented options, through us and through the AWS CLI: from value to text, and from text to value."""

from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import shapes, sources, testing
from shorthand.codec.scalars import lift_scalar
from shorthand.shapes import Shape, resolved
from tests.aws.awscli_pages import as_html, documented_arguments, operation, page_source
from tests.conftest import REAL_PAGE

OPERATIONS = [
    ("sagemaker", "create-auto-ml-job"),
    ("dynamodb", "put-item"),
    ("elbv2", "create-rule"),
    ("lambda", "create-function"),
    ("cloudwatch", "put-metric-alarm"),
    ("firehose", "put-record-batch"),
    ("ec2", "create-fleet"),
]


@cache
def page(service: str, name: str) -> sources.Command:
    return sources.reference_page(as_html(page_source(operation(service, name))))


@cache
def arguments(service: str, name: str) -> dict[str, Any]:
    return documented_arguments(operation(service, name))


OPTIONS = [
    pytest.param(service, name, option, id=f"{name}{option}")
    for service, name in OPERATIONS
    for option, read in page(service, name).options.items()
    # A flag has no tokens, and some options stand for no member of the input.
    if not isinstance(read.shape, shapes.Boolean) and option in arguments(service, name)
]


def aws_reads(service: str, name: str, option: str, tokens: list[str]) -> Any:
    """Return the value that the AWS CLI makes of the tokens, before it validates it."""
    argument = arguments(service, name)[option]
    parameters: dict[str, Any] = {}
    argument.add_to_params(parameters, tokens if argument.argument_model.type_name == "list" else tokens[0])
    (value,) = parameters.values()
    return value


def converted(value: Any, shape: Shape) -> Any:
    """Return the value with the types that the AWS CLI leaves out where it wraps one item as a list."""
    shape = resolved(shape)
    if isinstance(shape, shapes.Structure) and isinstance(value, dict):
        return {key: converted(item, shape.members[key]) for key, item in value.items()}
    if isinstance(shape, shapes.List):
        return [converted(item, shape.member) for item in (value if isinstance(value, list) else [value])]
    if isinstance(shape, shapes.Map) and isinstance(value, dict):
        return {key: converted(item, shape.value) for key, item in value.items()}
    return lift_scalar(value, shape) if isinstance(value, str) else value


@pytest.mark.parametrize(("service", "name", "option"), OPTIONS)
@settings(max_examples=40)
@given(data=st.data())
def test_value_to_text_to_value(service: str, name: str, option: str, data: st.DataObject) -> None:
    shape = page(service, name).options[option].shape
    value = data.draw(testing.values(shape))
    if isinstance(shape, shapes.Scalar):
        # A whole option of one word cannot fall back to JSON.
        assume(not str(value).startswith(("file://", "fileb://")))
    tokens = shorthand.dumps_option(value, shape)
    assert shorthand.loads_option(tokens, shape) == value
    assert aws_reads(service, name, option, tokens) == value
    testing.assert_round_trip(value, shape)


@pytest.mark.parametrize(("service", "name", "option"), OPTIONS)
@settings(max_examples=40)
@given(data=st.data())
def test_text_to_value_to_text(service: str, name: str, option: str, data: st.DataObject) -> None:
    shape = page(service, name).options[option].shape
    text = data.draw(testing.texts(shape))
    value = shorthand.loads_option([text], shape)
    assert converted(aws_reads(service, name, option, [text]), shape) == value
    written = shorthand.dumps_option(value, shape)
    assert shorthand.loads_option(written, shape) == value
    assert shorthand.dumps_option(shorthand.loads_option(written, shape), shape) == written


def test_the_options_of_the_page_are_among_them() -> None:
    tried = {param.values[2] for param in OPTIONS if param.values[1] == "create-auto-ml-job"}
    given = sources.reference_page(REAL_PAGE.read_text("utf-8")).options if REAL_PAGE.exists() else ["--tags"]
    # A flag has no tokens.
    assert tried >= set(given) - {"--generate-candidate-definitions-only"}
