"""The properties of template.yaml that a deployment stands on; SAM's own linter checks the rest."""

import importlib
from typing import Any

import pytest
import yaml

from skill import settings
from tests.paths import ROOT


class TemplateLoader(yaml.SafeLoader):
    """Reads CloudFormation's short functions: `!Ref X` becomes `{"Ref": "X"}`."""


def _short_function(loader: TemplateLoader, name: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        return {name: loader.construct_scalar(node)}
    assert isinstance(node, yaml.SequenceNode)
    return {name: loader.construct_sequence(node, deep=True)}


TemplateLoader.add_multi_constructor("!", _short_function)


@pytest.fixture
def template() -> dict[str, Any]:
    loaded = yaml.load((ROOT / "template.yaml").read_text(), Loader=TemplateLoader)
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture
def function(template: dict[str, Any]) -> dict[str, Any]:
    properties = template["Resources"]["AnkleCoachFunction"]["Properties"]
    assert isinstance(properties, dict)
    return properties


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

    assert set(variables) == set(settings.NAMES)
    assert {value["Ref"] for value in variables.values()} == set(template["Parameters"])


def test_what_is_deployed_without_a_word_is_what_runs_without_a_setting(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    defaults = {
        name: str(template["Parameters"][value["Ref"]]["Default"])
        for name, value in function["Environment"]["Variables"].items()
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
