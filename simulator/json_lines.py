"""Talking to the skill line by line, for programs: a line in, a JSON object out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from simulator.conversation import Conversation
from simulator.input_line import LineError, from_text


def talk(conversation: Conversation, lines: Iterable[str], output: TextIO) -> None:
    """Answer each line with an object; a line that cannot be taken with one that has `error`."""
    for text in lines:
        try:
            answer = conversation.take(from_text(text)).as_json()
        except LineError as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), file=output, flush=True)
