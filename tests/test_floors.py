"""From `step` to the reply in nine floors, whatever room a module stands in."""

from __future__ import annotations

from functools import cache

from grimp import build_graph

MOST_FLOORS = 9
DIALOG = "skill.dialog"


def test_the_longest_chain_of_imports_in_the_dialog_is_no_longer_than_the_page_says() -> None:
    graph = build_graph("skill", cache_dir=None)
    modules = graph.find_descendants(DIALOG)

    @cache
    def floor(module: str) -> int:
        below = graph.find_modules_directly_imported_by(module) & modules
        return 1 + max(map(floor, below), default=0)

    floors = {module: floor(module) for module in modules}

    assert max(floors.values()) == MOST_FLOORS
    assert floors[f"{DIALOG}.step"] == MOST_FLOORS
