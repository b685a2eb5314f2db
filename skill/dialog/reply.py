"""What the dialog answers: acts in the order in which they are said, and the state after."""

from __future__ import annotations

from msgspec import Struct

from skill.dialog.acts import Act
from skill.dialog.state import Result, State


class Reply(Struct, frozen=True):
    """`state` is None where the session closes; `result` is set in the reply that tells it."""

    acts: tuple[Act, ...]
    state: State | None
    result: Result | None = None

    def after(self, *acts: Act) -> Reply:
        """The same reply with something said before it."""
        return Reply((*acts, *self.acts), self.state, self.result)
