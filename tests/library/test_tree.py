"""The tree of patterns as it ships: each step leads to a node, decoded when it is first taken."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from skill.library.load import load
from skill.library.types.hearing import Lexicon, Listening
from skill.library.types.tree import NOWHERE, Node, Place
from skill.understanding.grammar.matching import matches
from skill.understanding.grammar.sentence import Sentence
from tools.content.lexicon import lexicon_of


def _led_to(node: Node) -> Iterator[Place]:
    yield from node.on.values()
    if node.beside and node.beside.light != NOWHERE:
        yield node.beside.light
    if node.beside and node.beside.gap:
        yield from (place for led in node.beside.gap.on.values() for _, place in led)


def test_each_step_from_the_root_leads_to_a_node_that_was_written_before() -> None:
    lexicon = load().words["en"].lexicon
    tree = lexicon.tree
    waiting, met = [tree.root], {tree.root}
    while waiting:
        at = waiting.pop()
        for place in _led_to(tree[at]):
            assert NOWHERE < place < at
            if place not in met:
                met.add(place)
                waiting.append(place)
    assert len(met) == len(json.loads(tree.written))
    beside = [node.beside for node in tree.values() if node.beside]
    meant = {meaning for one in beside for meaning in one.means}
    meant |= {meaning for one in beside for _, meaning in one.ends_in_gap}
    assert meant == set(range(len(lexicon.meanings)))


def test_a_node_is_decoded_at_the_first_step_to_it() -> None:
    lexicon = load().words["en"].lexicon
    assert not lexicon.tree

    sentence = Sentence(lexicon, "my ankle hurts when I run")
    found = matches(lexicon, sentence)
    walked = {**lexicon.tree}

    assert found
    assert 0 < len(walked) < len(lexicon.tree.written) / 10_000
    assert matches(lexicon, sentence) == found
    assert all(lexicon.tree[place] is node for place, node in walked.items())


def _lexicon(*patterns: str) -> Lexicon:
    return lexicon_of([Listening(meanings={"mark": {"it": patterns}})], {})


def test_patterns_that_end_alike_share_their_ends() -> None:
    tree = _lexicon("red hot stone", "blue hot stone", "green ..2 hot stone").tree

    red, blue, green = (tree[tree[tree.root].on[word]] for word in ("red", "blue", "green"))

    assert red is blue
    assert green.beside
    assert green.beside.gap
    assert green.beside.gap.on["hot"] == ((2, red.on["hot"]),)
    assert tree.written.count(b"stone") == 1


@pytest.mark.parametrize("patterns", [(), ("red",), ("^ red",), ("red ..",), ("red ~ stone",)])
def test_trees_are_the_same_if_they_are_written_so(patterns: tuple[str, ...]) -> None:
    lexicon = _lexicon(*patterns)
    matches(lexicon, Sentence(lexicon, "red"))
    walked, fresh, blue = lexicon.tree, _lexicon(*patterns).tree, _lexicon("blue").tree

    assert (walked == fresh, walked != fresh) == (True, False)
    assert (walked == blue, walked != blue) == (False, True)
