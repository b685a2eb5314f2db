"""The commands that README.md and CONTRIBUTING.md tell people to type."""

from __future__ import annotations

import re

from tests.paths import ROOT

PAGES = ("README.md", "CONTRIBUTING.md")

# A fenced block, a span, or an indented line.
CODE = re.compile(r"^```\w*\n((?:.*\n)*?)```|`([^`]+)`|^ {4}(.+)$", flags=re.MULTILINE)
COMMAND = re.compile(r"(make|(\.ci|\.venv[\w-]*/bin)/\S+|python3?|sam|pip)(?= |$)")


def commands() -> tuple[str, ...]:
    """Each once, in the order in which the pages name them."""
    texts = [(ROOT / page).read_text(encoding="utf-8") for page in PAGES]
    return tuple(dict.fromkeys(command for text in texts for command in commands_in(text)))


def commands_in(text: str) -> list[str]:
    """What stands as code in a page of Markdown and begins as a command does."""
    found = []
    for fenced, span, indented in CODE.findall(text):
        lines = fenced.splitlines() or [" ".join(span.split()) or indented]
        code = [re.sub(r"\s+#.*", "", line).strip() for line in lines]
        found += [line for line in code if COMMAND.match(line) and line != "make"]
    return found
