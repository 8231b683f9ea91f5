"""The example commands of the AWS CLI, each wrapped in a script: every finding is explained."""

import pytest

from tests.aws.example_commands import EXAMPLES
from tests.lint.shipped_examples import lint_examples

SERVICES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())


@pytest.mark.parametrize("initial", sorted({service[0] for service in SERVICES}))
def test_every_finding_is_explained(initial: str) -> None:
    unexplained: list[str] = []
    count = 0
    for service in SERVICES:
        if service.startswith(initial):
            found = lint_examples(service)
            count += found.examples
            unexplained += found.unexplained
    assert unexplained == []
    assert count > 0
