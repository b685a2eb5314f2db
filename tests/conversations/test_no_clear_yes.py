"""At a question for a danger what is no clear yes is asked about once; a clear yes never is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.assessment import assess
from skill.library.types import YESES, Answer, Care
from tests.conversations.in_the_check import knowledge, say

TWISTED = {"pain-outer-ankle": True, "under-eighteen": False, "recent-twist-or-fall": True}
GREW = {"pain-outer-ankle": True, "under-eighteen": False, "injury": False}
CALF = {**GREW, "pain-calf": True}

QUESTIONS = (
    ("circulation", TWISTED, "numb"),
    ("cold-foot", TWISTED, "cold"),
    ("injury-shape", TWISTED, "bent"),
    ("deformity", TWISTED, "crooked"),
    ("skin", GREW, "black"),
    ("black-or-dusky-skin", GREW, "black"),
    ("infection", GREW, "hot"),
    ("hot-or-red", GREW, "red"),
    ("breath", CALF, "short of breath"),
    ("saddle-numbness", {**GREW, "back-pain": True}, "numb"),
)
"""Questions for a danger, what was told before, and the danger as it is said to be."""

HARMLESS = (
    "{} only between the ears, pal",
    "{}? only my pride",
    "{} just my wallet",
    "no, the only thing {} is my husband",
    "{} only when it's a hundred and five out",
    "no, it was {} when I was potting but it washed off",
    "both a bit {}, always were",
    "no, that would be my mammy who's {}",
    "{} maybe, between the ears",
    "no {}, I'd love to be {} in this weather",
)
CLEAR = (
    "yes",
    "yeah it is {}",
    "it's {}",
    "quite {}",
    "it's {} and my wife is worried",
    "it's {} and it scares me",
    "my husband noticed it's {}",
    "it's gone {}",
    "it was fine yesterday but now it's {}",
    "no, but now it's {}",
)
UNCLEAR = ("it's {} no joke", "only a bit {}", "it's {} if anything", "maybe {}")


def _asked(question: str, told: dict[str, bool]) -> State:
    given = {id: Answer.YES if so else Answer.NO for id, so in told.items()}
    return State(
        pending="question", asking=question, asked=(question,), given=given, alarms=(), mine=True
    )


def _parts(question: str) -> set[str]:
    gate = knowledge().library.gates.get(question)
    return {question, *(gate.opens if gate else ())}


def _raised(before: State, after: State) -> int:
    """The rank of the gravest care that is called for since."""
    library = knowledge().library
    old = assess(library, before.given).flags
    new = [care for id, care in assess(library, after.given).flags.items() if id not in old]
    return max((care.rank for care in new), default=0)


def _is_told(question: str, reply: Reply) -> bool:
    assert reply.state is not None
    return any(reply.state.given.get(id) in YESES for id in _parts(question))


@pytest.mark.parametrize("says", HARMLESS)
@pytest.mark.parametrize(("question", "told", "word"), QUESTIONS)
def test_what_is_no_clear_yes_sends_nobody_in_and_a_no_ends_it(
    question: str, told: dict[str, bool], word: str, says: str
) -> None:
    before = _asked(question, told)
    after = say(before, says.format(word, word)).state
    assert after is not None
    assert _raised(before, after) < Care.SAME_DAY.rank
    for _ in range(2):
        if after.asking in _parts(question):
            ended = say(after, "no").state
            assert ended is not None
            after = ended
    assert after.asking not in _parts(question)
    assert _raised(before, after) < Care.SAME_DAY.rank


@pytest.mark.parametrize(("question", "told", "word"), QUESTIONS)
def test_a_clear_yes_counts_at_once(question: str, told: dict[str, bool], word: str) -> None:
    asked = _asked(question, told)
    doubted = [one for one in CLEAR if not _is_told(question, say(asked, one.format(word)))]

    assert not doubted


@pytest.mark.parametrize(("question", "told", "word"), QUESTIONS)
def test_a_yes_that_was_doubted_counts_once_it_is_said_again(
    question: str, told: dict[str, bool], word: str
) -> None:
    asked, lost = _asked(question, told), []
    for one in UNCLEAR:
        reply = say(asked, one.format(word))
        after = reply.state
        assert after is not None
        if not _is_told(question, reply):
            again = say(after, "yes")
            if after.asking not in _parts(question) or not _is_told(question, again):
                lost.append(one)

    assert not lost


def test_what_is_put_once_more_counts_in_the_same_words() -> None:
    asked = replace(_asked("deformity", TWISTED), unsure=("deformity",))

    assert _is_told("deformity", say(asked, "bent, only my ankle"))
    assert _is_told("deformity", say(asked, "only a bit bent"))


def test_what_counted_already_is_not_asked_about_again() -> None:
    told = {**TWISTED, "hot-or-red": True}
    after = say(_asked("numbness", told), "no, only the hot skin, as I said").state

    assert after is not None
    assert after.given["hot-or-red"] is Answer.YES


@pytest.mark.parametrize(
    ("question", "told", "says"),
    [
        ("circulation", TWISTED, "they are both like blocks of ice, always were"),
        ("cold-foot", TWISTED, "always cold, my feet, both of them"),
        ("hot-or-red", GREW, "no, it's the same colour and same warmth as the other one"),
        ("black-or-dusky-skin", GREW, "no, it's pink as a salmon, like the other one"),
        ("hip-pain", {**TWISTED, "over-65": True}, "no hurt in the hip or anywhere but the ankle"),
        ("head-injury", {**TWISTED, "over-65": True}, "no, I landed on my bottom, padded"),
        ("head-or-thinner", TWISTED, "no, it's only my sister on the warfarin"),
        ("under-eighteen", TWISTED, "thirty-eight going on eighty"),
        ("injury", {"under-eighteen": False}, "nothing, old age, I'm held together with string"),
    ],
)
def test_what_is_alike_or_of_another_raises_nothing(
    question: str, told: dict[str, bool], says: str
) -> None:
    before = _asked(question, told)
    after = say(before, says).state

    assert after is not None
    assert _raised(before, after) == 0


ABOUT_ITSELF = (
    ("hip-pain", "my hips were both done, neither one hurts"),
    ("hip-pain", "both hips are new and fine"),
    ("head-injury", "my head is as hard as ever, didn't touch it"),
)
"""A no that names the part that is asked about."""


@pytest.mark.parametrize(("question", "says"), ABOUT_ITSELF)
def test_the_part_that_is_asked_about_is_no_other_part(question: str, says: str) -> None:
    after = say(_asked(question, {**TWISTED, "over-65": True}), says).state

    assert after is not None
    assert after.given[question] is Answer.NO


@pytest.mark.parametrize("question", ["spine", "saddle-numbness"])
def test_what_is_said_of_the_place_that_is_asked_about_is_asked_once_more(question: str) -> None:
    after = say(_asked(question, {**GREW, "back-pain": True}), "no, it's numb").state

    assert after is not None
    assert after.asking in _parts(question)
    assert _parts(question).isdisjoint(after.given)


OF_NO_PLACE = (
    ("saddle-numbness", "numbness", "the only numbness I got is my mum shouting at me"),
    ("saddle-numbness", "numbness", "numb just my wallet"),
    ("clot-signs", "swelling", "no, the only swollen thing is my husband"),
    ("clot-signs", "swelling", "no, it's not swollen, it's the weather that's swollen"),
)


@pytest.mark.parametrize(("question", "named", "says"), OF_NO_PLACE)
def test_what_another_has_is_told_of_no_other_place(question: str, named: str, says: str) -> None:
    asked = _asked(question, {**CALF, "back-pain": True})
    after = say(asked, says).state
    kept = say(asked, f"no, but my ankle has some {named}").state

    assert after is not None
    assert after.given.get(named) not in YESES
    assert kept is not None
    assert kept.given.get(named) in YESES


def test_what_stands_by_itself_is_clear_whoever_is_named_beside_it() -> None:
    assert _is_told(
        "circulation", say(_asked("circulation", TWISTED), "my foot is numb and the dog is barking")
    )


def test_a_sore_that_healed_is_asked_about_once_more() -> None:
    told = {**GREW, "diabetes": True, "foot-wound": True}
    after = say(
        _asked("circulation", told), "there is no sore now, it healed up forty years ago"
    ).state

    assert after is not None
    assert "foot-wound" not in after.given
