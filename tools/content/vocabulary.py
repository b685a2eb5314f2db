"""The names that content and code share: what is said and asked, and what may be commanded.

The code has them as Literals; what one side names and the other does not know is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from skill.dialog import sayings
from skill.dialog.workout.exercise_questions import SET_QUESTIONS
from skill.understanding.heard import AnswerHeard, Command
from skill.understanding.reading import postures
from tools.content.faults.fault import Fault, Faults, suggestion
from tools.content.faults.files import gather
from tools.content.faults.shelf import Filed, Shelf
from tools.content.kinds import CONTENT

STATEMENTS: dict[str, tuple[str, ...]] = {
    "opening": get_args(sayings.OpeningStatement),
    "check": get_args(sayings.CheckStatement),
    "result": get_args(sayings.ResultStatement),
    "topics": get_args(sayings.TopicStatement),
    "coach": get_args(sayings.CoachStatement),
    "bookmark": get_args(sayings.BookmarkStatement),
    "reminders": (*get_args(sayings.ReminderStatement), *get_args(sayings.Phrase)),
    "anywhere": get_args(sayings.AnywhereStatement),
}
"""The statements of each file of `speech/`, as the code names them."""

PROMPTS: tuple[str, ...] = get_args(sayings.Prompt)
"""The prompts, in whichever file of `speech/` they stand."""

COMMANDS: tuple[str, ...] = get_args(Command)
BY_QUESTION = frozenset({"asks_of_it", "rules_out"})
"""Commands that words of another kind make: `set-question` and `rules-out`."""
ORDERED = tuple(id for id in COMMANDS if id not in BY_QUESTION)
ANSWERS: tuple[str, ...] = get_args(AnswerHeard)


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every name that only one side knows, in every language that is offered."""
    for language in shelf.languages:
        scenes = list(shelf.of("speech", language))
        listening = list(shelf.of("listening", language))
        for scene in scenes:
            known = STATEMENTS.get(scene.name, ())
            yield from _unknown(scene, ("statements",), known, "statement")
            yield from _unknown(scene, ("prompts",), PROMPTS, "prompt")
            for id in sorted(set(known) - scene.mapping("statements").keys()):
                yield scene.fault(f"this lacks the statement `{id}`, which the skill says")
        said = {id for scene in scenes for id in scene.mapping("prompts")}
        yield from _lacking(shelf, language, "speech", "prompt", set(PROMPTS) - said)
        yield from _heard(shelf, language, listening, "command", ORDERED)
        yield from _heard(shelf, language, listening, "set-question", SET_QUESTIONS)
        yield from _heard(shelf, language, listening, postures.RULES_OUT, postures.MEANINGS)
        yield from _heard(shelf, language, listening, "answer", ANSWERS)


def _heard(
    shelf: Shelf, language: str, files: list[Filed], kind: str, known: tuple[str, ...]
) -> Iterator[Fault]:
    """Meanings of a kind; `command-set` is a kind of `command`, that counts in a set."""
    names = tuple(id.replace("_", "-") for id in known)
    heard: set[str] = set()
    for file in files:
        for one in file.mapping("meanings"):
            if one == kind or one.startswith(f"{kind}-"):
                heard |= file.mapping("meanings", one).keys()
                yield from _unknown(file, ("meanings", one), names, kind)
    yield from _lacking(shelf, language, "listening", kind, set(names) - heard)


def _unknown(
    file: Filed, path: tuple[str, ...], known: tuple[str, ...], what: str
) -> Iterator[Fault]:
    for id in file.mapping(*path):
        if id not in known:
            message = f"`{id}` is no {what} that the skill knows{suggestion(id, known)}"
            yield file.fault(message, *path, id)


def _lacking(shelf: Shelf, language: str, folder: str, what: str, ids: set[str]) -> Iterator[Fault]:
    for id in sorted(ids):
        place = f"{shelf.top}/words/{language}/{folder}"
        yield Fault(place, 1, f"no file here has words for the {what} `{id}`")


def report(content: Path = CONTENT) -> int:
    """Print every fault; the exit status tells whether there is one."""
    shelf, _ = gather(content)
    found = list(faults(shelf))
    if found:
        print(Faults(found))
    return 1 if found else 0
