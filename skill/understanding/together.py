"""Several things in one sentence of a workout: an answer, and what is asked or commanded beside it.

Nobody hears a comma, so the words that tell one thing part the others from each other: what stands
before, between and behind them is read by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from skill.library.types.hearing import Lexicon
from skill.understanding.commands.command_kinds import OF_STEPS
from skill.understanding.grammar.matching import Sentence, matches
from skill.understanding.grammar.polarity import PLACES
from skill.understanding.heard import Command, Context, Heard

Read = Callable[[Lexicon, str, Context], Heard]
Word = tuple[int, str]
"""A word with its place in the sentence."""

TELLING = ("answer", "number", "command", "age", "step", "part", "topic", "aspect")
"""What parts a sentence: the meanings whose words stand between the others."""
JOINING = ("<joins>", "<contrast>")
"""Classes of words that join what is said, and say nothing."""
MOST_BESIDE = 3
"""So many things beside the first are taken up, at most."""
MOST_WORDS = 24
"""In a longer sentence a story is told."""
WAIT: Command = "wait"
"""A wait; in few words at the beginning it only leads to what is said behind it."""
MOST_OF_FILLER = 3
PLAINLY: frozenset[Command | None] = frozenset(
    {"pause", WAIT, "slower", "faster", "volume", "briefer", "skip_next", "start_over"}
)
"""What is commanded in words that say nothing else: "at the back" leads nowhere."""
OF_ITS_WORDS: frozenset[Command | None] = frozenset({"how_to"})
"""What words that are left of a question may seem to ask."""
WAITS: frozenset[Command | None] = frozenset({WAIT, "pause"})
ANSWERING = ("answer", "number", "command")
"""What answers, alone or beside other things."""
NO_MORE = dict.fromkeys(
    ("topic", "aspect", "practical", "detail", "minutes", "exercise", "routine", "part")
)
"""What is heard with the other parts of a sentence."""

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
        *("skip_next", "start_over", "no_equipment", "remember"),
    }
)
"""What is done beside an answer or another command."""
OF_QUESTIONS: frozenset[Command | None] = frozenset(
    {"why_ask", "questions_left", "in_parts", "skip_questions", "repeat", "change_answer"}
)
"""What is asked about a question before exercise."""
IN_A_REST = {"talk": "rest", "question": "ready-question"}
"""Where all that may be asked and commanded in an exercise is heard."""
PLAIN = frozenset({"yes", "no"})
MOST_OF_ANSWER = 6
"""Words of an answer beside which something else is said, at most."""
SAYING = frozenset({"answer", "echo", "closing", "topic", "practical", "grade", "set-up-detail"})
"""Kinds of words that may be one of several things said; every kind of command is another."""
COMMANDS = "command"
SEVERAL = 2
READY: frozenset[Command | None] = frozenset({"ready", "resume"})
NEW: frozenset[Command | None] = frozenset({"first_time", "done_before"})
"""What answers by a command."""


def with_parts(lexicon: Lexicon, context: Context, heard: Heard, read: Read) -> Heard:
    """The same, with each thing that is said beside the first by itself.

    What is grave or felt is heard with all that stands beside it.
    """
    heard = _without_its_number(lexicon, heard)
    words = [*enumerate(heard.words.split())]
    if heard.danger or heard.stop_signs or not 1 < len(words) <= MOST_WORDS:
        return heard
    felt = any(true and not id.startswith(PLACES) for id, true in heard.findings.items())
    if felt and not (context.coaching and heard.number is not None):
        return heard
    anchors, cuts = _anchors(lexicon, heard.words)
    if _says_one_thing(heard, anchors):  # As mostly.
        return heard
    ears = _Ears(lexicon, context, read, anchors, cuts, {})
    split = None if felt else ears.split(words, heard)
    if split is not None:
        answer, parts = split
        heard = replace(heard, **NO_MORE, **{name: getattr(answer, name) for name in ANSWERING})
    else:
        told = _telling(heard)
        answers = heard.answer or heard.number is not None or heard.command in ASKED | NEW
        told = told if context.coaching or answers else set()
        parts = list(ears.parts(words, told)) if told else []
        if not (parts or _telling(heard)):
            one = ears.aside(words)
            parts = [(1, one)] if one is not None else []
        parts = [(at, one) for at, one in parts if one.command not in DONE - PLAINLY]
        parts = [(at, one) for at, one in parts if one.command not in OF_ITS_WORDS]
        parts = [(at, one) for at, one in parts if one.command not in WAITS or _is_whole(one)]
    asks = heard.command in ASKED
    parts = [(at, one) for at, one in parts if at or not _is_filler(one, asks=asks)]
    beside = [_bare(one) for _, one in parts]
    named = next((one for one in beside if one.command), None)
    if (
        split is not None and named is not None and split[0].command not in DONE
    ):  # What is commanded is told by its name, too.
        beside = [*beside, *([_bare(split[0])] if split[0].command in READY | NEW else [])]
        own = {name: getattr(named, name) for name in ("command", "exercises", "part", "detail")}
        heard = replace(heard, **own)
    return replace(heard, beside=tuple(beside[:MOST_BESIDE])) if beside else heard


def _anchors(lexicon: Lexicon, text: str) -> tuple[dict[int, set[str]], set[int]]:
    """The words at which something begins that may be said by itself, with what it may be, and
    those at which something begins, with the "I" before it, or ends.
    """
    sentence = Sentence(lexicon, text)
    found = [
        (one.id, one.start, one.end)
        for one in matches(lexicon, sentence)
        if one.kind in SAYING or one.kind.startswith(COMMANDS)
    ]
    for at, word in enumerate(sentence.words):
        if word in lexicon.numbers or word.isdigit():
            found.append((word, at, at + 1))
    begin: dict[int, set[str]] = {}
    cuts = set()
    for id, start, end in found:
        first = sentence.origins[start]
        begin.setdefault(first, set()).add(id)
        cuts |= {first - 1, first, sentence.origins[end - 1] + 1}
    return begin, cuts


def _says_one_thing(heard: Heard, anchors: dict[int, set[str]]) -> bool:
    """Whether one meaning was heard, and nothing else begins in its words or beside them."""
    named = [heard.answer, heard.number, heard.command, heard.topic, heard.step]
    if sum(one is not None for one in named) >= SEVERAL or not anchors.keys() <= _telling(heard):
        return False
    own = (heard.command or "").replace("_", "-")
    return all(own in ids and ids.isdisjoint(PLAIN) for ids in anchors.values())


def _without_its_number(lexicon: Lexicon, heard: Heard) -> Heard:
    """The same without a number in the words of a wish for less talk: "you talk too much"."""
    number, command = (heard.origin.get(name, ()) for name in ("number", "command"))
    words = heard.words.split()
    counts = any(words[at] in lexicon.numbers or words[at].isdigit() for at in number)
    of_it = heard.command == "briefer" and not counts and {*number} <= {*command}
    return replace(heard, number=None) if of_it else heard


def _is_filler(heard: Heard, *, asks: bool = False) -> bool:
    """Whether an opening wait only leads to what is said behind it: "hang on, which leg?"."""
    length = len(heard.words.split())
    short = length <= MOST_OF_FILLER and (length > 1 or asks or heard.command == WAIT)
    return heard.command in WAITS and (short or (asks and heard.command == WAIT))


def _is_whole(heard: Heard) -> bool:
    """Whether nearly all words of a part say what it commands."""
    return len(_telling(heard)) >= len(heard.words.split()) - 1


def _telling(heard: Heard) -> set[int]:
    return {at for name in TELLING for at in heard.origin.get(name, ())}


def _bare(heard: Heard) -> Heard:
    return replace(heard, beside=(), origin={})


class _Ears(Struct, frozen=True):
    """What a part of a sentence is read with; each part is read once."""

    lexicon: Lexicon
    context: Context
    read: Read
    anchors: dict[int, set[str]]
    cuts: set[int]
    known: dict[tuple[str, str], Heard]

    def holds(self, words: list[Word]) -> bool:
        """Whether something that may be said by itself begins in a part."""
        return any(at in self.anchors for at, _ in words)

    def hear(self, words: list[Word]) -> Heard:
        """A part of a sentence by itself."""
        return self._heard_at(words, self.context)

    def _heard_at(self, words: list[Word], context: Context) -> Heard:
        text = " ".join(word for _, word in words)
        key = text, context.talk
        if key not in self.known:
            self.known[key] = self.read(self.lexicon, text, context)
        return self.known[key]

    def aside(self, words: list[Word]) -> Heard | None:
        """What is asked or commanded in a part; before exercise as in it, too."""
        one = self.hear(words)
        if _tells(one):
            return None
        if self.context.talk == "before-exercise" and not (
            one.command in OF_QUESTIONS or self._leads(one)
        ):
            coached = self._heard_at(words, replace(self.context, **IN_A_REST))
            whole = len(_telling(coached)) >= len(words) - 1
            if coached.command in ASKED | DONE and whole and not _tells(coached):
                return coached
        before = self.context.talk == "before-exercise"
        counts = one.command in ASKED | DONE or self._leads(one)
        counts = counts and not (before and one.command == "no_equipment")
        asks = one.command is None and one.topic is not None and one.asks
        return one if counts or asks else None

    def _leads(self, heard: Heard) -> bool:
        """Whether a command answers what is open: that somebody is ready, or that it is new."""
        of_steps = self.context.question in OF_STEPS
        return heard.command in (NEW if of_steps else READY if self.context.coaching else ())

    def parts(self, words: list[Word], told: set[int]) -> Iterator[tuple[int, Heard]]:
        """What is answered or said in the words between those that tell something."""
        for part in self._between(words, told):
            if self.holds(part):
                yield from self._each(part)

    def _each(self, part: list[Word]) -> Iterator[tuple[int, Heard]]:
        """What is said in some words, one thing after the other."""
        halves = next(self._joined(part), None)
        if halves is not None:
            for half in halves:
                yield from self._each(half)
            return
        one = self.aside(part) or self.hear(part)
        if _tells(one):
            return
        asks = one.topic and one.asks and one.command is None
        if one.command in ASKED | DONE or asks or self._leads(one):
            yield part[0][0], one
        said = {part[at][0] for at in _telling(one) if at < len(part)}
        if said and len(said) < len(part):
            yield from self.parts(part, said)

    def _joined(self, part: list[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
        """Two halves with a word that joins them, each asked or commanded by itself."""
        sentence = Sentence(self.lexicon, " ".join(word for _, word in part))
        for at in sentence.places(JOINING[0]) + sentence.places(JOINING[1]):
            half = sentence.origins[at]
            halves = self._stripped(part[:half]), self._stripped(part[half:])
            if not all(halves):
                continue
            first, second = (self.aside(one) for one in halves)
            if first and second and first.command != second.command:
                yield halves

    def split(
        self, words: list[Word], whole: Heard
    ) -> tuple[Heard, list[tuple[int, Heard]]] | None:
        """An answer at one end of a sentence, and what else it says; None where there is none."""
        best: tuple[int, Heard, list[tuple[int, Heard]]] | None = None
        if whole.step is not None or whole.exercise or whole.routine:
            return None
        if whole.command in NEW and whole.detail:
            return None  # "First time, but give me the hard one."
        most = len(words)
        for length in range(1, min(MOST_OF_ANSWER, most - 1) + 1):
            for cut, own, rest in (
                (length, words[:length], words[length:]),
                (most - length, words[-length:], words[:-length]),
            ):
                found = self._split_at(own, rest, whole) if cut in self.cuts else None
                if found is not None and (best is None or found[0] > best[0]):
                    best = found
        return best[1:] if best is not None else None

    def _split_at(
        self, own: list[Word], rest: list[Word], whole: Heard
    ) -> tuple[int, Heard, list[tuple[int, Heard]]] | None:
        """How many words tell something, where an answer and the rest are each heard alone."""
        if not self.holds(own):
            return None
        answer, others = self._answer(own), self._stripped(rest)
        if answer is None or not others or _differs(whole, answer):
            return None
        if answer.command in DONE and (whole.number is not None or whole.answer):
            return None
        one = self.aside(others)
        answers = one is not None and (one.number is not None or one.answer in PLAIN)
        if one is None or answers or one.command in NEW | READY:
            return None
        if not self._is_outside(own, answer, whole):
            return None
        said = _telling(one)
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
        return len(_telling(answer)) + len(said), answer, parts

    def _is_outside(self, own: list[Word], answer: Heard, whole: Heard) -> bool:
        """Whether an answer stands beside what the whole of a sentence commands.

        "Remember where I am", "were those ten" and "the other one" answer nothing.
        """
        commanded = {*whole.origin.get("command", ())}
        ends = own[0] if own[0][0] == 0 else own[-1]
        sentence = Sentence(self.lexicon, ends[1])
        word = "<no>" if answer.answer == "no" else "<yes-word>"
        plain = len(own) == 1 and bool(sentence.reach(0, word))
        if answer.number is not None and whole.number is None:
            counted = own[-1][1] in self.lexicon.numbers or own[-1][1].isdigit()
            return counted and answer.number != 1 and commanded.isdisjoint(at for at, _ in own)
        if answer.number is not None or answer.command in DONE:
            return True
        if plain or (self.context.question in OF_STEPS and len(own) > 1):
            return True
        says = Sentence(self.lexicon, " ".join(word for _, word in own))
        named = says.has(word, range(len(says)))
        leads = self._leads(answer) and commanded <= {at for at, _ in own}
        agrees = whole.answer == answer.answer is not None
        denies = answer.answer == "no"
        return (named or leads or agrees or denies) and len(own) > 1

    def _answer(self, words: list[Word]) -> Heard | None:
        """Words that answer what is open, and do no more than that."""
        own = self._stripped(words)
        if len(own) != len(words):
            return None
        one = self.hear(own)
        names = (*ANSWERING, "age", "asks", "side", "step", "step_done")
        bare = Heard(**{name: getattr(one, name) for name in names})
        told = _telling(one)
        if replace(one, words="", origin={}) != bare:
            return None
        if one.number is not None:  # The "when" of "two, when can I run" is asked.
            return one if own[0][0] or len(own) - 1 in told else None
        if one.command in DONE:  # "At the back" leads nowhere.
            plain = one.command in PLAINLY and len(told) == len(own)
            return one if plain and not _is_filler(one) else None
        if self._leads(one):
            long = len(own) > 1 or not own[0][0]
            return one if long and len(told) >= len(own) - 1 else None
        plainly = one.answer == "yes" if self.context.coaching else one.answer in PLAIN
        of_steps = self.context.question in OF_STEPS and len(own) > 1
        return one if plainly and (of_steps or len(told) == len(own)) else None

    def _between(self, words: list[Word], told: set[int]) -> Iterator[list[Word]]:
        """The words before, between and behind those that tell something."""
        part: list[Word] = []
        for at, word in [*words, (-1, "")]:
            if at >= 0 and at not in told:
                part.append((at, word))
                continue
            if stripped := self._stripped(part):
                yield stripped
            part = []

    def _stripped(self, part: list[Word]) -> list[Word]:
        """The words without those at their ends that only join them to the others."""
        if not part:
            return part
        sentence = Sentence(self.lexicon, " ".join(word for _, word in part))
        first, last = 0, len(sentence)
        while first < last and sentence.is_one_of(first, JOINING):
            first += 1
        while last > first and sentence.is_one_of(last - 1, JOINING):
            last -= 1
        if first == last:
            return []
        return part[sentence.origins[first] : sentence.origins[last - 1] + 1]


def _tells(heard: Heard) -> bool:
    """Whether a part of a sentence tells what is felt, and is none of those that stand alone."""
    return bool(heard.danger or heard.stop_signs or any(heard.findings.values()))


def _differs(whole: Heard, answer: Heard) -> bool:
    """Whether the whole of a sentence answers otherwise than a part of it, and plainly."""
    if whole.answer in PLAIN and answer.answer in PLAIN:
        return whole.answer != answer.answer
    return False
