"""Everything that the skill can say or conclude is said or concluded somewhere.

What is not met by the exhaustive safety walk, by every event in every kind of state, or by
patients drawn from the content, fails by name. What is known to be out of reach by design
stands here by name too, and fails once it is no longer so. A finding that no sampled belief made
worth a question is reached by being volunteered; the run lists it by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skill.dialog.events import Said
from skill.dialog.reply import Act
from skill.dialog.state import State
from skill.dialog.step import step
from skill.interview import safety_plan
from skill.library.types import Care
from tests.paths import CONTENT
from tests.slow.walk.completeness import NEVER_ASKED, Met
from tests.slow.walk.knowledge import ASKED_FLAGS, CONDITIONS, KNOWLEDGE, LIBRARY, WORDS
from tests.yaml_file import plain

JOINTS = {"join-two", "join-three", "join-more"}
"""Join names inside other statements, and so are never acts."""

SIDES = ("", "-left", "-right")
HEARD_IN_A_SET = {
    *("wait-now", "rest-now", "still-paused", "switch-to-left", "switch-to-right"),
    *("count-three", "count-two", "count-one"),
    *("count-repetition", "count-seconds", "count-held", "count-minutes"),
    *("count-left", "count-minutes-left", "count-hold"),
    *(f"{line}{side}" for line in ("get-ready", "set-soon", "last-set") for side in SIDES),
    *("beside-first", "beside-set"),
}
"""Said at a time of their own within a set or a pause, and so are never acts."""

NOT_LISTENED_FOR = {
    *("still-paused", "count-repetition", "beside-first", "beside-set"),
    *("switch-to-left", "get-ready-right", "set-soon-right", "last-set-right"),
}
"""Said beside a set, or only to who is sore on the right alone."""

SAID_ON_FAILURE = {"failure", "failure-closed"}
"""Said at the edge alone, when an exception was raised: see tests/alexa."""

CALLS_FOR_NO_CARE = {
    id
    for id, flag in LIBRARY.red_flags.items()
    if flag.rule is None and flag.care is Care.SELF_CARE
}
"""They say something about the person, to other flags, and are never a reason for care alone."""

ONLY_VOLUNTEERED = {"back-pain", "night-pain"}
"""Their questions raise no care any more: a weak foot and pain at rest, before them, did."""

ASKED_IN_PASSING = {
    id for id in LIBRARY.gates if safety_plan.is_place_gate(LIBRARY, LIBRARY.gates[id])
}
"""Where it hurts is not asked again in plainer words: any answer will do."""


SAID_IN_STORIES = {
    *("pain-told-over", "pain-told-before", "safety-today-since"),
    *("rest-later", "another-service"),
    *("none-that-way", "none-left-that-way", "needs-clearance-if-so"),
    *("rest-longer-later", "runs-from", "runs-here", "step-done-until", "step-unless-told"),
    *("question-first", "last-question", "one-question-left", "questions-left"),
    *("alarm-stands", "shown-too", "again-ambulance", "plainest-answer", "no-clear-answer"),
    "could-not-make-sure",
    *("told-of-side-left", "told-of-side-right", "told-of-side-both"),
    *("load-see-clinician", "run-see-clinician", "named-so", "named-second", "named-otherwise"),
    "named-less",
    *("no-sign-of-a-tear", "tear-not-told"),
    *(
        "stop-settled",
        "stop-settled-seen",
        "to-safety-one",
        "to-safety-few",
        "clinician-saw",
        "false-alarm-heart",
    ),
    *("second-place", "reminders-deleted-too", "not-yet", "about-you", "first-is-easy"),
    *("made-harder-load", "made-easier-load", "made-easier-bare", "comes-as", "then-come"),
    *("asked-shoes", "asked-support", "asked-one-leg", "asked-edge", "asked-toes", "asked-run"),
    *("asked-there", "asked-rests", "asked-rate", "asked-swap", "asked-no-kit", "asked-at-offer"),
    *("asked-floor",),
    *("only-left", "only-right", "harder-once", "both-share", "both-in-turn"),
    *("how-it-began-and-goes", "how-it-began-only"),
    *(
        "needs-word",
        "word-noted",
        "word-allows",
        "sets-enough",
        "first-is-easy",
        "clinician-word",
        "safety-person-besides",
        "how-much-pain",
        "pain-skipped",
    ),
    *("safety-person-others", "safety-person-older", "hold-on", "without-kit", "no-coach-yet"),
    *("one-at-a-time", "part-injury", "part-chest", "part-leg", "part-rest", "part-age"),
    *("part-pregnant", "part-diabetes", "part-metal", "part-surgery", "part-antibiotic"),
    *("was-easiest", "pain-easier-next-time"),
    *("first-emergency", "first-same-day"),
    *("care-help-called", "help-called", "closing-help-called", "closing-help-here"),
    *("closing-goes-emergency", "closing-calls-emergency", "closing-goes-same-day"),
    "closing-goes-see-clinician",
    *("heals-emergency", "heals-same-day", "pills-emergency", "pills-same-day"),
    *("false-alarm", "false-alarm-over", "safety-today-rest", "taken-back", "step-named"),
    *("left-on-side", "left-of-hold", "then-other-side", "sets-after", "sets-to-follow"),
    *("is-last-set", "paused-left", "paused-right", "paused-hold-left", "paused-hold-right"),
    *("volume", "count-stays", "instead-of-chair", "instead-of-mat"),
    *("pain-keep-again", "pain-keep-often", "was-done-before", "stays-stopped"),
    *(
        "none-kept",
        "none-kept-yet",
        "next-time",
        "diabetic-feeling",
        "feeling-in-both-feet",
        "sore-after",
    ),
    *("if-it-hurts", "if-it-hurts-at-all", "may-stop-at-all", "safety-bone", "safety-bone-plainer"),
    *("safety-today-bone", "safety-walk", "safety-walk-plainer", "safety-walk-bone"),
    *("harder-then", "harder-next-dose", "harder-next-hold", "not-done", "done-in-part"),
    "passes-blood",
    "another-in-danger",
    *("pain-noted", "no-pain-noted", "pain-keep-noted", "once-again"),
    *("more-than-effort", "breath-comes-back", "pain-grows"),
    *(
        "harder-next-session",
        "made-easier-hold",
        "made-harder-hold",
        "made-easier-minutes",
        "made-harder-minutes",
    ),
}
"""Of a second sore place, of a reminder that goes with the bookmark, of one side that alone is
wanted, of a second "harder", of why both sides work, of a beginning of which half was told, of a
clinician's word, of each thing that is asked by itself, of who is older, too young or without a
band, of the end of an exercise, of care that comes before what is asked, of several dangers that
are taken back, of pain alone that is denied, of how loud it is, of the counting, of what stands in
for a thing, of a step that is named, of what was done before, of next time, of a pain that is told
again, of blood that is passed, of a number before a pause, of what is done again or was not done,
of breath and of a pain that grows, of how much may hurt, of a sore spot on the bone and of walking
before a run, and of sides, holds and walks that are left, paused and changed: stories say them."""

REASON_IN_STORIES = {"hard-leg", "infected-diabetic-foot"}
"""Which few histories come to, and fewer as the gravest: a story does."""

NOT_SPOKEN_BACK = {"male", "not-a-runner"}
"""What somebody says of themselves, and knows."""


def said_with_a_memory() -> set[str]:
    """Said only where something is remembered, or may be: the stories say all of it."""
    return {*_scene("bookmark")["statements"], *_scene("bookmark")["prompts"]}


def _scene(name: str) -> dict[str, Any]:
    file = CONTENT / "words" / "en" / "speech" / f"{name}.yaml"
    words: dict[str, Any] = plain(file)
    return words


NAMES_OF_TIMES = {
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("every-day", "working-day", "clock", "clock-and-minutes", "at-noon", "at-midnight"),
    *("in-the-morning", "in-the-afternoon", "in-the-evening", "at-night", "reminder-text"),
}
"""Stand inside other statements, or in a reminder, and so are never acts."""


def test_every_statement_and_prompt_is_said(met: Met) -> None:
    known = {*WORDS.statements, *WORDS.prompts} - JOINTS - HEARD_IN_A_SET - SAID_ON_FAILURE
    known -= said_with_a_memory() | NAMES_OF_TIMES | SAID_IN_STORIES

    assert sorted(id for id in known if id not in met.acts) == []


def test_every_gate_is_asked_and_explained(met: Met) -> None:
    asked = set(LIBRARY.gates) - safety_plan.heard_only_of(safety_plan.regions_of(LIBRARY))
    assert met.lacks("ask", asked) == []
    assert met.lacks("explain", asked) == []


def test_every_safety_gate_is_put_in_plainer_words(met: Met) -> None:
    assert met.lacks("ask-plainer", set(LIBRARY.gates) - ASKED_IN_PASSING) == []


def test_every_red_flag_is_asked_or_made_sure_of(met: Met) -> None:
    asked = {*met.lacks("ask", set(ASKED_FLAGS) - ONLY_VOLUNTEERED)}
    assert met.lacks("ask-to-confirm", asked) == []


@pytest.mark.parametrize("act", ["ask-plainer", "explain"])
def test_every_red_flag_is_put_in_plainer_words_and_explained(met: Met, act: str) -> None:
    assert met.lacks(act, set(ASKED_FLAGS) - ONLY_VOLUNTEERED) == []


def test_every_red_flag_and_rule_is_raised_and_gives_a_reason(met: Met) -> None:
    flags = set(LIBRARY.red_flags) - CALLS_FOR_NO_CARE

    assert sorted(flags - met.flags - REASON_IN_STORIES) == []
    assert met.lacks("because", flags - REASON_IN_STORIES) == []


def test_every_finding_that_is_asked_is_explained_too(
    met: Met, record_property: Callable[[str, object], None]
) -> None:
    findings = {*LIBRARY.findings, *LIBRARY.places}
    never_asked = met.lacks("ask", findings)
    record_property(NEVER_ASKED, ", ".join(never_asked))

    for id in findings - set(never_asked):
        asking = State(pending="question", asking=id, asked=(id,))
        assert Act("explain", id) in step(KNOWLEDGE, asking, Said("why")).said, id


def test_every_finding_is_taken_and_spoken_back_when_volunteered(met: Met) -> None:
    assert {*LIBRARY.findings, *LIBRARY.places} - met.named == NOT_SPOKEN_BACK


def test_every_condition_is_told(met: Met) -> None:
    assert sorted(set(CONDITIONS) - met.conditions) == []


@pytest.mark.parametrize("act", ["set-up", "set", "set-up-again"])
def test_every_exercise_is_set_up_and_played(met: Met, act: str) -> None:
    assert met.lacks(act, LIBRARY.exercises) == []


def test_every_line_of_a_set_is_heard(met: Met) -> None:
    for id in HEARD_IN_A_SET - NOT_LISTENED_FOR:
        for line in WORDS.statements[id].say:
            begins = line.partition("{")[0]
            assert any(text.startswith(begins) for text in met.heard), line


@pytest.mark.parametrize("act", ["about", "until"])
def test_every_condition_is_explained_and_what_to_do_is_said(met: Met, act: str) -> None:
    assert met.lacks(act, CONDITIONS) == []
