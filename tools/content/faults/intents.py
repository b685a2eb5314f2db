"""`intents.yaml`: each intent says what it is heard as, with the slots that its samples fill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Filed, Shelf

_SLOT = re.compile(r"\{(\w+)\}")

WITHOUT_WORDS = "AMAZON.FallbackIntent"
"""The intent by which Alexa says that it did not understand."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of what intents stand for, in every language."""
    for language in shelf.languages:
        for file in shelf.of("intents.yaml", language):
            for name in file.mapping("intents"):
                yield from _of_intent(file, name)
            yield from _of_carriers(file)


def _of_intent(file: Filed, name: str) -> Iterator[Fault]:
    heard = file.value("intents", name, "heard")
    if not isinstance(heard, str):
        return
    if not heard and name != WITHOUT_WORDS:
        yield file.fault(
            "it stands for no words, so nothing is understood by it", "intents", name, "heard"
        )
    slots = set(_SLOT.findall(heard))
    for slot in sorted(slots ^ set(file.mapping("intents", name, "slots"))):
        yield file.fault(
            f"the slot `{slot}` must stand both in `heard` and in `slots`", "intents", name
        )
    for index, sample in enumerate(file.texts("intents", name, "samples")):
        for slot in sorted(slots - set(_SLOT.findall(sample))):
            yield file.fault(
                f'"{sample}" lacks {{{slot}}}, so `heard` would have a hole',
                *("intents", name, "samples", index),
            )


def _of_carriers(file: Filed) -> Iterator[Fault]:
    """A slot names one carrier: the request tells nothing else of it."""
    slots: dict[str, str] = {}
    carriers: dict[str, str] = {}
    for intent in file.mapping("carriers"):
        if intent in file.mapping("intents"):
            yield file.fault(
                f"`{intent}` has samples already; give free speech another", "carriers", intent
            )
        for slot in file.mapping("carriers", intent):
            said = str(file.value("carriers", intent, slot))
            for known, what in ((slots, slot), (carriers, said)):
                first = known.setdefault(what, intent)
                if first != intent:
                    message = f"`{what}` is also a carrier of `{first}`; keep one"
                    yield file.fault(message, "carriers", intent, slot)
