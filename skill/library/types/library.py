"""All of it together."""

from skill.library.types.answers import Care, Likelihoods
from skill.library.types.conditions import Condition, SomethingElse
from skill.library.types.evidence import Content, Id, Ids, Text
from skill.library.types.exercises import Exercise, PainRule, Routine, StopSign
from skill.library.types.hearing import Lexicon
from skill.library.types.locales import Region
from skill.library.types.questions import Finding, Gate, RedFlag
from skill.library.types.topics import Topic
from skill.library.types.words import (
    ConditionWords,
    ExerciseWords,
    FindingWords,
    GateWords,
    LeadWords,
    OpenQuestionWords,
    PromptWords,
    RedFlagWords,
    RoutineWords,
    StatementWords,
    StopSignWords,
    TopicWords,
)


class Words(Content, frozen=True, kw_only=True):
    """All words of one language, by id; `regions` by locale."""

    findings: dict[Id, FindingWords]
    red_flags: dict[Id, RedFlagWords]
    gates: dict[Id, GateWords]
    open_questions: dict[Id, OpenQuestionWords]
    conditions: dict[Id, ConditionWords]
    exercises: dict[Id, ExerciseWords]
    routines: dict[Id, RoutineWords]
    stop_signs: dict[Id, StopSignWords]
    topics: dict[Id, TopicWords]
    things: dict[Id, Text]
    of_child: dict[Text, Text]
    of_another: dict[Text, Text]
    leads: LeadWords
    statements: dict[Id, StatementWords]
    prompts: dict[Id, PromptWords]
    shared_names: dict[Text, tuple[Id, ...]]
    lexicon: Lexicon
    intents: dict[str, Text] = {}
    carriers: dict[str, str] = {}
    regions: dict[str, Region] = {}


class Library(Content, frozen=True, kw_only=True):
    """Everything in `content/`, checked. `places`, `conditions` and `look_alikes` keep the
    order of their files, so that every decision made from them is repeatable. `gravity` has the
    red flags of each level of care, gravest first."""

    likelihoods: Likelihoods
    places: dict[Id, Finding]
    findings: dict[Id, Finding]
    red_flags: dict[Id, RedFlag]
    gravity: dict[Care, Ids]
    gates: dict[Id, Gate]
    conditions: dict[Id, Condition]
    look_alikes: dict[Id, Condition]
    pain_rules: dict[Id, PainRule]
    stop_signs: dict[Id, StopSign]
    exercises: dict[Id, Exercise]
    routines: dict[Id, Routine]
    topics: dict[Id, Topic]
    something_else: SomethingElse
    words: dict[str, Words]

    @property
    def first_words(self) -> Words:
        """The words of the first language, which stand for all where only their shape counts: how
        long something takes to say, how many parts it has, whether it has a name.
        """
        return next(iter(self.words.values()))
