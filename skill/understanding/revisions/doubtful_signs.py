"""Answers to a danger that may mean none, or no denial: each is asked once more."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.complaint import without
from skill.understanding.findings import reservations
from skill.understanding.gist import Gist
from skill.understanding.grammar.polarity import AT_REST, Holds
from skill.understanding.reading.counter_questions import UNKNOWN_WORD
from skill.understanding.reading.reading import Reading
from skill.understanding.revisions.sense import Sense

SEVERE = "severe-pain"
BYSTANDER = "bystander"
"""Who looked at the leg of who is hurt, and says what is the matter."""


def of_an_unknown_word(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """Who asks what a word of a safety question means has denied nothing: "what is bladder? no"."""
    if not (reading.has(UNKNOWN_WORD) and reading.context.grave and reading.context.parts):
        return sense
    asked = reading.context.parts
    facts = {id: so for id, so in sense.told.facts.items() if so or id not in asked}
    denies = sense.answer in (None, "no", "not_really")
    answer = "not_sure" if denies else sense.answer
    return replace(sense, told=replace(sense.told, facts=facts), answer=answer)


def of_more_than_ever(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What was never so before, or is so "all right", is denied by no such words: it is asked once
    more.
    """
    context, sentence = reading.context, reading.sentence
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    if not looks_for_one or sense.answer not in (None, "no", "not_really"):
        return sense
    every = range(len(sentence))
    ends = [m for m in reading.of("finding") if sentence.reach(m.end, "<all-right>")]
    ends = [m for m in ends if m.end + sentence.reach(m.end, "<all-right>") == len(sentence)]
    meant = any(m.id in context.parts for m in ends)
    if sentence.reach(0, "<no-word>") and not sentence.reach(0, "<never-so>"):
        return sense
    if not (meant or sentence.has("<never-so>", every)):
        return sense
    facts = {id: so for id, so in sense.told.facts.items() if so or id not in context.parts}
    return replace(sense, told=replace(sense.told, facts=facts), answer="not_sure")


def of_passing(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What ice or a run may have made is put once more, more plainly."""
    passing = reservations.passing(reading, sense.answer, sense.told.facts)
    if passing is None:
        return sense
    return replace(sense, told=without(sense.told, passing), answer="not_sure")


def of_doubt(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """A yes to a danger in words that may mean none is asked once more."""
    doubted, told = reservations.doubt(reading, main.told, sense.answer), sense.told
    for id in doubted.without:
        told = without(told, id)
    return replace(sense, told=told, answer=doubted.answer)


def of_load_alone(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is agony under load and nothing at rest may be severe or not: "agony when I run, but at
    rest it's nothing".
    """
    facts = sense.told.facts
    if "<yes-word>" in reading.sentence.classes:
        return sense
    loaded = any(so and id.startswith("worse-") for id, so in facts.items())
    eased = any(m.id == AT_REST for m in reading.of("no-at", "denial"))
    eased = eased and not facts.get(AT_REST) and SEVERE in reading.context.parts
    if not (facts.get(SEVERE) and loaded and eased) or facts.get("getting-worse"):
        return sense
    told = without(sense.told, SEVERE)
    told.facts.setdefault(AT_REST, False)
    return replace(sense, told=told, answer="not_sure")


def of_hearsay(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What somebody at hand says of who is hurt is asked about once more, whatever "no" stands
    before it: "no, my husband says I blacked out".
    """
    context = reading.context
    looks_for_one = context.grave and context.asks_yes_or_no and not context.alarm_is_no
    if not looks_for_one or sense.answer not in (None, "no", "not_really"):
        return sense
    seen_by = [m for m in reading.of("not-a-person") if m.id == BYSTANDER]
    if any(
        one.holds is Holds.SUPPOSED
        and one.id in context.parts
        and any(m.end <= one.match.start for m in seen_by)
        for one in main.told
    ):
        return replace(sense, answer="not_sure")
    return sense


def of_no_denial(reading: Reading, main: Gist, sense: Sense) -> Sense:
    """What is only hoped, or was well before, is not denied: a danger is asked about once more."""
    undenied = reservations.undenied(reading, main.told)
    if undenied is None:
        return sense
    for id in undenied.of:
        if sense.told.facts.get(id) is False:
            del sense.told.facts[id]
    asks_again = undenied.leaves_open and sense.answer not in ("yes", "kind_of")
    return replace(sense, answer="not_sure") if asks_again else sense
