"""Two commands or questions in one sentence, each heard by itself: "count aloud, and slower"."""

from __future__ import annotations

from skill.understanding.anchors import JOINING
from skill.understanding.heard import Command, Heard
from skill.understanding.parts import ASKED, DONE, Parts, telling

OF_BOTH: frozenset[Command | None] = (ASKED | DONE) | frozenset(
    {"next_set", "switch_sides", "own_dose", "no_counting", "unheard", "stop_later"}
)
"""What may stand beside another: all that is asked, and all that is done and goes on."""
SAME: frozenset[Command | None] = frozenset({"harder", "easier", "own_dose"})
"""What says the same thing twice: "it's getting easy, can I do extra"."""
COMMANDS = ("command", "command-set", "set-question")
"""The kinds of words by which something is asked or commanded."""
MOST_LEFT = 2
"""Words of a half that say nothing, at most, where no word joins the two."""


def halves(parts: Parts, words: range) -> list[tuple[int, Heard]]:
    """Both halves of a sentence of which each asks or commands something else; else nothing.

    Of several ways to part it, that counts in which most words say something.
    """
    sentence = parts.reading.sentence
    joins = {sentence.origins[at] for kind in JOINING for at in sentence.places(kind)}
    best: tuple[int, list[tuple[int, Heard]]] = (0, [])
    for cut in sorted(at for at in joins | parts.anchors.begin.keys() if 0 < at < words.stop - 1):
        if cut not in joins and _lies_across(parts, cut):
            continue
        behind = range(cut + (cut in joins), words.stop)
        first, second = parts.hear(range(cut)), parts.hear(behind)
        if not _are_two(first, second, joined=cut in joins):
            continue
        said = len(telling(first)) + len(telling(second))
        if said > best[0]:
            best = said, [(0, first), (cut, second)]
    return best[1]


def _lies_across(parts: Parts, cut: int) -> bool:
    """Whether one command or question begins before a cut and ends behind it: "is it both feet or
    just the one".
    """
    origins = parts.reading.sentence.origins
    found = parts.reading.of(*COMMANDS)
    return any(origins[m.start] < cut <= origins[m.end - 1] for m in found)


def _are_two(first: Heard, second: Heard, *, joined: bool) -> bool:
    if first.command == second.command or {first.command, second.command} <= SAME:
        return False
    if not {first.command, second.command} <= OF_BOTH:
        return False
    if first.danger or second.danger or first.stop_signs or second.stop_signs:
        return False
    return joined or all(
        len(telling(one)) >= len(one.words.split()) - MOST_LEFT for one in (first, second)
    )
