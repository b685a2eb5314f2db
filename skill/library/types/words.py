"""The words of one language, kind by kind."""

from skill.library.types.answers import Care
from skill.library.types.evidence import Content, Id, Text, Texts
from skill.library.types.topics import Aspect


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
    not a plain yes or no) and `why`. `confirm` asks whether what was told before it was asked is
    so; every emergency that is asked has it. `because` is the sentence that gives the reason for
    the care; `name` and `absent` serve the reasons of a match.
    """

    because: Text
    ask: Text | None = None
    reprompt: Text | None = None
    plainer: Text | None = None
    confirm: Text | None = None
    why: Text | None = None
    name: Text | None = None
    absent: Text | None = None
    said: tuple[Text, ...] = ()


class RestWords(Content, frozen=True, kw_only=True):
    """The words for the rest of a gate of which one part is known."""

    ask: Text
    reprompt: Text
    plainer: Text


class GateWords(Content, frozen=True, kw_only=True):
    """The words of one gate, and those for its rest once one of its parts is known."""

    ask: Text
    reprompt: Text
    plainer: Text
    why: Text
    once_known: dict[Id, RestWords] = {}


class OpenQuestionWords(Content, frozen=True, kw_only=True):
    """`content/words/en/open_questions/<id>.yaml`: a question that is answered in free words."""

    ask: Text
    reprompt: Text
    plainer: Text
    why: Text


class ConditionWords(Content, frozen=True, kw_only=True):
    """The words of one condition or look-alike.

    `name` as it is spoken inside a sentence; `about` one breath on what it is; `until` what to
    do until it is better or seen; `seen_when` when to be seen after all, said where self care is
    enough; `said` lay names for it.
    """

    name: Text
    about: Text
    until: Text
    seen_when: Text | None = None
    said: Texts


class ExerciseWords(Content, frozen=True, kw_only=True):
    """The words of one exercise.

    `setup` are steps of one breath each, said the first time; `setup_again` is the short form.
    `feel` is what it should feel like, `safety` what to mind, `why` what it is good for.
    `phases` gives the cue of each phase, so short that it fits into four fifths of the phase, and
    `again` a shorter one from the second repetition on.
    `details` answers a question for one thing of it, such as the `knee` or how `far`, in a breath.
    `without` says what to use where equipment is missing. `rest` is said in its rests, where
    they are not for standing still.
    """

    name: Text
    setup: Texts
    setup_again: Text
    feel: Text
    safety: Text
    why: Text
    phases: dict[Id, Text]
    again: dict[Id, Text] = {}
    details: dict[Id, Text] = {}
    without: Text | None = None
    rest: Text | None = None
    said: Texts

    @property
    def first_setup(self) -> Texts:
        """What is said the first time, a breath each; what it feels like follows in the wait."""
        return (*self.setup, self.safety)

    @property
    def whole_setup(self) -> Texts:
        """All that is said on request, a breath each."""
        without = (self.without,) if self.without else ()
        return (*self.setup, self.safety, *without, self.feel)


class StopSignWords(Content, frozen=True, kw_only=True):
    """The words of one stop sign.

    `said` are the ways in which people say it after "I felt" or "I'm"; `advice` is one breath
    on what to do at once. `confirm` asks who takes it back whether it is so.
    """

    said: Texts
    advice: Text
    confirm: Text


class StopSignsWords(Content, frozen=True, kw_only=True):
    """`content/words/en/stop_signs.yaml`."""

    signs: dict[Id, StopSignWords]


class ThingsWords(Content, frozen=True, kw_only=True):
    """`content/words/en/things.yaml`: what exercises need, as it is named inside a sentence."""

    names: dict[Id, Text]


class OnBehalfWords(Content, frozen=True, kw_only=True):
    """`content/words/en/child.yaml` and `somebody_else.yaml`: how a question or a result is put to
    whoever answers for a child, or for another adult."""

    instead: dict[Text, Text]


class LeadWords(Content, frozen=True, kw_only=True):
    """`content/words/en/leads.yaml`: how an answer begins that allows or forbids something.

    `to_stop` is how it begins instead where it is asked whether it has to stop. `openly` are the
    beginnings that are left out where it is asked when or how.
    """

    to_stop: dict[Text, Text]
    openly: tuple[Text, ...]


class RoutineWords(Content, frozen=True, kw_only=True):
    """The words of one routine: its name inside a sentence, one breath about it, lay names.

    `listed` is how it stands in the list: its name, and in a few words what it is for.
    """

    name: Text
    listed: Text
    about: Text
    said: Texts


class AnswerWords(Content, frozen=True):
    """An answer: `say` is one or two breaths, each its own text; `more` what follows on request.

    `emergency`, `same_day`, `see_clinician` and `self_care` are said instead after a result of
    that level, `again` when it is asked again right behind it, or for something like it.
    """

    say: Texts
    more: tuple[Text, ...] = ()
    emergency: tuple[Text, ...] = ()
    same_day: tuple[Text, ...] = ()
    see_clinician: tuple[Text, ...] = ()
    self_care: tuple[Text, ...] = ()
    again: tuple[Text, ...] = ()

    def after(self, care: Care) -> tuple[Text, ...]:
        """What is said instead after a result of this level; nothing where that is the same."""
        match care:
            case Care.EMERGENCY:
                return self.emergency
            case Care.SAME_DAY:
                return self.same_day
            case Care.SEE_CLINICIAN:
                return self.see_clinician
            case Care.SELF_CARE:
                return self.self_care


class TopicWords(Content, frozen=True, kw_only=True):
    """The words of one topic. `name` stands inside a sentence; `said` are the ways to name it.

    The topic of a condition or look-alike takes its lay names from there, and has no `said`.
    """

    name: Text
    aspects: dict[Aspect, AnswerWords]
    said: tuple[Text, ...] = ()


class StatementWords(Content, frozen=True):
    """Something said that asks nothing. Variants are equal in meaning."""

    say: Texts


class PromptWords(Content, frozen=True, kw_only=True):
    """Something said that asks, and what is said when nobody answers for eight seconds."""

    say: Texts
    reprompt: Text


class Scene(Content, frozen=True):
    """`content/words/en/speech/<scene>.yaml`: what Alexa says in one scene, by act id."""

    statements: dict[Id, StatementWords] = {}
    prompts: dict[Id, PromptWords] = {}
