"""Deploy a service: nested options with jsonargparse, which also reads them from the environment and from files."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from declarations import Service, Stage, Target, Volume, report
from jsonargparse import ArgumentParser

from shorthand.integrations.jsonargparse import add_help_option, add_option


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="deploy", description="Deploy a service.", default_env=True, env_prefix="DEPLOY")
    parser.add_argument("--config", action="config")
    add_option(parser, "--service", Service, required=True, help="What to run.")
    add_option(parser, "--volumes", list[Volume], default=[], help="Its disks.")
    add_option(parser, "--target", Target, help="Where to run it.")
    add_option(parser, "--labels", dict[str, str], default={}, help="Labels to find it by.")
    add_option(parser, "--notify", list[str], default=[], help="Whom to tell.")
    add_option(parser, "--budget", Decimal, help="The most it may cost.")
    add_option(parser, "--since", datetime, help="When it starts.")
    add_option(parser, "--timeout", timedelta, default="5m", help="How long to wait.")
    add_option(parser, "--stage", Stage, default=Stage.DEV, help="Where it belongs.")
    add_help_option(parser)
    given = parser.parse_args(arguments).as_dict()
    given.pop("config")
    report(**given)


if __name__ == "__main__":
    main()
