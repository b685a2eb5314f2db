"""Broken envelopes that hypothesis draws, so that it makes an envelope with a fault small."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from hypothesis import strategies as st

from tests.alexa.corruption import ODD
from tests.alexa.json_parts import Json, part_at, paths, placed

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def broken_envelopes(draw: st.DrawFn, envelopes: Sequence[Json]) -> Json:
    """One of the envelopes with anything at all in up to three places."""
    # By its number: hypothesis would write all of them out to name the strategy.
    value = deepcopy(envelopes[draw(st.integers(0, len(envelopes) - 1))])
    for _ in range(draw(st.integers(0, 3))):
        found = paths(value)
        path = found[draw(st.integers(0, len(found) - 1))]
        leave_out = draw(st.booleans())
        if path and leave_out:
            del part_at(value, path[:-1])[path[-1]]
        else:
            value = placed(value, path, draw(_JSON | st.sampled_from(ODD).map(deepcopy)))
    return value
