"""Exercises and routines: what they name exists, and every cue fits into its phase."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds
from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Filed, Shelf

MOST_STEPS = 6
"""Breaths of a set-up: a listener remembers no more."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of the exercises and routines, and of their words."""
    exercises = {file.name: file for file in shelf.of("exercises")}
    signs = {id for file in shelf.of("stop_signs.yaml") for id in file.mapping("signs")}
    rules = {id for file in shelf.of("pain_rules.yaml") for id in file.mapping("rules")}
    answers = {
        entry.id for entry in shelf.entries() if entry.what in {"place", "finding", "red flag"}
    }
    for file in exercises.values():
        for key in ("instead", "regression", "progression"):
            yield from _named(file, (file.value(key),), set(exercises), key)
        yield from _named(file, (file.value("pain_rule"),), rules, "pain_rule")
        yield from _rests(file)
        if shelf.whole("stop_signs.yaml"):
            yield from _named(file, file.texts("stop"), signs, "stop")
        if shelf.whole("findings", "red_flags"):
            for key in ("not_for", "only_without", "spares"):
                yield from _named(file, file.texts(key), answers, key)
    for file in shelf.of("routines"):
        yield from _routine(file, exercises, rules, shelf)
    for language in shelf.languages:
        for words in shelf.of("exercises", language):
            if words.name in exercises:
                yield from _cues(words, exercises[words.name])
                yield from _set_up(words, exercises[words.name])
        for words in shelf.of("things.yaml", language):
            for file in exercises.values():
                for key in ("equipment", "things"):
                    yield from _named(file, file.texts(key), set(words.mapping("names")), key)


def _named(
    file: Filed, ids: object, known: set[str], key: str, *below: str | int
) -> Iterator[Fault]:
    for id in ids if isinstance(ids, (list, tuple)) else ():
        if isinstance(id, str) and id not in known:
            yield file.fault(
                f"`{id}` is nothing that `{key}` can name{suggestion(id, known)}", key, *below
            )


def _rests(file: Filed) -> Iterator[Fault]:
    levels = file.value("levels")
    doses = levels if isinstance(levels, list) else []
    sets = [dose.get("sets") for dose in doses if isinstance(dose, dict)]
    several = any(isinstance(number, int) and number > 1 for number in sets)
    if several and file.value("rests") is None:
        yield file.fault("`rests` is missing; say where the rest between sets comes from", "levels")


def _routine(
    file: Filed, exercises: dict[str, Filed], rules: set[str], shelf: Shelf
) -> Iterator[Fault]:
    fitting = (*shelf.of("conditions"), *shelf.of("look_alikes"))
    conditions = {condition.name for condition in fitting}
    yield from _named(file, file.texts("fits"), conditions, "fits")
    yield from _named(file, (file.value("pain_rule"),), rules, "pain_rule")
    levels = file.value("levels")
    yield from _progress(file, len(levels) if isinstance(levels, list) else 1)
    for at, steps in enumerate(levels if isinstance(levels, list) else ()):
        for index, step in enumerate(steps if isinstance(steps, list) else ()):
            exercise, level = step.get("exercise"), step.get("level")
            if exercise not in exercises:
                yield file.fault(
                    f"`{exercise}` is no exercise{suggestion(str(exercise), exercises)}",
                    "levels",
                    at,
                    index,
                    "exercise",
                )
                continue
            doses = exercises[exercise].value("levels")
            most = len(doses) if isinstance(doses, list) else 0
            if isinstance(level, int) and level > most:
                yield file.fault(
                    f"`{exercise}` has {most} levels, not {level}", "levels", at, index, "level"
                )


def _progress(file: Filed, steps: int) -> Iterator[Fault]:
    stays = file.value("progress", "stays")
    if isinstance(stays, list) and len(stays) != steps - 1:
        yield file.fault(
            f"`stays` has {len(stays)} entries; every step but the last needs one, so {steps - 1}",
            "progress",
            "stays",
        )


def _set_up(words: Filed, facts: Filed) -> Iterator[Fault]:
    if facts.texts("equipment") and words.value("without") is None:
        yield words.fault("`without` is missing; say what to do where the equipment is not there")
    if len(words.texts("setup")) > MOST_STEPS:
        yield words.fault(
            f"`setup` has {len(words.texts('setup'))} steps; nobody keeps more than {MOST_STEPS}",
            "setup",
        )


def _cues(words: Filed, facts: Filed) -> Iterator[Fault]:
    phases = facts.value("repetition", "phases")
    phases = [p for p in phases if isinstance(p, dict)] if isinstance(phases, list) else []
    named = {str(phase.get("cue")) for phase in phases}
    said, again = words.mapping("phases"), words.mapping("again")
    number = _longest_number(facts)
    for missing in sorted(named - set(said)):
        yield words.fault(f"`{missing}` has no word; its phase would be silent", "phases")
    for field, written in (("phases", said), ("again", again)):
        for idle in sorted(set(written) - named):
            yield words.fault(f"`{idle}` is no phase of this exercise; remove it", field, idle)
    for index, phase in enumerate(phases):
        cue, seconds = str(phase.get("cue")), phase.get("seconds")
        for field, word in (("phases", said.get(cue)), ("again", again.get(cue))):
            if not isinstance(word, str) or not isinstance(seconds, (int, float)):
                continue
            is_counted = index == 0 and (len(phases) > 1 or seconds < 10)
            heard = f"{number}, {word}" if is_counted else word
            fastest = seconds if seconds >= 10 else seconds * 0.8
            if spoken_seconds(heard) > MOST_OF_INTERVAL * fastest:
                yield words.fault(
                    f'"{heard}" takes {spoken_seconds(heard):.1f} s, more than four fifths of '
                    f"{fastest:g} s, the phase at its fastest; shorten the word",
                    field,
                    cue,
                )


def _longest_number(facts: Filed) -> int:
    """The number that is said in front of the last repetition of the fullest dose."""
    doses = facts.value("levels")
    doses = [d for d in doses if isinstance(d, dict)] if isinstance(doses, list) else []
    numbers = [d.get("repetitions") for d in doses]
    return max((n for n in numbers if isinstance(n, int)), default=1)
