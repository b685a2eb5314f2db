"""What is said beside a yes or a no, at every question that looks for a danger."""

from __future__ import annotations

from itertools import product

import pytest

from benchmarks.understand import context_of
from skill.understanding.answers.plainness import REASSURING
from skill.understanding.contexts import ALARM_IS_NO
from skill.understanding.read import read
from tests.row import spread
from tools.content.load import load

NO = ("no but", "no", "no nothing like that but")
YES = ("yes", "yes but", "yep i do and")
DANGERS = {
    "my chest hurts": "breathless-or-chest-pain",
    "i can't breathe properly": "breathless-or-chest-pain",
    "i fainted this morning": "fainted",
    "i'm coughing up blood": "coughs-blood",
    "my toes have gone black": "black-or-dusky-skin",
    "my foot has gone white and cold": "cold-foot",
    "my ankle looks bent": "deformity",
    "the bone is sticking out": "open-wound",
    "i fell off a ladder": "heavy-blow",
    "a car hit me": "heavy-blow",
    "i've wet myself": "bladder-or-bowel",
    "i'm numb between my legs": "saddle-numbness",
    "both legs have gone weak": "weak-both-legs",
    "there's pus coming out": "pus",
    "the redness is spreading up my leg": "spreading-redness",
    "i stepped on a nail": "puncture-or-bite",
    "a dog bit it": "puncture-or-bite",
    "i can't move my toes": "cannot-move-toes",
    "i've got a fever": "fever",
    "one calf is swollen and warm": "calf-swollen-or-warm",
    "i can't lift my foot": "foot-drop",
    "i heard a snap": "sudden-snap",
    "my two legs give out under me": "weak-both-legs",
    "i can't feel it when i sit on the toilet": "saddle-numbness",
    "i went headlong down the stairs": "heavy-blow",
    "an elephant is sitting on me": "breathless-or-chest-pain",
    "i can't even try two steps": "cannot-bear-weight",
}
HARMLESS = (
    "since last tuesday",
    "i'm fine otherwise",
    "my left one",
    "my husband checked",
    "everything's normal apart from that",
    "my breathing is fine",
    "i eat well",
    "i sleep fine",
    "the skin looks normal",
    "i'm forty five",
    "it's getting better",
    "it's been like that for two weeks",
)
QUESTIONS = sorted(
    {
        *(id for id in load().gates if not id.startswith("place-")),
        *(
            id
            for id, words in load().words["en"].red_flags.items()
            if words.ask and load().red_flags[id].asked_as is None
        ),
    }
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_danger_is_never_lost_beside_a_no(question: str) -> None:
    library = load()
    setting = context_of(library, question)
    lost = []
    turn = QUESTIONS.index(question)
    for at, (danger, id) in list(enumerate(DANGERS.items()))[turn % 2 :: 2]:
        no = NO[(at + turn) % len(NO)]  # Each of them beside every danger, at some question.
        heard = read(library.words["en"].lexicon, f"{no} {danger}", setting)
        if not (heard.findings.get(id) or id in heard.danger):
            lost.append(f"{no} {danger}")
    assert not lost


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_fine_beside_it_turns_no_answer_round(question: str) -> None:
    library = load()
    setting = context_of(library, question)
    turned = []
    leads = (*((yes, "no") for yes in YES), *((no, "yes") for no in NO))
    for (lead, answer), beside in spread(5, leads, HARMLESS, QUESTIONS.index(question)):
        heard = read(library.words["en"].lexicon, f"{lead} {beside}", setting)
        if heard.answer == answer:
            turned.append(f"{lead} {beside}")
    assert not turned


STRENGTHENED = (
    "always",
    "all the time",
    "every time",
    "every one of them",
    "absolutely",
    "definitely",
    "for sure",
    "correct",
    "constantly",
    "it is like that all the time",
    "definitely it hurts too much",
    "it's there whatever i do",
)


@pytest.mark.parametrize("question", sorted({*ALARM_IS_NO, *REASSURING}))
def test_a_no_that_worries_is_no_yes_however_it_is_strengthened(question: str) -> None:
    library = load()
    setting = context_of(library, question)
    reassured = []
    for lead, beside in product(("no", "nope", "no no"), STRENGTHENED):
        heard = read(library.words["en"].lexicon, f"{lead} {beside}", setting)
        if heard.answer == "yes":
            reassured.append(f"{lead} {beside}")
    assert not reassured


LEFT_OVER = (
    "no nothing new some {danger} though",
    "no bit of {danger} though",
    "nothing new just the {danger}",
    "no just the {danger}",
    "nope only {danger}",
    "no only a bit of {danger}",
    "no {danger} sometimes though",
    "no {danger} now and then",
    "none of those bar {danger}",
    "no apart from {danger}",
    "no though there's {danger}",
    "no new injury {danger} yes",
    "{danger} yes the rest no",
    "{danger} a bit otherwise no",
    "just the {danger} the rest no",
    "none apart from my {danger}",
)
APART = 4
"""One in so many pairs of question and frame is read: each frame at a quarter of the questions."""
NAMED = {
    "chest pain": "breathless-or-chest-pain",
    "tingling": "tingling",
    "numbness": "numbness",
    "swelling": "swelling",
    "redness": "hot-or-red",
}


@pytest.mark.parametrize("danger", NAMED)
def test_what_is_left_of_a_no_is_never_lost(danger: str) -> None:
    library, id = load(), NAMED[danger]
    lost = []
    shift = list(NAMED).index(danger)
    pairs = product(enumerate(QUESTIONS), enumerate(LEFT_OVER))
    for (at, question), (which, frame) in pairs:
        if (at + which + shift) % APART:
            continue
        say = frame.format(danger=danger)
        heard = read(library.words["en"].lexicon, say, context_of(library, question))
        if not (heard.findings.get(id) or id in heard.danger):
            lost.append((question, say))
    assert not lost


STILL_DENIED = (
    "not a bit of {danger}",
    "no sign of {danger}",
    "no {danger} at all",
    "not even a little {danger}",
    "i haven't had any {danger}",
    "no {danger} only a bruise",
    "no {danger} just a bruise",
    "no {danger} yes it hurts",
    "without any {danger}",
)


@pytest.mark.parametrize("danger", NAMED)
def test_what_is_denied_stays_denied(danger: str) -> None:
    library, id = load(), NAMED[danger]
    said = [frame.format(danger=danger) for frame in STILL_DENIED]
    lexicon, setting = library.words["en"].lexicon, context_of(library, "anything-else")
    told = [say for say in said if read(lexicon, say, setting).findings.get(id)]

    assert not told
