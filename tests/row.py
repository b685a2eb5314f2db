"""The row of a table at which a test breaks, for a test that goes through a whole table.

A test of its own for each row costs some three milliseconds beside its work, on each core: rows
of which there are hundreds, and that take less, share a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from inspect import signature
from itertools import product
from typing import Any, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@contextmanager
def row(*names: object) -> Iterator[None]:
    """Add the names of a row to whatever is raised in it, to be printed below the failure."""
    try:
        yield
    except Exception as broken:
        broken.add_note(_in_the_row(names))
        raise


def _in_the_row(names: Iterable[object]) -> str:
    return f"in the row: {', '.join(map(str, names))}"


def for_each(rows: Iterable[Sequence[Any]], holds: Callable[..., None]) -> None:
    """Put each row to a test, and raise what broke together, each fault with its row."""
    broken: list[Exception] = []
    for values in rows:
        try:
            holds(*values)
        except Exception as fault:  # noqa: BLE001  # It is raised with the others.
            faults = fault.exceptions if isinstance(fault, ExceptionGroup) else (fault,)
            for one in faults:
                one.add_note(_in_the_row(values))
            broken += faults
    if broken:
        raise ExceptionGroup("rows of the table break", broken)


def each_row(
    names: str | tuple[str, ...], rows: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Go through all rows of a table in one test, which tells of each row that breaks.

    It is written where `pytest.mark.parametrize` would be, may stand beside it, and may stand above
    another table: each row then goes with each of the other. Where there is one name, a row is its
    value.
    """
    named = (names,) if isinstance(names, str) else names
    table = [(one,) if isinstance(names, str) else tuple(one) for one in rows]
    assert table, "a table without a row holds nothing"

    def of_each(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def of_all(**fixtures: Any) -> None:
            def of_one(*values: Any) -> None:
                test(**fixtures, **dict(zip(named, values, strict=True)))

            for_each(table, of_one)

        of_test = signature(test)
        asked_for = [one for name, one in of_test.parameters.items() if name not in named]
        del vars(of_all)["__wrapped__"]  # Pytest would ask for what a row gives as for fixtures.
        vars(of_all)["__signature__"] = of_test.replace(parameters=asked_for)
        return of_all

    return of_each


def spread(every: int, ways: Iterable[T], tails: Iterable[U], turn: int = 0) -> list[tuple[T, U]]:
    """Each way with every so-many-th tail, and the next way with the next ones: all evenly.

    Another `turn` gives other pairs, so that as many turns as that meet each of them.
    """
    pairs = product(enumerate(ways), enumerate(tails))
    return [(way, tail) for (at, way), (by, tail) in pairs if (at + by + turn) % every == 0]
