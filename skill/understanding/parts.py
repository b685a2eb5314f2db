"""The parts of a sentence of a workout, each read by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from skill.understanding.anchors import (
    JOINING,
    Anchors,
    Openings,
    text_of,
    without_joins,
    words_of,
)
from skill.understanding.commands.command_kinds import OF_STEPS
from skill.understanding.contexts import Context
from skill.understanding.grammar.polarity import PLACES
from skill.understanding.heard import NEW, READY, Command, Heard, Read
from skill.understanding.numbers.numbers import is_numeral
from skill.understanding.pain.ratings import is_of_another_thing
from skill.understanding.reading.reading import Reading

TELLING = ("answer", "number", "command", "age", "step", "part", "topic", "aspect")
"""What parts a sentence: the meanings whose words stand between the others."""
WAIT: Command = "wait"
"""A wait; in few words at the beginning it only leads to what is said behind it."""
ONLY: Command = "only_sore"
"""One side alone: the one that is named, or the sore one."""
MOST_OF_FILLER = 3
PLAINLY: frozenset[Command | None] = frozenset(
    {"pause", WAIT, "slower", "faster", "volume", "briefer", "skip_next", "start_over", ONLY}
)
"""What is commanded in words that say nothing else: "at the back" leads nowhere."""
WAITS: frozenset[Command | None] = frozenset({WAIT, "pause"})
ANSWERING = ("answer", "number", "command")
"""What answers, alone or beside other things."""
ASKED: frozenset[Command | None] = frozenset(
    {
        *("how_to", "which_side", "last_side", "one_or_both", "which_exercise", "which_next"),
        *("how_much_more", "how_many_left", "how_many_sets", "how_often", "which_week"),
        *("how_it_feels", "if_it_hurts", "week_plan", "what_for", "asks_of_it"),
        *("questions_left", "why_ask"),
    }
)
"""What is asked, and changes nothing."""
DONE: frozenset[Command | None] = frozenset(
    {
        *("pause", WAIT, "skip", "next", "previous", "go_to", "go_back_to", "leave_out"),
        *("slower", "faster", "easier", "harder", "volume", "briefer", "longer_rest"),
        *("skip_next", "start_over", "no_equipment", "rules_out", "remember", ONLY),
    }
)
"""What is done beside an answer or another command."""
OF_QUESTIONS: frozenset[Command | None] = frozenset(
    {"why_ask", "questions_left", "in_parts", "skip_questions", "repeat", "change_answer"}
)
"""What is asked about a question before exercise."""
OF_A_STEP = OF_QUESTIONS - {"in_parts"}
"""Those, where a step is asked for in one piece: "slower" is how the exercises are wanted."""
IN_A_REST = {"talk": "rest", "question": "ready-question"}
"""Where all that may be asked and commanded in an exercise is heard."""
PLAIN = frozenset({"yes", "no"})
MOST_OF_ANSWER = 6
"""Words of an answer beside which something else is said, at most."""


class Parts(Struct, frozen=True):
    """What the parts of a sentence are read with; each part is read once.

    A part is a range of the words that were said. It is read only where something begins in it
    by what was found in the whole sentence.
    """

    reading: Reading
    anchors: Anchors
    openings: Openings
    read: Read
    known: dict[tuple[range, str], Heard]

    @property
    def context(self) -> Context:
        """The light in which the whole sentence was read."""
        return self.reading.context

    def hear(self, part: range) -> Heard:
        """A part of a sentence by itself."""
        return self._heard_at(part, self.context)

    def _heard_at(self, part: range, context: Context) -> Heard:
        key = part, context.talk
        if key not in self.known:
            said = text_of(self.reading, part)
            self.known[key] = self.read(self.reading.lexicon, said, context)
        return self.known[key]

    def aside(self, part: range) -> Heard | None:
        """What is asked or commanded in a part; before exercise as in it, too."""
        one = self.hear(part)
        if one.only is not None and one.command is None and self._names_no_more(one, part):
            return replace(one, command=ONLY, findings={}, side=None)
        if tells(one):
            return None
        of_steps = self.context.question in OF_STEPS
        of_question = one.command in (OF_A_STEP if of_steps else OF_QUESTIONS)
        if self.context.talk == "before-exercise" and not (of_question or self._leads(one)):
            coached = self._heard_at(part, replace(self.context, **IN_A_REST))
            whole = len(telling(coached)) >= len(part) - 1
            if coached.command in ASKED | DONE and whole and not tells(coached):
                return coached
        before = self.context.talk == "before-exercise"
        counts = one.command in ASKED | DONE or self._leads(one)
        counts = counts and not (before and one.command == "no_equipment")
        asks = one.command is None and one.topic is not None and one.asks
        return one if counts or asks else None

    def _names_no_more(self, heard: Heard, part: range) -> bool:
        """Whether a side alone is named where nothing is done: "just the left leg"."""
        between = self.context.talk in {"before-exercise", "pain"}
        named = all(id.startswith(PLACES) for id in heard.told) and len(part) <= MOST_OF_ANSWER
        return between and named and not (heard.hurts or heard.danger or heard.stop_signs)

    def _leads(self, heard: Heard) -> bool:
        """Whether a command answers what is open: that somebody is ready, or that it is new."""
        of_steps = self.context.question in OF_STEPS
        return heard.command in (NEW if of_steps else READY if self.context.coaching else ())

    def parts(self, whole: range, told: set[int]) -> Iterator[tuple[int, Heard]]:
        """What is answered or said in the words between those that tell something."""
        for part in self._between(whole, told):
            if self.anchors.hold(part) and self.openings.ask(part):
                yield from self._each(part)

    def _each(self, part: range) -> Iterator[tuple[int, Heard]]:
        """What is said in some words, one thing after the other."""
        halves = next(self._joined(part), None)
        if halves is not None:
            for half in halves:
                yield from self._each(half)
            return
        one = self.aside(part) or self.hear(part)
        if tells(one):
            return
        asks = one.topic and one.asks and one.command is None
        if one.command in ASKED | DONE or asks or self._leads(one):
            yield part.start, one
        said = {part[at] for at in telling(one) if at < len(part)}
        if said and len(said) < len(part):
            yield from self.parts(part, said)

    def _joined(self, part: range) -> Iterator[tuple[range, range]]:
        """Two halves with a word that joins them, each asked or commanded by itself."""
        sentence, words = self.reading.sentence, words_of(self.reading, part)
        for at in (at for name in JOINING for at in sentence.places(name) if at in words):
            half = sentence.origins[at]
            halves = self.bare(range(part.start, half)), self.bare(range(half, part.stop))
            if not all(map(self.openings.ask, halves)):
                continue
            first = self.aside(halves[0])
            second = self.aside(halves[1]) if first else None
            if first and second and first.command != second.command:
                yield halves

    def split(self, words: range, whole: Heard) -> tuple[Heard, list[tuple[int, Heard]]] | None:
        """An answer at one end of a sentence, and what else it says; None where there is none."""
        best: tuple[int, Heard, list[tuple[int, Heard]]] | None = None
        placed = whole.step is not None and self.context.question not in OF_STEPS
        if placed or whole.exercise or whole.routine:
            return None
        if whole.command in NEW and whole.detail:
            return None  # "First time, but give me the hard one."
        most = len(words)
        for length in range(1, min(MOST_OF_ANSWER, most - 1) + 1):
            for cut, own, rest in (
                (length, words[:length], words[length:]),
                (most - length, words[-length:], words[:-length]),
            ):
                found = self._split_at(own, rest, whole) if cut in self.anchors.cuts else None
                if found is not None and (best is None or found[0] > best[0]):
                    best = found
        return best[1:] if best is not None else None

    def _split_at(
        self, own: range, rest: range, whole: Heard
    ) -> tuple[int, Heard, list[tuple[int, Heard]]] | None:
        """How many words tell something, where an answer and the rest are each heard alone."""
        others = self.bare(rest)
        if not (self.anchors.hold(own) and self.openings.answer(own) and self.openings.ask(others)):
            return None
        answer = self._answer(own)
        if answer is None or _differs(whole, answer):
            return None
        if answer.number is not None and self._begins_with(others, "<a-rep>"):
            return None  # "Two more sets" rates nothing.
        if None not in (answer.number, whole.number) and answer.number != whole.number:
            return None  # "Skip this one, no pain."
        if answer.number is not None and self.counts_another_thing(own):
            return None  # "My meeting is at ten."
        if answer.command in DONE and (whole.number is not None or whole.answer):
            return None
        one = self.aside(others)
        answers = one is not None and (one.number is not None or one.answer in PLAIN)
        if one is None or answers or one.command in NEW | READY:
            return None
        if not self._is_outside(own, answer, whole):
            return None
        said = telling(one)
        stray = answer.number is not None and self.context.talk != "pain"
        if stray and (0 if own.start < others.start else len(others) - 1) not in said:
            return None  # "How many are left, I was in the office till ten."
        if self.context.asks_yes_or_no and len(said) < len(others) - 1:
            return None
        waits = answer.command in WAITS
        if answer.command in DONE and (waits or one.command not in ASKED):
            return None  # "Hang on, which leg" only asks.
        parts = list(self._each(others))
        named = {None, answer.command, self.hear(others).command}
        named.update(part.command for _, part in parts)
        if self.context.question in OF_STEPS and answer.answer == "yes":
            named |= NEW  # What is new is told by a yes or by a command.
        if whole.command not in named:
            return None  # "I'm back" goes nowhere back.
        return len(telling(answer)) + len(said), answer, parts

    def counts_another_thing(self, part: range) -> bool:
        """Whether a number in a part is that of another thing in the whole of the sentence."""
        words = words_of(self.reading, part)
        told = (one for one in self.reading.numbers if words.start <= one.start < words.stop)
        return any(is_of_another_thing(self.reading, one) for one in told)

    def _begins_with(self, part: range, name: str) -> bool:
        """Whether a class begins with the first word of a part."""
        words = words_of(self.reading, part)
        return bool(words and self.reading.sentence.reach(words.start, name))

    def _is_outside(self, own: range, answer: Heard, whole: Heard) -> bool:
        """Whether an answer stands beside what the whole of a sentence commands.

        "Remember where I am", "were those ten" and "the other one" answer nothing.
        """
        commanded = {*whole.origin.get("command", ())}
        word = "<plain-no>" if answer.answer == "no" else "<yes-word>"
        plain = len(own) == 1 and self._begins_with(own, word)
        if answer.number is not None and whole.number is None:
            last = self.reading.sentence.said[own[-1]]
            counted = is_numeral(self.reading.lexicon, last)
            return counted and answer.number != 1 and commanded.isdisjoint(own)
        if answer.number is not None or answer.command in DONE:
            return True
        if plain or (self.context.question in OF_STEPS and len(own) > 1):
            return True
        named = self.reading.sentence.has(word, words_of(self.reading, own))
        leads = self._leads(answer) and commanded <= {*own}
        agrees = whole.answer == answer.answer is not None
        denies = answer.answer == "no"
        return (named or leads or agrees or denies) and len(own) > 1

    def _answer(self, own: range) -> Heard | None:
        """Words that answer what is open, and do no more than that."""
        if self.bare(own) != own:
            return None
        one = self.hear(own)
        names = (*ANSWERING, "age", "asks", "side", "step", "step_done")
        bare = Heard(**{name: getattr(one, name) for name in names})
        told = telling(one)
        if replace(one, words="", origin={}) != bare:
            return None
        if one.number is not None:  # The "when" of "two, when can I run" is asked.
            return one if own.start or len(own) - 1 in told else None
        if one.command in DONE:  # "At the back" leads nowhere.
            plain = one.command in PLAINLY and len(told) == len(own)
            return one if plain and not is_filler(one) else None
        if self._leads(one):
            long = len(own) > 1 or not own.start
            return one if long and len(told) >= len(own) - 1 else None
        plainly = one.answer == "yes" if self.context.coaching else one.answer in PLAIN
        of_steps = self.context.question in OF_STEPS and len(own) > 1
        return one if plainly and (of_steps or len(told) == len(own)) else None

    def _between(self, whole: range, told: set[int]) -> Iterator[range]:
        """The words before, between and behind those that tell something."""
        for before, after in pairwise((whole.start - 1, *sorted(told), whole.stop)):
            if part := self.bare(range(before + 1, after)):
                yield part

    def bare(self, part: range) -> range:
        """The words without those at their ends that only join them to the others."""
        return without_joins(self.reading, part)


def telling(heard: Heard) -> set[int]:
    """The words that tell something by themselves."""
    return {at for name in TELLING for at in heard.origin.get(name, ())}


def is_filler(heard: Heard, *, asks: bool = False) -> bool:
    """Whether an opening wait only leads to what is said behind it: "hang on, which leg?"."""
    length = len(heard.words.split())
    short = length <= MOST_OF_FILLER and (length > 1 or asks or heard.command == WAIT)
    return heard.command in WAITS and (short or (asks and heard.command == WAIT))


def tells(heard: Heard) -> bool:
    """Whether a part of a sentence tells what is felt, and is none of those that stand alone."""
    return bool(heard.danger or heard.stop_signs or any(heard.findings.values()))


def _differs(whole: Heard, answer: Heard) -> bool:
    """Whether the whole of a sentence answers otherwise than a part of it, and plainly."""
    if whole.answer in PLAIN and answer.answer in PLAIN:
        return whole.answer != answer.answer
    return False
