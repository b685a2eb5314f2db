"""The one command line for content, models and measurements: `python -m tools --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import evaluate
from skill.library.load import without_collecting
from tools.content import check, compile, likelihoods, schema, vocabulary
from tools.coverage import page
from tools.models import build
from tools.package import build as package
from tools.package.manifest import Addresses

Subcommand = Callable[[argparse.Namespace], int]


@without_collecting()
def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status is 0 where nothing is wrong."""
    options = _parser().parse_args(arguments)
    command: Subcommand = options.command
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Subcommand, does: str) -> argparse.ArgumentParser:
        of_command = commands.add_parser(name, help=does, description=does)
        of_command.set_defaults(command=command)
        return of_command

    checking = add("check", _check, "Name every fault of content, models and coverage page.")
    checking.add_argument(
        "content", type=Path, nargs="?", help="another content folder, which alone is checked"
    )
    add("models", lambda _: build.write(), "Write the interaction models from the content.")
    add("schemas", lambda _: schema.write(), "Write the content's schemas from the types.")
    add("likelihoods", lambda _: likelihoods.write(), "Count the published cases.")
    add("coverage", lambda _: page.write(), "Write docs/coverage.md, the sheet to sign.")
    compiling = add("compile", _compile, "Write the content as the one file of JSON that ships.")
    compiling.add_argument("file", type=Path, help="the file to write")
    packaging = add("package", _package, "Write the skill package for Amazon's console and tools.")
    packaging.add_argument("--site", help="where the pages of docs/ are to be read, https://...")
    packaging.add_argument("--endpoint", help="the ARN that make deploy printed")
    packaging.add_argument("--skill-id", help="the skill's id, for ASK CLI to update that one")
    evaluating = add("evaluate", evaluate.run, "Measure the interview on patient stories.")
    evaluate.add_options(evaluating)
    return parser


def _check(options: argparse.Namespace) -> int:
    if options.content is not None:
        return check.report(options.content.resolve())
    # All are asked, so that one run names every fault.
    reports = [check.report(), vocabulary.report(), likelihoods.report()]
    return max([*reports, build.report(), page.report()])


def _compile(options: argparse.Namespace) -> int:
    return compile.write(options.file)


def _package(options: argparse.Namespace) -> int:
    addresses = Addresses(site=options.site or None, endpoint=options.endpoint or None)
    return package.write(addresses, options.skill_id or None)


if __name__ == "__main__":
    sys.exit(main())
