"""template.yaml as CloudFormation reads it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

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
