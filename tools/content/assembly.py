"""Plain data of all files → one immutable `Library`. Assumes that the files were checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from skill.library import types
from tools.content import lexicon
from tools.content.kinds import PLACES_THEME

ContentFiles = Mapping[str, Any]
"""Plain data by path below `content/`, without the ending: `conditions/achilles-tendonitis`."""

T = TypeVar("T")


def assemble(files: ContentFiles) -> types.Library:
    """Build the library from the data of every file.

    Raises:
        msgspec.ValidationError: a file does not fit its type; `make check` names it better.
    """
    themes = _folder(files, "findings", types.Findings)
    locales = _folder(files, "locales", types.Locale)
    languages = sorted({path.split("/")[1] for path in files if path.startswith("words/")})
    return types.Library(
        likelihoods=msgspec.convert(files["likelihoods"], types.Likelihoods),
        places=themes[PLACES_THEME].findings,
        findings={
            id: finding
            for theme, file in themes.items()
            if theme != PLACES_THEME
            for id, finding in file.findings.items()
        },
        red_flags=_folder(files, "red_flags", types.RedFlag),
        gravity=msgspec.convert(files["gravity"], types.Gravity).order,
        gates=_folder(files, "gates", types.Gate),
        conditions=_folder(files, "conditions", types.Condition),
        look_alikes=_folder(files, "look_alikes", types.Condition),
        pain_rules=msgspec.convert(files["pain_rules"], types.PainRules).rules,
        stop_signs=msgspec.convert(files["stop_signs"], types.StopSigns).signs,
        exercises=_folder(files, "exercises", types.Exercise),
        routines=_folder(files, "routines", types.Routine),
        topics=_folder(files, "topics", types.Topic),
        something_else=msgspec.convert(files["something_else"], types.SomethingElse),
        words={language: _words(files, f"words/{language}", locales) for language in languages},
    )


def _words(files: ContentFiles, top: str, locales: Mapping[str, types.Locale]) -> types.Words:
    scenes = _folder(files, f"{top}/speech", types.Scene).values()
    themes = _folder(files, f"{top}/findings", types.FindingsWords).values()
    conditions = _folder(files, f"{top}/conditions", types.ConditionWords) | _folder(
        files, f"{top}/look_alikes", types.ConditionWords
    )
    exercises = _folder(files, f"{top}/exercises", types.ExerciseWords)
    routines = _folder(files, f"{top}/routines", types.RoutineWords)
    topics = _folder(files, f"{top}/topics", types.TopicWords)
    intents = msgspec.convert(files[f"{top}/intents"], types.Intents)
    return types.Words(
        findings={id: words for theme in themes for id, words in theme.findings.items()},
        red_flags=_folder(files, f"{top}/red_flags", types.RedFlagWords),
        gates=_folder(files, f"{top}/gates", types.GateWords),
        open_questions=_folder(files, f"{top}/open_questions", types.OpenQuestionWords),
        conditions=conditions,
        exercises=exercises,
        routines=routines,
        stop_signs=msgspec.convert(files[f"{top}/stop_signs"], types.StopSignsWords).signs,
        topics=topics,
        of_child=msgspec.convert(files[f"{top}/child"], types.OnBehalfWords).instead,
        of_another=msgspec.convert(files[f"{top}/somebody_else"], types.OnBehalfWords).instead,
        leads=msgspec.convert(files[f"{top}/leads"], types.LeadWords),
        things=msgspec.convert(files[f"{top}/things"], types.ThingsWords).names,
        statements={id: said for scene in scenes for id, said in scene.statements.items()},
        prompts={id: said for scene in scenes for id, said in scene.prompts.items()},
        shared_names=msgspec.convert(files[f"{top}/shared_names"], types.SharedNames).names,
        intents={name: one.heard for name, one in intents.intents.items() if one.heard},
        carriers={slot: said for of in intents.carriers.values() for slot, said in of.items()},
        lexicon=lexicon.lexicon_of(
            _folder(files, f"{top}/listening", types.Listening).values(),
            lexicon.names_of(topics, conditions, exercises, routines),
        ),
        regions={
            name: region_of(locales[name], words)
            for name, words in _folder(files, f"{top}/locales", types.LocaleWords).items()
        },
    )


def region_of(locale: types.Locale, words: types.LocaleWords) -> types.Region:
    """What is said in a locale instead of the words in the other files, with its numbers in it.

    The longest words come first, so that a phrase is not lost to a word in it.
    """
    numbers = {str(purpose): phone.number for purpose, phone in locale.numbers.items()}
    instead = {old: new.format_map(numbers) for old, new in words.instead.items()}
    whole = instead | words.spelling
    said = " ".join(instead.values())
    return types.Region(
        instead=dict(sorted(whole.items(), key=lambda one: -len(one[0]))),
        numbers=tuple(number for number in numbers.values() if number in said),
    )


def _folder(files: ContentFiles, place: str, kind: type[T]) -> dict[str, T]:
    prefix = f"{place}/"
    return {
        path.removeprefix(prefix): msgspec.convert(files[path], kind)
        for path in sorted(files)
        if path.startswith(prefix)
    }
