"""Where shapes come from."""

from shorthand.sources.command import Command, Option
from shorthand.sources.reference_page import reference_page

__all__ = ["Command", "Option", "reference_page"]
