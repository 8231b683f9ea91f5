"""The command: `shorthand`, or `python -m shorthand`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command, which needs the extra `cli`, and exit with its code."""
    # Imports make many objects and no garbage. Collecting seven times meanwhile would take a tenth of a short run.
    gc.set_threshold(50_000)
    try:
        _run()
    except KeyboardInterrupt:  # while modules are imported
        sys.exit(130)


def _run() -> None:
    try:
        import click  # noqa: F401 -- only to say what is missing
    except ModuleNotFoundError:
        sys.stderr.write("the shorthand command needs click: pip install 'aws-shorthand[cli]'\n")
        sys.exit(2)
    from shorthand.cli.main import run

    run()


if __name__ == "__main__":
    main()
