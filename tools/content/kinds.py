"""Where each kind of content lives, and the type of its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec import field

from skill.library import types
from skill.library.types.evidence import Content, Text
from tools.content.cases import PublishedCases
from tools.content.store import Store, StoreWords


class Style(Content, frozen=True, kw_only=True):
    """What is never said in a language, and how fast it is spoken.

    `signs` are those that a text may hold beside letters and digits. `forbidden` and
    `forbidden_of_matches` give for a regular expression why it is not said: anywhere, or of a
    condition that fits. `seconds_a_character` estimates how long a text takes.
    """

    signs: Text
    forbidden: dict[Text, Text]
    forbidden_of_matches: dict[Text, Text] = field(default_factory=dict)
    seconds_a_character: float = 0.06


@dataclass(frozen=True)
class Kind:
    """One folder or file of `content/`: its type, its schema's name, and whose words it holds."""

    place: str
    type: type[types.Content]
    schema: str
    many: bool = True
    words_of: str | None = None


FACTS = (
    Kind("sources.yaml", types.Sources, "sources", many=False),
    Kind("likelihoods.yaml", types.Likelihoods, "likelihoods", many=False),
    Kind("something_else.yaml", types.SomethingElse, "something-else", many=False),
    Kind("findings", types.Findings, "findings"),
    Kind("red_flags", types.RedFlag, "red-flag"),
    Kind("gates", types.Gate, "gate"),
    Kind("conditions", types.Condition, "condition"),
    Kind("look_alikes", types.Condition, "condition"),
    Kind("cases", PublishedCases, "cases"),
    Kind("pain_rules.yaml", types.PainRules, "pain-rules", many=False),
    Kind("stop_signs.yaml", types.StopSigns, "stop-signs", many=False),
    Kind("exercises", types.Exercise, "exercise"),
    Kind("routines", types.Routine, "routine"),
    Kind("topics", types.Topic, "topic"),
    Kind("locales", types.Locale, "locale"),
    Kind("store.yaml", Store, "store", many=False),
)

WORDS = (
    Kind("findings", types.FindingsWords, "findings-words", words_of="findings"),
    Kind("red_flags", types.RedFlagWords, "red-flag-words", words_of="red_flags"),
    Kind("gates", types.GateWords, "gate-words", words_of="gates"),
    Kind("open_questions", types.OpenQuestionWords, "open-question-words"),
    Kind("conditions", types.ConditionWords, "condition-words", words_of="conditions"),
    Kind("look_alikes", types.ConditionWords, "condition-words", words_of="look_alikes"),
    Kind("exercises", types.ExerciseWords, "exercise-words", words_of="exercises"),
    Kind("routines", types.RoutineWords, "routine-words", words_of="routines"),
    Kind("topics", types.TopicWords, "topic-words", words_of="topics"),
    Kind("locales", types.LocaleWords, "locale-words", words_of="locales"),
    Kind("stop_signs.yaml", types.StopSignsWords, "stop-signs-words", many=False),
    Kind("things.yaml", types.ThingsWords, "things-words", many=False),
    Kind("child.yaml", types.ChildWords, "child-words", many=False),
    Kind("speech", types.Scene, "speech"),
    Kind("listening", types.Listening, "listening"),
    Kind("intents.yaml", types.Intents, "intents", many=False),
    Kind("sentences.yaml", types.Sentences, "sentences", many=False),
    Kind("shared_names.yaml", types.SharedNames, "shared-names", many=False),
    Kind("store.yaml", StoreWords, "store-words", many=False),
    Kind("style.yaml", Style, "style", many=False),
)

CONTENT = Path(__file__).parents[2] / "content"

PLACES_THEME = "places"
"""The theme of findings that is one categorical variable."""
