"""Whether an annotated utterance was read as it was meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from benchmarks.utterance import AnnotatedUtterance, Terms
from skill.understanding.contexts import Context
from skill.understanding.heard import FAREWELL, Heard

ANSWERS = {"conditional_yes": "only_when"}

ONWARD = frozenset({"go_to", "leave_out"})
ABOUT_SIDES = frozenset({"which_side", "last_side", "one_or_both"})


def _asks_what_now(heard: Heard) -> bool:
    """Whether it is asked after an urgent result what to do; thanks and "slower" ask nothing."""
    return heard.practical not in {None, FAREWELL, "said-simply"}


MEANINGS: Mapping[str, Callable[[Heard], bool]] = {
    # A question about what was told.
    "why_ask": lambda heard: heard.command in {"can_wait", "what_now", "why_care"},
    "why_think": lambda heard: heard.command in {"why_care", "other_fits", "what_i_told"},
    "topic_question": lambda heard: (
        bool(heard.topic or heard.aspect or _asks_what_now(heard))
        or heard.command in {"can_wait", "what_now", "why_care", "other_fits"}
    ),
    "describe_symptoms": lambda heard: (
        bool(heard.findings or heard.course) or heard.since_days is not None
    ),
    "choice": lambda heard: bool(heard.findings or heard.side or heard.body_part or heard.answer),
    "course_told": lambda heard: bool(heard.course),
    "time_told": lambda heard: heard.since_days is not None,
    "number": lambda heard: heard.number is not None,
    "pain_number": lambda heard: heard.number is not None,
    "pain_words": lambda heard: heard.number is not None or heard.hurts,
    "age_told": lambda heard: heard.age is not None,
    "repeat": lambda heard: heard.command == "volume",
    "next": lambda heard: heard.command in {"which_next", "next_set", "enough_sets", *ONWARD},
    "skip": lambda heard: heard.command in {"skip_questions", *ONWARD},
    "previous": lambda heard: heard.command == "go_back_to",
    "time_available": lambda heard: heard.minutes is not None,
    "hurts": lambda heard: heard.hurts or heard.command in ("should_i_stop", "may_i_go_on"),
    "danger": lambda heard: bool(heard.danger or heard.stop_signs),
    "call_help": lambda heard: "call-help" in heard.danger,
    "self_harm": lambda heard: "self-harm" in heard.danger,
    "emergency_words": lambda heard: (
        "call-help" in heard.danger or (bool(heard.danger) and "self-harm" not in heard.danger)
    ),
    "other_body_part": lambda heard: bool(heard.body_part),
    # The annotations know no questions for a side.
    "which_exercise": lambda heard: heard.command in {*ABOUT_SIDES, "asks_of_it"},
    "how_to": lambda heard: heard.command in {*ABOUT_SIDES, "asks_of_it"},
    "how_many_left": lambda heard: heard.detail in {"length", "dose"},
    "how_often": lambda heard: heard.command == "next_time",
    "easier": lambda heard: heard.command == "less_load",
    "out_of_domain": lambda heard: heard.command == "another_service",
    "start_exercise": lambda heard: (
        bool(heard.exercise or heard.routine or heard.exercises) or heard.command == "my_exercises"
    ),
}
"""What an annotation may say that a sentence means, and whether that was heard."""
"""Answers that annotations name in another way."""

SOFT = ("yes", "kind_of", "not_really", "not_sure", "only_when", "skip", "out_of_domain")
"""Meanings at a safety question that are unsafe to read as a plain no."""

TURNED = {"can-bear-weight": "cannot-bear-weight", "can-move-toes": "cannot-move-toes"}
"""What is asked for by its opposite, to which the answer tells it as well."""

COURSE = {"getting-worse", "getting-better", "comes-and-goes"}
IMPLIED = COURSE | {
    "old-sprain",
    "place-ankle",
    "place-foot",
    "place-leg",
    "place-heel",
    "over-50",
    "over-65",
    "under-eighteen",
    "over-six-weeks",
    "can-bear-weight",
    "along-achilles-tendon",
    "at-ball-of-foot",
    "tender-ankle-bone",
    "tender-midfoot-bone",
    "tendon-swollen",
    "calf-pain-explained",
    "deep-ache",
    "fast-swelling",
    "lump-on-tendon",
    "many-injuries",
    "first-steps-worst",
    "bone-lump",
    "outer-leg-high",
    "clot-told",
    "dull-ache",
    "cannot-bear-weight",
    "not-a-runner",
    "tendon-medicine",
    "tendon-history",
    "joints-elsewhere",
    "joint-infection-risk",
    "head-injury",
    "feels-unwell",
    "immune-weak",  # Of chemotherapy and of long steroids, which are listed as what they are.
    "weight-loss",
    "heel-shoe-rubs",
    "hurts-lifting-toes",
    "male",
}
"""Findings that follow from others, or for which the annotations have no term."""


class Verdict(StrEnum):
    """How a reading compares with what was meant."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSAFE = "unsafe"
    NOT_HEARD = "not heard"


NO_FACTS = ("topic_question", "danger", "emergency_words", "hurts", "child", "someone_else")
"""Meanings whose sentences name something that the annotations do not list as a fact: what a
question is about, or the danger, the hurt or the complaint itself."""


def judge(
    one: AnnotatedUtterance,
    heard: Heard,
    setting: Context,
    terms: Terms,
    implies: Mapping[str, tuple[str, ...]],
) -> tuple[Verdict, str]:
    """The verdict, and what speaks against the reading."""
    meanings = _meanings(one, heard, setting)
    wanted = {one.means, *one.also}
    if "also ok:" in one.note:
        wanted |= {word.strip() for word in one.note.split("also ok:")[1].split(";")[0].split(",")}
    faults = []
    if not wanted & meanings:
        faults.append(f"means {one.means}, read as {', '.join(sorted(meanings)) or 'nothing'}")
    faults += _findings(one, heard, setting, terms, implies)
    faults += _values(one, heard)
    if not faults:
        return Verdict.RIGHT, ""
    why = "; ".join(faults)
    if one.critical and _unsafe(one, heard, wanted, terms):
        return Verdict.UNSAFE, why
    nothing = not meanings and not heard.findings
    return (Verdict.NOT_HEARD if nothing else Verdict.WRONG), why


def _meanings(one: AnnotatedUtterance, heard: Heard, setting: Context) -> set[str]:
    """What was heard, in the annotations' words, with what was heard beside it by itself."""
    meanings = {meaning for meaning, is_meant in MEANINGS.items() if is_meant(heard)}
    if heard.answer:
        meanings.add({v: k for k, v in ANSWERS.items()}.get(heard.answer, heard.answer))
    meanings |= {word for word in (heard.command, heard.person) if word}
    for part in heard.beside:
        meanings |= _meanings(one, part, setting)
    if heard.findings and one.means == "danger":
        meanings.add("danger")
    if setting.coaching and heard.answer == "yes":
        meanings.add("ready")
    if meanings - {"choice"} or heard.danger:
        return meanings
    return {"out_of_domain"} & {one.means, *one.also}


def _findings(
    one: AnnotatedUtterance,
    heard: Heard,
    setting: Context,
    terms: Terms,
    implies: Mapping[str, tuple[str, ...]],
) -> list[str]:
    faults = []
    known: set[str] = set(setting.parts)
    known |= {id for term in one.perhaps for id, _ in terms.get(term, ())}
    for term, true in one.findings.items():
        ids = terms.get(term)
        if ids is None:
            continue
        known |= {id for id, _ in ids}
        if true:
            said = any(heard.findings.get(id) is positive for id, positive in ids)
            asked = {*setting.parts, *(TURNED.get(part) for part in setting.parts)}
            answered = heard.answer and any(id in asked for id, _ in ids)
            if not said and not answered:
                faults.append(f"{term} was not heard")
        else:
            both = {id for t, so in one.findings.items() if so for id, _ in terms.get(t, ())}
            if not both & {id for id, _ in ids} and all(
                heard.findings.get(id) is positive for id, positive in ids
            ):
                faults.append(f"{term} was denied")
    known |= {follows for id in known for follows in implies.get(id, ())}
    if known & {"heavy-blow", "puncture-or-bite", "sudden-snap", "old-sprain"}:
        known.add("recent-twist-or-fall")
    if "calf-swollen-or-warm" in known:
        known |= {"pain-calf", "swelling", "hot-or-red"}
    invented = [
        id
        for id, true in heard.findings.items()
        if true and id not in known and id not in IMPLIED and one.means not in NO_FACTS
    ]
    if invented:
        faults.append(f"made up: {', '.join(invented)}")
    return faults


def _values(one: AnnotatedUtterance, heard: Heard) -> list[str]:
    faults = []
    if one.since_days is not None:
        got = heard.since_days
        if got is None or abs(got - one.since_days) > max(3, 0.35 * one.since_days):
            faults.append(f"since {one.since_days} days, read as {got}")
    number = one.number if one.number is not None else one.slots.get("number")
    if number is not None and one.means.startswith("pain") and heard.number != int(number + 0.5):
        faults.append(f"number {number}, read as {heard.number}")
    for name in ("course", "side", "minutes", "age", "person"):
        want = getattr(one, name)
        if want is not None and getattr(heard, name) != want:
            faults.append(f"{name} {want}, read as {getattr(heard, name)}")
    return faults


def _unsafe(one: AnnotatedUtterance, heard: Heard, wanted: set[str], terms: Terms) -> bool:
    no_is_the_alarm = one.asked == "can-bear-weight"
    if one.means == "no" and heard.answer == "yes" and no_is_the_alarm:
        return True
    soft = one.means in (*SOFT, "conditional_yes") and not no_is_the_alarm
    if soft and heard.answer == "no" and "no" not in wanted:
        return True
    if one.means in ("danger", "emergency_words", "self_harm", "call_help"):
        return not heard.danger and not heard.stop_signs and not heard.findings
    if one.means in ("child", "someone_else") or "child" in wanted:
        return heard.person is None and heard.age is None
    if one.means == "describe_symptoms":
        lost = [
            t
            for t, true in one.findings.items()
            if true and t in terms and not any(heard.findings.get(i) is p for i, p in terms[t])
        ]
        return bool(lost) and len(lost) == sum(one.findings.values())
    return False
