"""What a spoken answer says of the id that was asked."""

from __future__ import annotations

from functools import partial

import pytest

from skill.interview.answers import answer_as_asked, evidence_from, known_from
from skill.interview.interview import Ask, Knowledge, proceed
from skill.interview.matching import next_finding, standing
from skill.library.types import Answer

ALARMED_BY_A_NO = {"cannot-bear-weight", "cannot-move-toes", "under-eighteen"}
"""Asked as "can you …" or "are you eighteen or older"."""


@pytest.mark.parametrize(
    ("id", "said", "meant"),
    [
        ("cannot-bear-weight", Answer.NO, Answer.YES),
        ("cannot-bear-weight", Answer.YES, Answer.NO),
        ("cannot-bear-weight", Answer.KIND_OF, Answer.NOT_REALLY),
        ("cannot-bear-weight", Answer.NOT_REALLY, Answer.KIND_OF),
        ("cannot-bear-weight", Answer.NOT_SURE, Answer.NOT_SURE),
        ("under-eighteen", Answer.YES, Answer.NO),
        ("cannot-move-toes", Answer.NO, Answer.YES),
        ("fever", Answer.YES, Answer.YES),
        ("swelling", Answer.NO, Answer.NO),
        ("infection", Answer.KIND_OF, Answer.KIND_OF),
    ],
)
def test_a_no_alarms_where_the_question_asks_for_the_opposite(
    id: str, said: Answer, meant: Answer, knowledge: Knowledge
) -> None:
    assert answer_as_asked(knowledge.library, id, said) is meant
    assert answer_as_asked(knowledge.library, id, meant) is said


def test_these_questions_alone_are_alarmed_by_a_no(knowledge: Knowledge) -> None:
    flags = knowledge.library.red_flags
    assert {id for id, flag in flags.items() if flag.asked_as is not None} == ALARMED_BY_A_NO


def test_no_flag_behind_a_gate_is_alarmed_by_a_no(knowledge: Knowledge) -> None:
    """A gate asks for what its parts say, so a no must not turn there."""
    behind = {part for gate in knowledge.library.gates.values() for part in gate.opens}
    assert behind.isdisjoint(ALARMED_BY_A_NO)


def test_a_gate_asks_three_things_at_most_save_one_for_places(knowledge: Knowledge) -> None:
    library = knowledge.library
    for id, gate in library.gates.items():
        assert len(gate.opens) <= 3 or gate.opens[0] in library.places, id


def test_no_second_wording_scolds(knowledge: Knowledge) -> None:
    for words in knowledge.library.words.values():
        for kind in (words.red_flags, words.gates):
            for id, said in kind.items():
                assert "yes or no" not in (said.plainer or "").lower(), id


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({"over-65": Answer.YES}, {"over-50": Answer.YES, "under-eighteen": Answer.NO}),
        ({"over-50": Answer.NO}, {"over-65": Answer.NO}),
        ({"over-50": Answer.YES}, {}),
        ({"under-eighteen": Answer.YES}, {"over-65": Answer.NO}),
    ],
)
def test_what_an_age_says_of_another(
    told: dict[str, Answer], known: dict[str, Answer], knowledge: Knowledge
) -> None:
    assert known_from(knowledge.library, told) == told | known


@pytest.mark.parametrize(("answer", "counts"), [(Answer.YES, True), (Answer.NO, False)])
def test_that_somebody_is_grown_is_no_evidence(
    answer: Answer, counts: bool, knowledge: Knowledge
) -> None:
    """How common conditions are is told of grown people, so a child alone is news."""
    evidence = evidence_from(knowledge.library, {"under-eighteen": answer})
    assert ("under-eighteen" in evidence) is counts


def test_what_is_only_told_is_never_asked(knowledge: Knowledge) -> None:
    """Nor is it one of the findings of which some must be heard before anything is named."""
    findings = knowledge.library.findings
    only_told = {id for id, finding in findings.items() if finding.only_told}
    assert {"over-50", "weak-bones", "male"} <= only_told
    assert only_told.isdisjoint(knowledge.plan.for_matching)
    told = dict.fromkeys(knowledge.library.findings.keys() - only_told, Answer.NOT_SURE)
    stands = partial(standing, knowledge.model, told)
    assert next_finding(knowledge.library, knowledge.model, told, 0, 0, stands) is None


TOLD_ONCE: list[tuple[dict[str, Answer], set[str], set[str]]] = [
    (
        {"pain-calf": Answer.YES, "calf-swollen-or-warm": Answer.YES, "swelling": Answer.YES},
        {"infection", "swelling", "clot-signs", "calf-swollen-or-warm"},
        {"breath"},
    ),
    (
        {"pain-outer-ankle": Answer.YES, "severe-pain": Answer.YES},
        {"severity", "severe-pain"},
        {"circulation"},
    ),
    (
        {
            "pain-outer-ankle": Answer.YES,
            "sudden-onset": Answer.YES,
            "recent-twist-or-fall": Answer.NO,
            "sudden-snap": Answer.NO,
        },
        {"injury", "sudden-snap", "recent-twist-or-fall"},
        {"circulation"},
    ),
    (
        {"pain-outer-ankle": Answer.YES, "circulation": Answer.NO},
        {"cold-foot", "numbness", "tingling"},
        {"skin"},
    ),
    (
        {"pain-back-of-heel": Answer.YES, "tendon-history": Answer.YES},
        {"tendon-history", "tendon-medicine"},
        {"quinolone-antibiotic"},
    ),
]
"""What was told, what it leaves nothing to ask of, and what is asked all the same."""


@pytest.mark.parametrize(("told", "spared", "asked"), TOLD_ONCE)
def test_what_was_told_is_not_asked_in_other_words(
    told: dict[str, Answer], spared: set[str], asked: set[str], knowledge: Knowledge
) -> None:
    given, heard = dict(told), ["how-it-began"]
    while isinstance(step := proceed(knowledge, given, heard, heard), Ask):
        heard.append(step.id)
        given[step.id] = Answer.NO
    assert spared.isdisjoint(heard)
    assert asked <= {*heard}
