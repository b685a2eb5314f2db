"""Where each kind of content lives, and the type of its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec import field

from skill.library import types
from skill.library.types.evidence import Content, Text
from tools.content.advice import Advice
from tools.content.cases import PublishedCases
from tools.content.store import StoreListing, StoreWords


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
class FileKind:
    """One folder or file of `content/`: its type, its schema's name, and whose words it holds.

    A kind of `many` files is a folder. Where it has `rooms`, its files may stand in folders of it.
    """

    place: str
    type: type[types.Content]
    schema: str
    many: bool = True
    rooms: bool = False
    words_of: str | None = None


FACTS = (
    FileKind("sources.yaml", types.Sources, "sources", many=False),
    FileKind("likelihoods.yaml", types.Likelihoods, "likelihoods", many=False),
    FileKind("something_else.yaml", types.SomethingElse, "something-else", many=False),
    FileKind("findings", types.Findings, "findings"),
    FileKind("red_flags", types.RedFlag, "red-flag"),
    FileKind("gravity.yaml", types.Gravity, "gravity", many=False),
    FileKind("gates", types.Gate, "gate"),
    FileKind("conditions", types.Condition, "condition"),
    FileKind("look_alikes", types.Condition, "condition"),
    FileKind("cases", PublishedCases, "cases"),
    FileKind("pain_rules.yaml", types.PainRules, "pain-rules", many=False),
    FileKind("stop_signs.yaml", types.StopSigns, "stop-signs", many=False),
    FileKind("advice.yaml", Advice, "advice", many=False),
    FileKind("exercises", types.Exercise, "exercise"),
    FileKind("routines", types.Routine, "routine"),
    FileKind("topics", types.Topic, "topic"),
    FileKind("locales", types.Locale, "locale"),
    FileKind("store.yaml", StoreListing, "store", many=False),
)

WORDS = (
    FileKind("findings", types.FindingsWords, "findings-words", words_of="findings"),
    FileKind("red_flags", types.RedFlagWords, "red-flag-words", words_of="red_flags"),
    FileKind("gates", types.GateWords, "gate-words", words_of="gates"),
    FileKind("open_questions", types.OpenQuestionWords, "open-question-words"),
    FileKind("conditions", types.ConditionWords, "condition-words", words_of="conditions"),
    FileKind("look_alikes", types.ConditionWords, "condition-words", words_of="look_alikes"),
    FileKind("exercises", types.ExerciseWords, "exercise-words", words_of="exercises"),
    FileKind("routines", types.RoutineWords, "routine-words", words_of="routines"),
    FileKind("topics", types.TopicWords, "topic-words", words_of="topics"),
    FileKind("locales", types.LocaleWords, "locale-words", words_of="locales"),
    FileKind("stop_signs.yaml", types.StopSignsWords, "stop-signs-words", many=False),
    FileKind("things.yaml", types.ThingsWords, "things-words", many=False),
    FileKind("child.yaml", types.OnBehalfWords, "on-behalf-words", many=False),
    FileKind("somebody_else.yaml", types.OnBehalfWords, "on-behalf-words", many=False),
    FileKind("leads.yaml", types.LeadWords, "lead-words", many=False),
    FileKind("speech", types.Scene, "speech"),
    FileKind("listening", types.Listening, "listening", rooms=True),
    FileKind("intents.yaml", types.Intents, "intents", many=False),
    FileKind("sentences.yaml", types.Sentences, "sentences", many=False),
    FileKind("shared_names.yaml", types.SharedNames, "shared-names", many=False),
    FileKind("store.yaml", StoreWords, "store-words", many=False),
    FileKind("style.yaml", Style, "style", many=False),
)

CONTENT = Path(__file__).parents[2] / "content"

PLACES_THEME = "places"
"""The theme of findings that is one categorical variable."""
