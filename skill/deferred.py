"""What packages import at their start and no turn needs: found when something of it is used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


@contextmanager
def deferring(*names: str) -> Iterator[None]:
    """While it lasts, an import of these modules gets a stand-in, which imports them when used.

    Whoever imports them afterwards gets them as ever.
    """
    stand_ins = {name: _stand_in(name) for name in names if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name)
    # Asked for what a module has not, which here is everything.
    setattr(module, "__getattr__", lambda found: getattr(import_module(name), found))  # noqa: B010
    return module
