"""What is asked of one place, and told with none: it tells of no other place besides.

Where it is asked whether the calf is swollen, "no, the only swollen thing is my husband" tells of no
swelling, and "no, it's numb" is no plain no to numbness between the legs.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.understanding.answers.clear_yes import YESES
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.heard import Heard
from skill.understanding.reading.reading import Reading

ANYWHERE: Mapping[str, frozenset[str]] = {
    "saddle-numbness": frozenset({"numbness", "tingling", "lost-feeling"}),
    "calf-swollen-or-warm": frozenset({"swelling", "hot-or-red"}),
}
"""What is asked of one place, and what it is called anywhere else."""


def of_one_place(reading: Reading, heard: Heard) -> Heard:
    """The same without what is told of no place, where it is asked about one."""
    parts = [id for id in reading.context.parts if id in ANYWHERE]
    if not parts or reading.context.talk != "check" or not reading.context.asks_yes_or_no:
        return heard  # As mostly.
    named = {id for part in parts for id in ANYWHERE[part] if heard.findings.get(id)}
    if not named or _names_a_place(reading):
        return heard
    asked = {*parts, reading.context.question}
    if heard.answer in YESES or any(map(heard.findings.get, parts)):
        doubted = not asked.isdisjoint(heard.unclear)
        return replace(heard, unclear=(*heard.unclear, *named)) if doubted else heard
    clear = named.difference(heard.unclear)
    answer = "not_sure" if clear and heard.answer in ("no", "not_really", None) else heard.answer
    findings = {id: so for id, so in heard.findings.items() if id not in named}
    unclear = tuple(id for id in heard.unclear if id not in named)
    return replace(heard, answer=answer, findings=findings, unclear=unclear)


def _names_a_place(reading: Reading) -> bool:
    """Whether a part of the leg is named, or the place of it: "no, but my toes are numb"."""
    sentence = reading.sentence
    told = any(is_on_the_leg(m.id) for m in reading.of("finding"))
    return told or sentence.has("<limb>", range(len(sentence)))
