"""What Amazon's own classes make of the package: whatever they lose, they did not understand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def faults_of_manifest(manifest: Json) -> list[str]:
    """Every key of the manifest that Amazon's classes do not take, as sentences."""
    # Only who packages needs it: it is among the packages for tests.
    from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

    return _lost("skill.json", manifest, SkillManifestEnvelope)


def faults_of_model(name: str, model: Json) -> list[str]:
    """Every key of an interaction model that Amazon's classes do not take, as sentences."""
    from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import (
        InteractionModelData,
    )

    return _lost(name, model, InteractionModelData)


def _lost(name: str, given: Json, kind: type) -> list[str]:
    from ask_sdk_core.exceptions import SerializationException
    from ask_sdk_core.serialize import DefaultSerializer

    serializer = DefaultSerializer()
    try:
        taken = serializer.serialize(serializer.deserialize(json.dumps(given), kind))
    except (SerializationException, ValueError, TypeError, AttributeError) as fault:
        return [f"{name}: Amazon's classes refuse it: {fault}."]
    return [
        f"{name}: Amazon's classes do not know {'.'.join(path)} = {value!r}."
        for path, value in _leaves(given)
        if _at(taken, path) != value
    ]


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value that holds no others, with the way to it. An empty list or object is none."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, (*path, str(index)))
    else:
        yield path, value


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
