"""What a rule looks at, found by watching it."""

from __future__ import annotations

from functools import cache

from skill.interview.rules import RULES
from skill.library.types import Answer

Ids = frozenset[str]


class _Watched(dict[str, Answer]):
    """Answers that remember what was read of them."""

    read: set[str]

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.read.add(key)
        return super().get(key, default)


@cache
def read_by(rule: str) -> Ids:
    """What a rule looks at: found by answering, both ways, whatever it turns to next."""
    found: set[str] = set()
    todo: list[dict[str, Answer]] = [{}]
    tried: set[frozenset[tuple[str, Answer]]] = set()
    while todo:
        watched = _Watched(todo.pop())
        watched.read = set()
        RULES[rule](watched)
        found |= watched.read
        for id in watched.read - watched.keys():
            for grade in (Answer.YES, Answer.NO):
                longer = {**watched, id: grade}
                mark = frozenset(longer.items())
                if mark not in tried:
                    tried.add(mark)
                    todo.append(longer)
    return frozenset(found)
