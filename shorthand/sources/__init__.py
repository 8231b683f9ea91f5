"""Where shapes come from."""

from shorthand.sources.aws_cli import aws
from shorthand.sources.command import Command, Option
from shorthand.sources.json_schema import json_schema
from shorthand.sources.reference_page import reference_page

__all__ = ["Command", "Option", "aws", "json_schema", "reference_page"]
