"""The shapes of everything in `content/`: facts, and the words that stand apart from them.

Every structure is immutable and closed: an unknown key is a fault. The JSON Schemas in
`content/schema/` are generated from these types (`make schemas`).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Id = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="kebab-case; a public contract"),
]
Text = Annotated[str, Meta(min_length=1)]
Texts = Annotated[tuple[Text, ...], Meta(min_length=1)]
Ids = tuple[Id, ...]


class Content(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The closed, immutable ground of every structure below."""


# --- evidence ---------------------------------------------------------------------------------


class Status(StrEnum):
    """`sourced`: a primary source was read. `unverified`: judged, and `reason` says how."""

    SOURCED = "sourced"
    UNVERIFIED = "unverified"


class Reading(StrEnum):
    """How close the source is to who measured or ruled: only `primary` can carry `sourced`."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    JUDGEMENT = "judgement"


class Source(Content, frozen=True):
    """A place where a fact was read. `address` is null for clinical judgement."""

    title: Text
    year: int | None
    address: str | None
    read: Reading
    supports: Text


class Sources(Content, frozen=True):
    """`content/sources.yaml`."""

    sources: dict[Id, Source]


class Evidenced(Content, frozen=True, kw_only=True):
    """What every clinical value carries beside it."""

    status: Status
    sources: Annotated[Ids, Meta(min_length=1)]
    reason: Text | None = None


# --- levels of care and answers ---------------------------------------------------------------


class Care(StrEnum):
    """Levels of care (dispositions), mildest first."""

    SELF_CARE = "self_care"
    SEE_CLINICIAN = "see_clinician"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for self-care to 3 for emergency: the care spoken is the highest raised."""
        return _CARE_ORDER.index(self)


_CARE_ORDER = tuple(Care)


class Answer(StrEnum):
    """The grades of an answer, surest yes first.

    Nobody gives the last: it is what a plain no to a gate says of each thing behind it.
    """

    YES = "yes"
    KIND_OF = "kind-of"
    NOT_SURE = "not-sure"
    NOT_REALLY = "not-really"
    NO = "no"
    NO_TO_SEVERAL = "no-to-several"


class Frequency(StrEnum):
    """How often a finding is there; the probability of each word is in `likelihoods.yaml`."""

    ALWAYS = "always"
    USUALLY = "usually"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    SELDOM = "seldom"
    RARELY = "rarely"
    NEVER = "never"


class AnswerStrength(Evidenced, frozen=True, kw_only=True):
    """How often an answer of this grade is heard where the finding is there, and where not."""

    if_present: Annotated[float, Meta(gt=0, lt=1)]
    if_absent: Annotated[float, Meta(gt=0, lt=1)]


class Likelihoods(Content, frozen=True, kw_only=True):
    """`content/likelihoods.yaml`: the one table of frequency words and of graded answers."""

    reviewed: date
    frequencies: dict[Frequency, Annotated[float, Meta(gt=0, lt=1)]]
    answers: dict[Answer, AnswerStrength]


# --- what can be asked ------------------------------------------------------------------------


class When(Content, frozen=True):
    """A simple condition over what was answered yes (or kind of): every part must hold.

    `any`: at least one of them; `and_any`: at least one of these too; `all`: every one;
    `none`: not one.
    """

    any: Ids = ()
    and_any: Ids = ()
    all: Ids = ()
    none: Ids = ()


class Finding(Evidenced, frozen=True, kw_only=True):
    """A symptom or circumstance that tells conditions apart.

    `background` is how often somebody whose condition does not mention it says yes.
    `cluster` names findings that come together and so count once.
    """

    background: Frequency
    cluster: Id | None = None


class Findings(Content, frozen=True, kw_only=True):
    """`content/findings/<theme>.yaml`: what can be asked about one theme.

    In the theme `places` the findings are one categorical variable: where the pain is.
    """

    reviewed: date
    findings: dict[Id, Finding]


class RedFlag(Evidenced, frozen=True, kw_only=True):
    """`content/red_flags/<id>.yaml`: what must not be missed, and the care it calls for.

    An asked flag has words of its own and stands alone or behind a gate. A flag with a `rule`
    is never asked: it is worked out by that named predicate (`skill/interview/rules.py`) from
    what it `reads`, unless what `clears` it was affirmed, once what it `needs` has been asked.
    `when` says when it is relevant.
    `order` is the place of a flag that stands alone among the safety questions.
    `background` and `cluster` weigh it as a sign of a condition, as they do for a finding.
    """

    reviewed: date
    care: Care
    order: int = 0
    background: Frequency = Frequency.RARELY
    cluster: Id | None = None
    when: When | None = None
    rule: Id | None = None
    reads: Ids = ()
    clears: Ids = ()
    needs: Ids = ()


class Gate(Evidenced, frozen=True, kw_only=True):
    """`content/gates/<id>.yaml`: one safety question for several things at once.

    A plain no answers every one of `opens` with no; a yes is taken apart, in this order, so
    the gravest stands first and the mildest last. `when` says when it is relevant; without it
    everybody is asked. `order` is its place among the safety questions, smallest first. A gate
    that is `broader` asks for more than it opens, so a yes to it may rightly come to nothing.
    """

    reviewed: date
    order: int
    opens: Annotated[Ids, Meta(min_length=2)]
    broader: bool = False
    when: When | None = None


# --- what answers can fit ---------------------------------------------------------------------


class Occurrence(Evidenced, frozen=True, kw_only=True):
    """How often a condition shows a finding."""

    frequency: Frequency


class Condition(Content, frozen=True, kw_only=True):
    """`content/conditions/<id>.yaml` and `content/look_alikes/<id>.yaml`.

    `incidence` is the prior weight among runners who ask (any unit; only ratios count).
    `places` tells how often the pain is mainly there; `findings` how often each is reported.
    Where it `requires` anything, it is named only once one of that was affirmed, and is out of
    the question once all of it was denied.
    `care` is the least care it calls for.
    `differs` notes where the founding article and the evidence part, and which was followed.
    """

    reviewed: date
    care: Care
    care_evidence: Evidenced
    incidence: Annotated[float, Meta(gt=0)]
    incidence_evidence: Evidenced
    places: dict[Id, Occurrence]
    findings: dict[Id, Occurrence]
    requires: Ids = ()
    differs: Text | None = None


class SomethingElse(Content, frozen=True, kw_only=True):
    """`content/something_else.yaml`: the weight of everything that is not in `content/`."""

    reviewed: date
    incidence: Annotated[float, Meta(gt=0)]
    incidence_evidence: Evidenced


# --- topics -----------------------------------------------------------------------------------


class Aspect(StrEnum):
    """What can be asked about a topic. A topic that is one answer has `answer` alone."""

    WHAT_IT_IS = "what-it-is"
    WHERE = "where"
    CAUSES = "causes"
    SIGNS = "signs"
    REHAB = "rehab"
    TREATMENTS = "treatments"
    HOW_LONG = "how-long"
    WHEN_TO_BE_SEEN = "when-to-be-seen"
    RUNNING = "running"
    ANSWER = "answer"


class Answered(Evidenced, frozen=True, kw_only=True):
    """The evidence of one answer."""


class Topic(Content, frozen=True, kw_only=True):
    """`content/topics/<id>.yaml`: something that people ask about.

    Where it is a condition or look-alike, it bears its id, and `aspects` holds an answer for
    each thing that can be asked about it. Else `aspects` holds `answer` alone.
    """

    reviewed: date
    aspects: dict[Aspect, Answered]


# --- exercises --------------------------------------------------------------------------------


class Phase(Content, frozen=True):
    """One stretch of a repetition, such as lifting or holding. `cue` has a word in the words."""

    cue: Id
    seconds: Annotated[float, Meta(gt=0, le=300)]


class Dose(Evidenced, frozen=True, kw_only=True):
    """How much: sets of repetitions (for each side), with seconds of rest between sets."""

    sets: Annotated[int, Meta(ge=1, le=6)]
    repetitions: Annotated[int, Meta(ge=1, le=30)]
    rest: Annotated[int, Meta(ge=0, le=180)]


class Repetition(Evidenced, frozen=True, kw_only=True):
    """The tempo: the phases of one repetition, in order. A hold is a single phase."""

    phases: Annotated[tuple[Phase, ...], Meta(min_length=1)]


class Sides(StrEnum):
    """Whether an exercise is done with one side after the other, or with both at once."""

    EACH = "each"
    BOTH = "both"


class Exercise(Content, frozen=True, kw_only=True):
    """`content/exercises/<id>.yaml`.

    `fetch` is the spoken wait before the first set, in seconds. `levels` are doses, easiest
    first. `regression` and `progression` are the exercises that are easier and harder;
    `instead` is the one for whom lacks its `equipment`. `pain_rule` names a rule of
    `pain_rules.yaml`. `stop` are stop signs beyond those that always hold. `not_for` are findings
    and red flags with which it is not coached.
    """

    reviewed: date
    sides: Sides
    fetch: Annotated[int, Meta(ge=20, le=60)]
    equipment: Ids = ()
    instead: Id | None = None
    repetition: Repetition
    levels: Annotated[tuple[Dose, ...], Meta(min_length=1)]
    regression: Id | None = None
    progression: Id | None = None
    pain_rule: Id
    stop: Ids = ()
    not_for: Ids = ()


class PainRule(Evidenced, frozen=True, kw_only=True):
    """Pain from 0 to 10: up to `go_on` it goes on, up to `ease` it is eased, above it stops."""

    go_on: Annotated[int, Meta(ge=0, le=10)]
    ease: Annotated[int, Meta(ge=0, le=10)]


class PainRules(Content, frozen=True, kw_only=True):
    """`content/pain_rules.yaml`: pain-monitoring rules by the tissue that is loaded."""

    reviewed: date
    rules: dict[Id, PainRule]


class RoutineStep(Content, frozen=True):
    """An exercise at one of its levels, counted from 1."""

    exercise: Id
    level: Annotated[int, Meta(ge=1)]


class Routine(Evidenced, frozen=True, kw_only=True):
    """`content/routines/<id>.yaml`: a session. Its id names the work, never a condition.

    `fits` are the conditions it is for. With `clinician_first` it is coached only to who has
    been seen. `levels` are sessions, easiest first; two sessions in a row within the pain rule
    lead to the next. `weeks` is how long it takes at `days_a_week`.
    """

    reviewed: date
    fits: Ids = ()
    clinician_first: bool = False
    pain_rule: Id
    days_a_week: Annotated[int, Meta(ge=1, le=7)]
    weeks: Annotated[int, Meta(ge=1, le=26)]
    levels: Annotated[tuple[tuple[RoutineStep, ...], ...], Meta(min_length=1)]


# --- words ------------------------------------------------------------------------------------


class FindingWords(Content, frozen=True, kw_only=True):
    """The words of one finding.

    `name` and `absent` finish "what speaks for it: …" and "against: …"; `said` are the ways in
    which people say it, without a negation, as slot values of the interaction model.
    """

    ask: Text
    reprompt: Text
    why: Text
    name: Text
    absent: Text
    said: tuple[Text, ...] = ()


class FindingsWords(Content, frozen=True, kw_only=True):
    """`content/words/en/findings/<theme>.yaml`."""

    findings: dict[Id, FindingWords]


class RedFlagWords(Content, frozen=True, kw_only=True):
    """The words of one red flag.

    An asked flag has `ask`, `reprompt`, `plainer` (the second wording, after any answer that is
    not a plain yes or no) and `why`. `because` is the sentence that gives the reason for the
    care; `name` and `absent` serve the reasons of a match.
    """

    because: Text
    ask: Text | None = None
    reprompt: Text | None = None
    plainer: Text | None = None
    why: Text | None = None
    name: Text | None = None
    absent: Text | None = None
    said: tuple[Text, ...] = ()


class GateWords(Content, frozen=True, kw_only=True):
    """The words of one gate."""

    ask: Text
    reprompt: Text
    plainer: Text
    why: Text


class ConditionWords(Content, frozen=True, kw_only=True):
    """The words of one condition or look-alike.

    `name` as it is spoken inside a sentence; `about` one breath on what it is; `until` what to
    do until it is better or seen; `said` lay names for it.
    """

    name: Text
    about: Text
    until: Text
    said: Texts


class ExerciseWords(Content, frozen=True, kw_only=True):
    """The words of one exercise.

    `setup` are steps of one breath each, said the first time; `setup_again` is the short form.
    `feel` is what it should feel like, `safety` what to mind, `why` what it is good for.
    `phases` gives the cue of each phase, so short that it fits into four fifths of the phase.
    `without` says what to use where equipment is missing.
    """

    name: Text
    setup: Texts
    setup_again: Text
    feel: Text
    safety: Text
    why: Text
    phases: dict[Id, Text]
    without: Text | None = None
    said: Texts


class RoutineWords(Content, frozen=True, kw_only=True):
    """The words of one routine: its name inside a sentence, one breath about it, lay names."""

    name: Text
    about: Text
    said: Texts


class AnswerWords(Content, frozen=True):
    """An answer: `say` is one or two breaths, each its own text; `more` what follows on request."""

    say: Texts
    more: tuple[Text, ...] = ()


class TopicWords(Content, frozen=True, kw_only=True):
    """The words of one topic. `name` stands inside a sentence; `said` are the ways to name it.

    The topic of a condition or look-alike takes its lay names from there, and has no `said`.
    """

    name: Text
    aspects: dict[Aspect, AnswerWords]
    said: tuple[Text, ...] = ()


class Statement(Content, frozen=True):
    """Something said that asks nothing. Variants are equal in meaning."""

    say: Texts


class Prompt(Content, frozen=True, kw_only=True):
    """Something said that asks, and what is said when nobody answers for eight seconds."""

    say: Texts
    reprompt: Text


class Scene(Content, frozen=True):
    """`content/words/en/speech/<scene>.yaml`: what Alexa says in one scene, by act id."""

    statements: dict[Id, Statement] = {}
    prompts: dict[Id, Prompt] = {}


class Negations(Content, frozen=True):
    """`content/words/en/negations.yaml`: words that turn what follows into its opposite.

    Lower case, without apostrophes. A slot that was filled with one of them affirms nothing.
    """

    negations: Texts


IntentName = Annotated[
    str, Meta(pattern=r"^(AMAZON\.)?[A-Z][A-Za-z]*Intent$", description="such as WhyIntent")
]
SlotName = Annotated[str, Meta(pattern=r"^[a-z]+(_[a-z]+)*$", description="small letters and _")]
SlotTypeName = Annotated[
    str, Meta(pattern=r"^(AMAZON\.)?[A-Z]+(_[A-Z]+)*$", description="capitals and _")
]


class Intent(Content, frozen=True, kw_only=True):
    """What people say when they mean one thing.

    In `samples`, (a|b) is one of them, [a|b] is one of them or none, and {name} is a slot, whose
    type stands in `slots`.
    """

    samples: tuple[Text, ...]
    slots: dict[SlotName, SlotTypeName] = {}


class SlotType(Content, frozen=True, kw_only=True):
    """What a slot may hold.

    `values` are the ways of saying each value, by id; `from` takes the `said` of content
    instead, without the ids in `except`.
    """

    values: dict[Id, Texts] = {}
    content: (
        Literal["places", "findings and red flags", "conditions and look-alikes", "topics"] | None
    ) = field(default=None, name="from")
    leave_out: Ids = field(default=(), name="except")


class Utterances(Content, frozen=True, kw_only=True):
    """`content/words/en/utterances.yaml`: what people say, for the interaction model alone."""

    invocation_name: Text
    fallback_sensitivity: Literal["LOW", "MEDIUM", "HIGH"]
    intents: dict[IntentName, Intent]
    types: dict[SlotTypeName, SlotType]


class SharedNames(Content, frozen=True):
    """`content/words/en/shared_names.yaml`: lay names that stand for two conditions."""

    names: dict[Text, Annotated[tuple[Id, ...], Meta(min_length=2, max_length=2)]]


class Words(Content, frozen=True, kw_only=True):
    """All words of one language, by id."""

    findings: dict[Id, FindingWords]
    red_flags: dict[Id, RedFlagWords]
    gates: dict[Id, GateWords]
    conditions: dict[Id, ConditionWords]
    exercises: dict[Id, ExerciseWords]
    routines: dict[Id, RoutineWords]
    topics: dict[Id, TopicWords]
    statements: dict[Id, Statement]
    prompts: dict[Id, Prompt]
    negations: Texts
    shared_names: dict[Text, tuple[Id, ...]]


class Library(Content, frozen=True, kw_only=True):
    """Everything in `content/`, checked. `places`, `conditions` and `look_alikes` keep the
    order of their files, so that every decision made from them is repeatable."""

    likelihoods: Likelihoods
    places: dict[Id, Finding]
    findings: dict[Id, Finding]
    red_flags: dict[Id, RedFlag]
    gates: dict[Id, Gate]
    conditions: dict[Id, Condition]
    look_alikes: dict[Id, Condition]
    pain_rules: dict[Id, PainRule]
    exercises: dict[Id, Exercise]
    routines: dict[Id, Routine]
    topics: dict[Id, Topic]
    something_else: SomethingElse
    words: dict[str, Words]
