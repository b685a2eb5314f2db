"""Amazon's SDK, imported without what no turn needs.

`ask_sdk_core` imports clients for all of Amazon's own services, 143 modules, to hand them to
handlers that ask for them; none here does. A stand-in takes the place of their package meanwhile.
Who wants one afterwards imports it as ever. docs/performance.md has what it saves.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import ask_sdk_model

SERVICES = "ask_sdk_model.services"
UNUSED = ("ServiceClientFactory", "ApiConfiguration", "ApiClient", "ApiClientResponse")
"""What the SDK imports of them, and uses only where a skill has a client for Amazon's services."""


@contextmanager
def without_services() -> Iterator[None]:
    """While it lasts, an import of the services gets a stand-in with the true serialiser."""
    if SERVICES in sys.modules:
        yield
        return
    stand_in = ModuleType(SERVICES)
    stand_in.__path__ = [f"{path}/services" for path in ask_sdk_model.__path__]
    sys.modules[SERVICES] = stand_in
    try:
        from ask_sdk_model.services.serializer import Serializer

        setattr(stand_in, "Serializer", Serializer)  # noqa: B010
        for name in UNUSED:
            setattr(stand_in, name, type(name, (), {}))
        yield
    finally:
        del sys.modules[SERVICES]


with without_services():
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_sdk_core.skill import CustomSkill
    from ask_sdk_core.skill_builder import SkillBuilder
    from ask_sdk_core.utils import RESPONSE_FORMAT_VERSION

__all__ = [
    "RESPONSE_FORMAT_VERSION",
    "CustomSkill",
    "DefaultSerializer",
    "SkillBuilder",
]
