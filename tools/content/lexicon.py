"""The listening files of one language → the tables that the understanding reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from skill.library.types.hearing import Lexicon, Listening, Phrase
from skill.library.types.words import ConditionWords, ExerciseWords, RoutineWords, TopicWords
from skill.library.wording import normal, split
from tools.content.patterns import Patterns

Names = Mapping[str, Mapping[str, Iterable[str]]]
"""Names that stand elsewhere in the content, by kind and id."""


def names_of(
    topics: Mapping[str, TopicWords],
    conditions: Mapping[str, ConditionWords],
    exercises: Mapping[str, ExerciseWords],
    routines: Mapping[str, RoutineWords],
) -> Names:
    """What topics, exercises and routines are called, in the form of meanings."""
    return {
        "topic": {
            id: (
                *(topics[id].said if id in topics else ()),
                *(conditions[id].said if id in conditions else ()),
            )
            for id in {**conditions, **topics}
        },
        "exercise": {id: words.said for id, words in exercises.items()},
        "routine": {id: words.said for id, words in routines.items()},
    }


class Wording:
    """How the words of one language are looked up: endings apart, slips mended, forms as one."""

    def __init__(
        self,
        parts: Iterable[tuple[Mapping[str, str], Mapping[str, str], Mapping[str, Iterable[str]]]],
    ) -> None:
        parts = tuple(parts)
        self.endings = {k: v for endings, _, _ in parts for k, v in endings.items()}
        written = {k: v for _, rewrites, _ in parts for k, v in rewrites.items()}
        self.rewrites = _rewrites(written, self.endings)
        self.forms = {
            form: word for *_, forms in parts for word, several in forms.items() for form in several
        }
        self._dropped = {
            word for word, several in self.rewrites.items() if ((), ()) in several.get("", ())
        }

    def words(self, text: str) -> tuple[str, ...]:
        """The words as they are looked up."""
        return tuple(normal(split(text), self.endings, self.rewrites, self.forms)[0])

    def spoken(self, text: str) -> tuple[str, ...]:
        """The words of a pattern or class.

        Raises:
            ValueError: one of them is dropped from what is heard, so it would wait for ever.
        """
        lost = self._dropped.intersection(split(text))
        if lost:
            raise ValueError(
                f'"{text}" waits for "{min(lost)}", which is dropped before; leave it out'
            )
        return self.words(text)


LEAST_SLURRED = 6
"""Letters of a word that is slurred: "thin" is no "thing"."""


def _slurs(files: Sequence[Listening], forms: Mapping[str, str]) -> dict[str, str]:
    """Each word that is listened for, or a form of one, as it sounds with a slurred ending."""
    patterns = [p for f in files for ids in f.meanings.values() for ps in ids.values() for p in ps]
    written = [*patterns, *(text for f in files for texts in f.classes.values() for text in texts)]
    known = {word for text in written for word in split(text)} | forms.keys() | {*forms.values()}
    slurred = [pair for file in files for pair in file.slurred.items()]
    found = {
        word.removesuffix(whole) + short: forms.get(word, word)
        for whole, short in slurred
        for word in sorted(known)
        if word.endswith(whole) and len(word) >= LEAST_SLURRED
    }
    return {word: full for word, full in found.items() if word not in known}


def _add_all(
    patterns: Patterns, files: Iterable[Listening], named: Names, wording: Wording
) -> Mapping[tuple[str, str], int]:
    """Add every pattern and every name, and give the number of each meaning, kind and id."""
    meanings: dict[tuple[str, str], int] = {}
    for file in files:
        for kind, by_id in file.meanings.items():
            for id, several in by_id.items():
                meaning = meanings.setdefault((kind, id), len(meanings))
                for pattern in several:
                    patterns.add(pattern, meaning)
    for kind, said_of in named.items():
        for id, several_said in said_of.items():
            meaning = meanings.setdefault((kind, id), len(meanings))
            for name in several_said:
                patterns.add_words(wording.words(name), meaning)
    return meanings


def lexicon_of(files: Iterable[Listening], named: Names) -> Lexicon:
    """The tables of a language.

    Raises:
        ValueError: a pattern is malformed, or names a class that no file has.
    """
    files = tuple(files)
    wording = Wording((file.endings, file.rewrites, file.forms) for file in files)
    wording.forms |= _slurs(files, wording.forms)
    classes: dict[str, list[str]] = defaultdict(list)
    for file in files:
        for name, said in file.classes.items():
            classes[name] += said
    patterns = Patterns(wording.spoken, classes.keys())
    meanings = _add_all(patterns, files, named, wording)
    tree = patterns.tree()
    tables = _labels(_classes(classes, wording.spoken), tree.labels)
    return Lexicon(
        forms=wording.forms,
        endings=wording.endings,
        rewrites=wording.rewrites,
        words=tables.words,
        steps=tables.steps,
        phrases=tables.phrases,
        numbers={k: v for f in files for k, v in f.numbers.items()},
        units={k: v for f in files for k, v in f.units.items()},
        tree=tree.whole(),
        meanings=tuple(meanings),
        becomes={k: v for f in files for k, v in f.becomes.items()},
        implies={k: v for f in files for k, v in f.implies.items()},
        urgent=frozenset(id for f in files for id in f.urgent),
    )


def _rewrites(
    written: Mapping[str, str], endings: Mapping[str, str]
) -> dict[str, dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]]:
    found: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]] = {}
    for said, instead in written.items():
        whole = split(said)
        first, *rest = whole if len(whole) == 1 else normal(whole, endings, {}, {})[0]
        second = rest[0] if rest else ""
        several = found.setdefault(first, {}).setdefault(second, [])
        several.append((tuple(rest[1:]), tuple(split(instead))))
    return {
        first: {
            second: tuple(sorted(several, key=lambda one: -len(one[0])))
            for second, several in by_second.items()
        }
        for first, by_second in found.items()
    }


def _classes(
    classes: Mapping[str, list[str]], spoken: Callable[[str], tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each class as a label, with the words of each of its phrases."""
    whole: dict[str, set[tuple[str, ...]]] = {}

    def members(name: str) -> set[tuple[str, ...]]:
        if name not in whole:
            whole[name] = set()
            for said in classes[name]:
                if said.startswith("<"):
                    whole[name] |= members(said.strip("<>"))
                else:
                    whole[name].add(spoken(said))
        return whole[name]

    for name in classes:
        for phrase in sorted(members(name)):
            yield f"<{name}>", phrase


class _Labels(NamedTuple):
    """Tables of a `Lexicon`, under the same names."""

    words: dict[str, dict[str, int]]
    steps: dict[str, tuple[tuple[str, int], ...]]
    phrases: dict[str, dict[str, tuple[Phrase, ...]]]


def _labels(phrases: Iterable[tuple[str, tuple[str, ...]]], waited_for: Set[str]) -> _Labels:
    """What words and phrases count as; `waited_for` are the labels by which patterns go on."""
    one: dict[str, dict[str, int]] = defaultdict(dict)
    many: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
    for label, words in phrases:
        if len(words) == 1:
            one[words[0]][label] = 1
        elif words:
            first, second, *rest = words
            many[first][second].append(Phrase(tuple(rest), label, label in waited_for))
    steps = {
        word: tuple((label, 1) for label in (word, *one.get(word, ())) if label in waited_for)
        for word in (*one, *(label for label in sorted(waited_for) if label[0].isalnum()))
    }
    return _Labels(
        dict(one),
        {word: labels for word, labels in steps.items() if labels},
        {
            first: {second: tuple(several) for second, several in by_second.items()}
            for first, by_second in many.items()
        },
    )
