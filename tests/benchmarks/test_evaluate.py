"""The measuring of the interview: how patients answer, what is counted and compared."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from benchmarks import checklist
from benchmarks.corpus import hold_out, story_of
from benchmarks.evaluate import WITH_ALL_TOLD, cases_of, main
from benchmarks.measures import URGENT
from benchmarks.patients import simulate
from benchmarks.protocol import patient_of
from benchmarks.reliability import Bin, reliability
from skill.interview.interview import Knowledge, knowledge_of
from skill.interview.safety_plan import regions_of
from skill.library.types import Answer
from tests.benchmarks.conftest import Measure
from tests.benchmarks.story import story
from tools.content.bounds import upper_bound
from tools.content.cases import PublishedCase
from tools.content.counting import tally
from tools.content.likelihoods import published_cases
from tools.content.load import load

SORE_HEEL = "{pain_back_of_heel: true, morning_pain_or_stiffness: true, eases_once_warmed_up: true}"


def test_a_run_prints_the_contracted_object(measure: Measure) -> None:
    printed = measure(story(SORE_HEEL))
    assert printed.keys() == {"protocol", "cases", "summary"}
    (case,) = printed["cases"]
    assert case.keys() == {
        *("id", "care", "matches", "ranking", "flags", "exercise_offered", "asked", "seconds")
    }
    assert case["matches"] == ["achilles-tendonitis"]
    assert case["ranking"][0] == "achilles-tendonitis"
    assert "something-else" in case["ranking"]
    assert len(set(case["asked"])) == len(case["asked"])
    assert case["seconds"] > 0


def test_the_opening_gives_the_places_so_that_none_is_asked(
    measure: Measure, knowledge: Knowledge
) -> None:
    places = {id for id, gate in knowledge.library.gates.items() if id.startswith("place-")}
    (told,) = measure(story(SORE_HEEL))["cases"]
    (silent,) = measure(story(SORE_HEEL), options=("--no-opening",))["cases"]
    assert places.isdisjoint(told["asked"])
    assert not places.isdisjoint(silent["asked"])
    assert "pain-place-ankle" in silent["asked"]


def test_a_gate_is_yes_where_any_of_its_parts_is(measure: Measure) -> None:
    (feverish,) = measure(story("{pain_front_of_ankle: true, fever: true}"))["cases"]
    (well,) = measure(story("{pain_front_of_ankle: true, fever: false}"))["cases"]
    assert "infection" in feverish["asked"]
    assert "fever" in feverish["flags"]
    assert "infection" in well["asked"]
    assert "fever" not in well["asked"]


@pytest.mark.parametrize("unstated", ["no", "not-sure", "not-really"])
def test_a_flag_that_a_story_does_not_state_is_denied_in_every_protocol(
    measure: Measure, unstated: str
) -> None:
    printed = measure(story(SORE_HEEL), options=("--unstated", unstated))
    assert printed["protocol"]["unstated"] == unstated
    assert printed["cases"][0]["flags"] == []


def test_a_stated_finding_is_answered_plainly_and_any_other_as_the_protocol_says(
    knowledge: Knowledge,
) -> None:
    patient = patient_of(knowledge, {"swelling": True, "bruising": False}, Answer.NOT_SURE)
    assert patient("swelling") is Answer.YES
    assert patient("bruising") is Answer.NO
    assert patient("dull-ache") is Answer.NOT_SURE


def test_where_two_facts_answer_the_same_question_a_yes_wins(measure: Measure) -> None:
    facts = "{pain_front_of_ankle: true, warm_skin: true, redness: false}"
    assert "hot-or-red" in measure(story(facts))["cases"][0]["flags"]


def test_the_same_stories_give_the_same_figures(measure: Measure) -> None:
    stories = (story(SORE_HEEL), story("{pain_calf: true}", id="two"))
    assert measure(*stories) == measure(*stories)


def test_care_below_every_level_allowed_is_under_triage(measure: Measure) -> None:
    summary = measure(
        story(SORE_HEEL, id="unsafe", triage="emergency", triage_ok="[emergency, same_day]"),
        story(SORE_HEEL, id="allowed", triage="same_day", triage_ok="[same_day, self_care]"),
    )["summary"]
    assert summary["under_triaged"]["ids"] == ["unsafe"]
    assert summary["under_triaged"]["n"] == 2
    assert summary["urgent_under_triaged"]["ids"] == ["unsafe"]
    assert summary["care"]["emergency"]["self_care"] == 1


def test_a_self_care_story_sent_urgently_counts_unless_it_allows_that(measure: Measure) -> None:
    facts = "{pain_back_of_heel: true, pop_or_crack_at_injury: true}"
    summary = measure(
        story(facts, id="harsh"),
        story(facts, id="allowed", triage_ok="[self_care, same_day, emergency]"),
    )["summary"]
    assert summary["self_care_sent_urgently"]["ids"] == ["harsh"]
    assert summary["self_care_sent_urgently"]["n"] == 2
    assert summary["over_triaged"]["ids"] == ["harsh"]


def test_confirmed_and_weak_labels_are_scored_apart_and_no_label_not_at_all(
    measure: Measure,
) -> None:
    summary = measure(
        story(SORE_HEEL, id="examined"),
        story(SORE_HEEL, id="mislabelled", condition="peroneal_tendonitis"),
        story(SORE_HEEL, id="forum", confirmation="peers_or_self"),
        story(SORE_HEEL, id="open", confirmation="not_visible"),
    )["summary"]
    assert summary["confirmed_first"]["ids"] == ["examined"]
    assert summary["confirmed_first"]["n"] == 2
    assert summary["weak_first"]["ids"] == ["forum"]
    assert summary["weak_first"]["n"] == 1


def test_one_of_the_six_told_to_somebody_who_has_none_of_them_is_forced(measure: Measure) -> None:
    outside = {"in_scope": "false", "condition": "retrocalcaneal_bursitis"}
    summary = measure(story(SORE_HEEL, **outside))["summary"]
    assert summary["others_told_one_of_the_six_first"]["ids"] == ["one"]
    assert summary["confirmed_first"]["percent"] is None


def test_without_json_the_figures_are_a_table(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("vignettes:\n" + story(SORE_HEEL), encoding="utf-8")
    assert main(["--vignettes", str(file), "--no-opening"]) == 0
    printed = capsys.readouterr().out
    assert "no opening" in printed
    assert "100 % (1/1)" in printed


@pytest.mark.parametrize(
    ("count", "of", "percent"),
    [(0, 30, 11.57), (0, 60, 5.96), (1, 20, 24.87), (5, 10, 81.29), (7, 7, 100.0)],
)
def test_bounds_are_those_of_the_tables_of_clopper_and_pearson(
    count: int, of: int, percent: float
) -> None:
    assert 100 * upper_bound(count, of) == pytest.approx(percent, abs=0.005)


def test_the_article_asks_nineteen_questions_about_things_that_the_content_knows(
    knowledge: Knowledge,
) -> None:
    library = knowledge.library
    asked = {id for questions in checklist.CHECKLIST.values() for ids in questions for id in ids}
    assert checklist.QUESTIONS == 19
    assert asked <= {*library.places, *library.findings, *library.red_flags}
    assert checklist.CHECKLIST.keys() == library.conditions.keys()


def test_the_checklist_names_the_largest_share_of_yes_and_the_earlier_one_of_equals() -> None:
    both = dict.fromkeys(("limited-bend", "numbness"), True)
    assert checklist.names(both) == ("ankle-impingement", "tarsal-tunnel-syndrome")
    assert checklist.names({**both, "tingling": True})[0] == "tarsal-tunnel-syndrome"
    assert checklist.names({"limited-bend": False}) == ()


def test_simulated_patients_are_the_same_at_every_run(knowledge: Knowledge) -> None:
    assert simulate(knowledge, 5) == simulate(knowledge, 5)


def test_a_simulated_patient_has_no_flag_that_the_condition_does_not_name(
    knowledge: Knowledge,
) -> None:
    library = knowledge.library
    conditions = library.conditions | library.look_alikes
    for patient in simulate(knowledge, 50):
        flags = {id for id in library.red_flags if patient.facts.get(id)}
        content = conditions.get(patient.condition)
        assert flags <= set(content.findings if content else ())


def test_published_urgent_cases_are_told_no_less_than_today_but_for_one_in_ten(
    knowledge: Knowledge,
) -> None:
    stories = [story_of(id, case, knowledge.library) for id, case in published_cases().items()]
    urgent = [story for story in stories if story.care in URGENT]
    cases = cases_of(knowledge, urgent, WITH_ALL_TOLD)
    missed = [case.story.id for case in cases if case.care not in URGENT]
    assert len(urgent) >= 120
    assert len(missed) <= len(urgent) / 10, missed


def test_no_case_counts_for_itself(knowledge: Knowledge) -> None:
    cases = {id: case for id, case in published_cases().items() if "plantar" in id}
    for case, without in hold_out(knowledge, cases):
        counted = without.library.look_alikes["plantar-fasciitis"].places["pain-under-heel"].counted
        assert counted is not None
        assert counted.of < len(cases), case.id


def test_a_region_is_answered_yes_and_none_of_its_places_named(knowledge: Knowledge) -> None:
    patient = patient_of(knowledge, {"place-ankle": True}, Answer.NOT_REALLY)
    assert patient("place-ankle") is Answer.YES
    assert patient("pain-front-of-ankle") is Answer.NOT_REALLY
    assert patient("place-leg") is Answer.NOT_REALLY


CASE = {
    "condition": "calf-strain",
    "source": "https://example.org",
    "title": "A report",
    "origin": "report",
    "confirmed": "clinician-exam",
    "story": "A calf that swelled.",
    "care": "see_clinician",
    "present": ["swelling"],
}
"""A case of which no more is told than that."""


def test_a_belief_that_means_what_it_says_is_right_as_often() -> None:
    assert reliability([(0.9, True), (0.9, True), (0.3, False)]) == [
        Bin(low=0.2, high=0.4, count=1, believed=0.3, right=0),
        Bin(low=0.8, high=1.0, count=2, believed=0.9, right=2),
    ]


@pytest.mark.parametrize(
    ("age", "says"),
    [
        (None, {}),
        ("child", {"under-eighteen": True}),
        ("adult", {"under-eighteen": False}),
        ("under-50", {"under-eighteen": False, "over-50": False, "over-65": False}),
        ("over-50", {"under-eighteen": False, "over-50": True, "over-65": False}),
        ("over-65", {"under-eighteen": False, "over-50": True, "over-65": True}),
    ],
)
def test_the_age_of_a_case_is_told_and_counted(age: str | None, says: dict[str, bool]) -> None:
    told = msgspec.convert({**CASE, "age": age}, PublishedCase)
    assert told.facts == {"swelling": True} | says
    counts = tally([told], load().likelihoods.counting, ())
    assert dict(counts.present["calf-strain"]) == {"swelling": 1} | {
        id: 1 for id, so in says.items() if so
    }
    assert dict(counts.absent["calf-strain"]) == {id: 1 for id, so in says.items() if not so}


@pytest.mark.parametrize(
    ("told", "placed", "vague"),
    [
        (["place-ankle"], {}, {"place-ankle": 1}),
        (["place-ankle", "pain-outer-ankle"], {"pain-outer-ankle": 1}, {}),
        (["place-ankle", "place-foot"], {}, {"place-ankle": 0.5, "place-foot": 0.5}),
        (["swelling"], {}, {}),
    ],
)
def test_a_region_counts_where_no_place_of_it_is_told(
    told: list[str], placed: dict[str, float], vague: dict[str, float]
) -> None:
    case = msgspec.convert({**CASE, "present": told}, PublishedCase)
    library = load()
    places, regions = library.places, regions_of(library)
    counts = tally([case], library.likelihoods.counting, places, regions)
    assert dict(counts.at_place["calf-strain"]) == placed
    assert dict(counts.in_region["calf-strain"]) == vague


def test_a_new_finding_leaves_all_simulated_patients_as_they_were(knowledge: Knowledge) -> None:
    library = knowledge.library
    fewer = {id: finding for id, finding in library.findings.items() if id != "male"}
    without = knowledge_of(msgspec.structs.replace(library, findings=fewer))
    for before, after in zip(simulate(without, 20), simulate(knowledge, 20), strict=True):
        assert before.condition == after.condition
        assert before.facts.items() <= after.facts.items()


def test_all_told_at_the_opening_is_not_asked_again(measure: Measure) -> None:
    told = measure(story(SORE_HEEL), options=("--full-opening",))["cases"][0]["asked"]
    asked = measure(story(SORE_HEEL))["cases"][0]["asked"]
    assert "morning-stiffness" not in told
    assert len(told) <= len(asked)


@pytest.mark.parametrize(
    ("time", "care"), [("since_days: 5", "self_care"), ("since_days: 90", "see_clinician")]
)
def test_the_days_that_a_story_tells_decide(measure: Measure, time: str, care: str) -> None:
    facts = SORE_HEEL.replace("}", f", {time}}}")
    assert measure(story(facts))["cases"][0]["care"] == care
