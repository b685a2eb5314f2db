"""The properties of template.yaml that a deployment stands on; SAM's own linter checks the rest."""

from __future__ import annotations

import importlib
import json
import re
from typing import Any

import pytest

from skill import settings
from skill.alexa import log
from skill.storage import choice
from tests.paths import ROOT


def test_the_handler_that_the_template_names_exists(function: dict[str, Any]) -> None:
    module, name = function["Handler"].rsplit(".", 1)

    assert callable(getattr(importlib.import_module(module), name))


def test_the_function_starts_from_a_snapshot_of_its_published_version(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert function["AutoPublishAlias"] == "live"
    # The function's own address would bypass both.
    assert template["Outputs"]["SkillEndpoint"]["Value"] == {"Ref": "AnkleCoachFunction.Alias"}


def test_the_packages_are_built_for_the_machine_that_the_template_asks_for(
    function: dict[str, Any],
) -> None:
    makefile = (ROOT / "Makefile").read_text()

    assert function["Architectures"] == ["arm64"]
    assert "--platform manylinux2014_aarch64" in makefile
    assert function["Runtime"] == "python3.13"
    assert "--python-version 3.13" in makefile


def test_the_skill_id_reaches_the_trigger_and_the_handler(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    given_or_absent = {"If": ["HasSkillId", {"Ref": "SkillId"}, {"Ref": "AWS::NoValue"}]}

    assert template["Conditions"]["HasSkillId"] == {"Not": [{"Equals": [{"Ref": "SkillId"}, ""]}]}
    assert function["Events"]["Alexa"]["Properties"]["SkillId"] == given_or_absent
    assert function["Environment"]["Variables"]["SKILL_ID"] == {"Ref": "SkillId"}


def test_every_setting_is_a_parameter_and_reaches_the_handler(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    variables = function["Environment"]["Variables"]

    assert set(settings.NAMES) <= set(variables)
    of_settings = {variables[name]["Ref"] for name in settings.NAMES}
    assert of_settings <= set(template["Parameters"])


def test_what_is_deployed_without_a_word_is_what_runs_without_a_setting(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    variables = function["Environment"]["Variables"]
    defaults = {
        name: str(template["Parameters"][variables[name]["Ref"]]["Default"])
        for name in settings.NAMES
    }

    assert settings.from_environment(defaults) == settings.from_environment({})


def test_no_value_that_the_template_takes_is_refused_by_the_skill(template: dict[str, Any]) -> None:
    for spoken in template["Parameters"]["SetSpeech"]["AllowedValues"]:
        settings.from_environment({"SET_SPEECH": spoken})
    latency = template["Parameters"]["LatencySeconds"]
    for seconds in (latency["MinValue"], latency["MaxValue"]):
        settings.from_environment({"LATENCY_SECONDS": str(seconds)})
    with pytest.raises(settings.SettingsError):
        settings.from_environment({"LATENCY_SECONDS": str(latency["MaxValue"] + 1)})


def test_the_function_gives_up_before_alexa_does(function: dict[str, Any]) -> None:
    assert function["Timeout"] < 8


def resources_of(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {
        name: resource["Properties"]
        for name, resource in template["Resources"].items()
        if resource["Type"] == kind
    }


def test_every_parameter_is_described_and_can_be_left_out(template: dict[str, Any]) -> None:
    for name, parameter in template["Parameters"].items():
        assert len(parameter["Description"]) > 40, name
        assert "Default" in parameter, name
        assert not parameter.get("NoEcho"), f"{name} is a secret, and none belongs here"


def test_the_function_may_do_nothing_to_everything(template: dict[str, Any]) -> None:
    role = resources_of(template, "AWS::IAM::Role")["AnkleCoachRole"]
    statements = [
        statement
        for policy in role["Policies"]
        for statement in policy["PolicyDocument"]["Statement"]
    ]

    # A managed policy grants more than is used.
    assert "ManagedPolicyArns" not in role
    assert statements
    for statement in statements:
        actions = statement["Action"]
        for action in [actions] if isinstance(actions, str) else actions:
            assert "*" not in action
        assert statement["Resource"] != "*"
        assert statement["Resource"] != ["*"]


def test_bookmarks_are_kept_as_the_store_needs_and_the_privacy_policy_says(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    (table,) = resources_of(template, "AWS::DynamoDB::Table").values()

    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert [key["AttributeName"] for key in table["KeySchema"]] == ["account", "person"]
    assert table["TimeToLiveSpecification"] == {"AttributeName": "until", "Enabled": True}
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True}
    assert template["Resources"]["BookmarksTable"]["DeletionPolicy"] == "Retain"
    assert template["Resources"]["BookmarksSecret"]["DeletionPolicy"] == "Retain"
    given = {*function["Environment"]["Variables"]} & set(choice.NAMES)
    assert given == {"BOOKMARKS_TABLE", "BOOKMARKS_SECRET"}


def test_the_function_may_do_to_the_table_what_the_store_does_and_no_more(
    template: dict[str, Any],
) -> None:
    policy = template["Resources"]["BookmarksPolicy"]["Properties"]["PolicyDocument"]
    (statement,) = policy["Statement"]
    source = (ROOT / "skill" / "storage" / "dynamodb.py").read_text()
    used = set(re.findall(r'_asked\("(\w+)"', source))

    assert set(statement["Action"]) == {f"dynamodb:{operation}" for operation in used}
    assert statement["Resource"] == {"GetAtt": "BookmarksTable.Arn"}


def test_without_bookmarks_there_is_no_table_and_no_setting_of_one(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    for name in ("BookmarksTable", "BookmarksSecret", "BookmarksPolicy"):
        assert template["Resources"][name]["Condition"] == "KeepsBookmarks"
    for name in ("BOOKMARKS_TABLE", "BOOKMARKS_SECRET"):
        assert function["Environment"]["Variables"][name]["If"][::2] == ["KeepsBookmarks", ""]


def test_the_log_is_deleted_when_the_privacy_policy_says_so(template: dict[str, Any]) -> None:
    (log,) = resources_of(template, "AWS::Logs::LogGroup").values()
    numbers = {7: "seven", 14: "fourteen", 30: "thirty"}

    promised = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert f"deleted after {numbers[log['RetentionInDays']]} days" in " ".join(promised.split())


def test_a_new_version_is_tried_by_few_and_taken_back_when_it_fails(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    preference = function["DeploymentPreference"]
    alarms = {alarm["Ref"] for alarm in preference["Alarms"]}

    assert preference["Type"].startswith("Canary")
    assert alarms == {"ErrorsAlarm", "FailuresAlarm"}
    assert alarms <= set(resources_of(template, "AWS::CloudWatch::Alarm"))


def test_there_is_an_alarm_for_each_way_to_go_wrong_and_it_goes_to_the_topic(
    template: dict[str, Any],
) -> None:
    alarms = resources_of(template, "AWS::CloudWatch::Alarm")

    watched = {alarm["MetricName"] for alarm in alarms.values()}
    assert {"Errors", "Throttles", "Duration", "Failures"} <= watched
    to_topic = {"If": ["HasAlarmTopic", [{"Ref": "AlarmTopic"}], {"Ref": "AWS::NoValue"}]}
    for name, alarm in alarms.items():
        assert alarm["AlarmActions"] == to_topic, name
        assert alarm["TreatMissingData"] == "notBreaching", name
        assert len(alarm["AlarmDescription"]) > 40, name
    longest = alarms["DurationAlarm"]["Threshold"] / 1000
    function = template["Resources"]["AnkleCoachFunction"]["Properties"]
    assert longest < function["Timeout"] < 8


def test_what_counts_failures_finds_the_line_that_the_skill_writes(
    template: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    (counted,) = resources_of(template, "AWS::Logs::MetricFilter").values()
    (transformed,) = counted["MetricTransformations"]
    alarm = resources_of(template, "AWS::CloudWatch::Alarm")["FailuresAlarm"]
    log.note_failure("unknown", ValueError("pain-calf"))

    # A quoted phrase, in which a quotation mark has a backslash before it.
    phrase = json.loads(counted["FilterPattern"])
    assert phrase in caplog.messages[-1]
    assert (alarm["Namespace"], alarm["MetricName"]) == (
        transformed["MetricNamespace"],
        transformed["MetricName"],
    )


def test_the_number_at_once_is_bounded_by_whoever_wants_it(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    bounded = {"If": ["HasMostAtOnce", {"Ref": "MostAtOnce"}, {"Ref": "AWS::NoValue"}]}

    assert function["ReservedConcurrentExecutions"] == bounded
    # A new account could not deploy at all with one.
    assert template["Parameters"]["MostAtOnce"]["Default"] == 0


def test_each_check_that_is_left_out_has_its_reason() -> None:
    config = (ROOT / ".checkov.yaml").read_text(encoding="utf-8").splitlines()
    left_out = [at for at, line in enumerate(config) if line.startswith("  - CKV")]

    assert left_out
    assert all(config[at - 1].startswith("  # ") for at in left_out)
