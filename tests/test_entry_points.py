"""The ways to start the project: each tells a slip in its settings in a sentence, and ends."""

from __future__ import annotations

import pytest

from tests.processes import process_of


@pytest.mark.parametrize("module", ["skill.web", "simulator", "simulator.server"])
@pytest.mark.parametrize("slip", [{"SET_SPEECH": "mp3"}, {"LATENCY_SECONDS": "soon"}])
def test_a_setting_that_makes_no_sense_is_one_sentence_and_exit_1(
    module: str, slip: dict[str, str]
) -> None:
    ((name, _),) = slip.items()
    with process_of(module, SKILL_ID=f"amzn1.ask.skill.{36 * '0'}", PORT="0", **slip) as process:
        said, complaint = process.communicate(timeout=60)

    assert process.returncode == 1
    assert said == ""
    assert complaint.startswith(f"{name} is ")
    assert complaint.count("\n") == 1
