"""What the understanding listens for: the files of `listening/`, and the tables built of them."""

from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from skill.library.types.evidence import Content, Id, Ids, Text, Texts
from skill.library.types.tree import Tree

ClassName = Annotated[
    str, Meta(pattern=r"^[a-z]+(-[a-z]+)*$", description="small letters and hyphens")
]
Pattern = Text
"""Words in the order in which they are said.

`<run>` is any word or phrase of the class `run`; `(a|b c)` one of them; `[a|b]` one of them or
none; `..` up to three words of the same clause, `..5` up to five; `~` up to five light words
(articles, prepositions, degrees); `^` the start of the sentence or clause, `$` its end.
"""


class Listening(Content, frozen=True, kw_only=True):
    """`content/words/<language>/listening/`: what people say. The words of one content id stand in
    one file, `listening/red_flags/cold-foot.yaml`; grammar, answers, times and so on in one each.

    `forms` gives the forms of a word, which all count as that word. `slurred` are endings of words
    and how they are slurred: "walkin" is "walking". `endings` are what hangs on a
    word and is a word of its own. `rewrites` puts the words on the right for those on the left;
    an empty text drops them. `classes` are words and phrases that stand for each other. `numbers`
    and `units` (of days) are values of words. `meanings` are patterns by kind and id.
    `becomes` says what an event that is long over counts as, `none` for nothing. `implies`
    lists what follows from a finding that is true. `urgent` are the
    findings that are an emergency by themselves.
    """

    forms: dict[Text, Texts] = {}
    slurred: dict[Text, Text] = {}
    endings: dict[Text, Text] = {}
    rewrites: dict[Text, str] = {}
    classes: dict[ClassName, Texts] = {}
    numbers: dict[Text, float] = {}
    units: dict[Text, float] = {}
    meanings: dict[Id, dict[Id, tuple[Pattern, ...]]] = {}
    becomes: dict[Id, Id] = {}
    implies: dict[Id, Ids] = {}
    urgent: Ids = ()


class Phrase(NamedTuple):
    """Words of a class behind its first two, and whether a pattern waits for the class."""

    rest: tuple[str, ...]
    label: str
    leads: bool


class Lexicon(Struct, frozen=True, kw_only=True):
    """The listening of one language as tables, built once and read as they are.

    `words` gives the classes of a word, each with its length, which is 1; `steps` by which of its
    labels, itself among them, a pattern goes on. `phrases` and `rewrites` are by first and second
    word. `tree` holds the patterns, and what they mean as indexes of `meanings` (kind, id).
    """

    forms: dict[str, str]
    endings: dict[str, str]
    rewrites: dict[str, dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]]
    words: dict[str, dict[str, int]]
    steps: dict[str, tuple[tuple[str, int], ...]]
    phrases: dict[str, dict[str, tuple[Phrase, ...]]]
    numbers: dict[str, float]
    units: dict[str, float]
    tree: Tree
    meanings: tuple[tuple[str, str], ...]
    becomes: dict[str, str]
    implies: dict[str, tuple[str, ...]]
    urgent: frozenset[str]
