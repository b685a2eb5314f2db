"""What is asked of one place, and told of none: in no clear words it tells of nowhere else.

Asked whether the calf is swollen, "no, the only swollen thing is my husband" tells of no
swelling at all, and "no, it's numb" is no plain no to numbness between the legs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from skill.understanding.answers.clear_yes import OF_ANOTHER
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.heard import YESES, Heard
from skill.understanding.reading.reading import Reading

ANYWHERE: Mapping[str, frozenset[str]] = {
    "saddle-numbness": frozenset({"numbness", "tingling", "lost-feeling"}),
    "calf-swollen-or-warm": frozenset({"swelling", "hot-or-red"}),
}
"""What is asked of one place, and what it is called anywhere else."""

NEAR = 3
"""Words from an "it" to what is said of it, at most."""


def of_one_place(reading: Reading, heard: Heard) -> Heard:
    """The same without what is told of no place in no clear words, where it is asked about one."""
    parts = [id for id in reading.context.parts if id in ANYWHERE]
    if not parts or reading.context.talk != "check" or not reading.context.asks_yes_or_no:
        return heard  # As mostly.
    named = {id for part in parts for id in ANYWHERE[part] if heard.findings.get(id)}
    if not named or _names_a_place(reading):
        return heard
    asked = {*parts, reading.context.question}
    if heard.answer in YESES or any(map(heard.findings.get, parts)):
        doubted = not asked.isdisjoint(heard.unclear)
        more = sorted(named.difference(heard.unclear))
        return replace(heard, unclear=(*heard.unclear, *more)) if doubted else heard
    gone = named.intersection(heard.unclear) if _names_another(reading) else frozenset()
    denied = any(heard.findings.get(id) is False for part in parts for id in ANYWHERE[part])
    meant = not denied and _is_said_of_it(reading, named - gone)
    return replace(
        heard,
        answer="not_sure" if meant and heard.answer in ("no", "not_really") else heard.answer,
        findings={id: so for id, so in heard.findings.items() if id not in gone},
        unclear=tuple(id for id in heard.unclear if id not in gone),
    )


def _is_said_of_it(reading: Reading, ids: Collection[str]) -> bool:
    """Whether one of these is said of what was asked about: "no, it's numb"."""
    sentence = reading.sentence
    return any(
        sentence.reach(m.start - back, "<it-word>")
        for m in reading.of("finding")
        if m.id in ids
        for back in range(1, min(NEAR, m.start) + 1)
    )


def _names_another(reading: Reading) -> bool:
    """Whether somebody or something else is named that may have it: "only in my bank account"."""
    sentence, every = reading.sentence, range(len(reading.sentence))
    return any(sentence.has(name, every) for name in ("<own>", *OF_ANOTHER))


def _names_a_place(reading: Reading) -> bool:
    """Whether a part of the leg is named, or the place of it: "no, but my toes are numb"."""
    sentence = reading.sentence
    told = any(is_on_the_leg(m.id) for m in reading.of("finding"))
    return told or sentence.has("<limb>", range(len(sentence)))
