"""The command: `shorthand`, or `python -m shorthand`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command; it needs the extra `cli`."""
    # Imports make many objects and no garbage; looking for it seven times would take a tenth of a short run.
    gc.set_threshold(50_000)
    try:
        import click  # noqa: F401 -- only to say what is missing
    except ModuleNotFoundError:
        sys.stderr.write("the shorthand command needs click: pip install 'aws-shorthand[cli]'\n")
        sys.exit(2)
    from shorthand.cli.main import run

    run()


if __name__ == "__main__":
    main()
