"""Options that page through the results."""

import pytest

from shorthand import sources
from shorthand.aws.command_line.paging import pages, turns_paging_off, without_paging
from shorthand.errors import ShorthandError


def test_an_operation_that_pages() -> None:
    assert pages(sources.aws("acm", "list-certificates"))
    assert not pages(sources.aws("ec2", "create-tags"))


def test_an_undocumented_option_turns_paging_off() -> None:
    command = sources.aws("acm", "list-certificates")
    assert turns_paging_off(command, ["--next-token"])
    assert not turns_paging_off(command, ["--max-items", "--includes"])


def test_an_option_that_a_paging_option_hides_gives_its_member() -> None:
    restored = without_paging(sources.aws("acm", "list-certificates"), ["--max-items"])
    assert {name: option.member for name, option in restored.items()} == {"--max-items": "MaxItems"}


def test_a_paging_option_without_a_member_is_an_error() -> None:
    with pytest.raises(ShorthandError, match="--page-size cannot be given when paging is turned off"):
        without_paging(sources.aws("s3api", "list-objects"), ["--page-size"])
