"""What is asked and told of a protocol: how long, when to run, and how many questions."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, held, say_in

BEFORE = (
    "the first question before exercise",
    "the question about the person",
    "the question for the step",
)
RUNNING = ("a set-up", "a set", "a rest", "between two parts", "a pause")
LENGTH = (
    "how long does it take",
    "how long will this take",
    "how much time does it take",
    "how long would that take me",
    "how long does it all take",
)
OF_THE_TROUBLE = (
    "how long does it take to heal",
    "how long will it take to get better",
    "how long does the tendon take to heal",
)
MINUTES = {"exercises-in-all", "exercises-to-go", "minutes-to-go", "none-left"}


@pytest.mark.parametrize("part", [*BEFORE, *RUNNING])
def test_bare_how_long_means_the_routine_where_one_is_on(simulator: Simulator, part: str) -> None:
    for said in LENGTH:
        acts = say_in(simulator, part, said)[1]

        assert MINUTES & set(acts), (said, acts)
    for said in OF_THE_TROUBLE:
        acts = say_in(simulator, part, said)[1]

        assert acts[0].startswith("answer:"), (said, acts)


SHIN = ("start the shin routine", "no", "no")
WHEN = ("when may i run", "when can I run again", "when can i start running again", "can i run")


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ((), "runs-from"),
        (("first time",), "runs-from"),
        (("step three", "one"), "runs-from"),
        (("step four", "one"), "runs-here"),
    ],
)
def test_when_to_run_is_told_by_the_step_with_runs(
    simulator: Simulator, step: tuple[str, ...], told: str
) -> None:
    for said in WHEN:
        acts = acts_of(held(simulator, (*SHIN, *step)), said)

        assert acts[:2] == ["answer:anterior-shin-splints/running", told], (said, acts)


def test_the_days_to_the_first_run_are_those_of_the_steps_before_it(simulator: Simulator) -> None:
    for before, days in (((), 27), (("step two", "one"), 17), (("step three", "one"), 7)):
        heard = held(simulator, (*SHIN, *before)).take(Line(say="when may I run"))

        assert f"step 4, in {days} days" in heard.speech


def test_a_routine_without_runs_tells_the_sign(simulator: Simulator) -> None:
    talk = held(simulator, ("start the steadiness routine", "no"))
    heard = talk.take(Line(say="when may I run"))

    assert "on one leg" in heard.speech
    assert "runs-from" not in [str(act) for act in heard.acts]


RATED = ("mild", "moderate", "medium", "slight", "a twinge", "horrible")


@pytest.mark.parametrize("said", RATED)
def test_a_word_for_pain_is_no_yes_between_two_parts(simulator: Simulator, said: str) -> None:
    acts = say_in(simulator, "between two parts", said)[1]

    assert acts[0].startswith("pain-")


@pytest.mark.parametrize("said", ["yes", "okay", "fine", "a bit", "a little", "so so", "good"])
def test_what_rates_no_pain_goes_on_between_two_parts(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "between two parts", said)[1][0] == "resuming"


NO_QUESTIONS = ("skip the questions", "leave out the questions", "stop asking questions")


@pytest.mark.parametrize("said", NO_QUESTIONS)
def test_to_skip_the_questions_leaves_no_exercise_out(simulator: Simulator, said: str) -> None:
    for part in RUNNING:
        acts = say_in(simulator, part, said)[1]

        assert acts[0] == "resuming", part
    assert say_in(simulator, "the question for pain", said)[1][0] == "pain-skipped"


def test_to_skip_the_question_before_a_run_asks_it_once_more(simulator: Simulator) -> None:
    talk = held(simulator, ())
    for said in ("start the shin routine at step four", "no", "no"):
        talk.take(Line(say=said))
    while "safety-walk" not in " ".join(asked := acts_of(talk, "zero")):
        assert talk.session_open, asked

    assert acts_of(talk, "skip the questions") == ["why-safety", "safety-walk-plainer"]
    assert "exercise-next" in acts_of(talk, "skip the run")


OF_WHOM = ("I'm pregnant", "I have diabetes", "I have metal in my leg")


@pytest.mark.parametrize("told", OF_WHOM)
@pytest.mark.parametrize("denied", [0, 1])
def test_who_needs_a_clinicians_word_answers_four_questions(
    simulator: Simulator, told: str, denied: int
) -> None:
    talk, answers = held(simulator, ()), 0
    acts = acts_of(talk, "start the calf routine")
    for said in (*["no"] * denied, told, "yes", "no", "no", "first time"):
        if any(act.startswith("set-up") for act in acts):
            break
        acts, answers = acts_of(talk, said), answers + 1

    assert any(act.startswith("set-up") for act in acts)
    assert answers <= 4
    assert "step-unless-told" in acts


def test_an_early_named_step_is_kept_for_who_needs_a_word(simulator: Simulator) -> None:
    talk = held(simulator, ())
    for said in ("start the calf routine at step three", "no", "I'm pregnant", "yes"):
        acts_of(talk, said)

    acts = acts_of(talk, "no")

    assert "step-unless-told" not in acts


def test_a_step_of_untold_sessions_tells_at_the_end_when_to_name_the_next(
    simulator: Simulator,
) -> None:
    talk = held(simulator, ("start the arch routine", "no", "no", "yes", "step one"))
    acts = acts_of(talk, "zero")
    while talk.session_open:
        acts = acts_of(talk, "zero")

    assert "step-done-until" in acts


@pytest.mark.parametrize(("sessions", "step"), [("four", 2), ("two", 1), ("none", 1)])
def test_the_sessions_of_a_step_are_told_with_it(
    simulator: Simulator, sessions: str, step: int
) -> None:
    talk = held(simulator, ("start the arch routine", "no", "no", "yes"))
    heard = talk.take(Line(say=f"step one, {sessions} sessions"))

    assert f"step {step}" in heard.speech
