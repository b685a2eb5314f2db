"""A sentence and the open question → what it means."""

from __future__ import annotations

from skill.library.types.hearing import Lexicon
from skill.understanding.answers import answers, joined
from skill.understanding.clauses import mark
from skill.understanding.commands import command
from skill.understanding.findings import Told, findings
from skill.understanding.heard import Answer, Context, Heard
from skill.understanding.matching import Match, Sentence, matches
from skill.understanding.numbers import Number, numbers
from skill.understanding.people import ADULT, OLD, age, person
from skill.understanding.polarity import Holds, holds
from skill.understanding.times import TIME_QUESTIONS, Time, since, times
from skill.understanding.topics import longest, topic

SIX_WEEKS = 42
PAIN_QUESTIONS = ("how-much-pain",)
COUNT_QUESTIONS = ("last-sessions",)
MOST_PAIN = 10


def read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """Everything that a sentence means in its context. The same input gives the same output."""
    return _Reading(lexicon, sentence, context).heard()


class _Reading:
    """One sentence on its way from words to meanings."""

    def __init__(self, lexicon: Lexicon, sentence: str, context: Context) -> None:
        self.lexicon = lexicon
        self.context = context
        self.sentence = Sentence(lexicon, sentence)
        mark(self.sentence)
        self.found = matches(lexicon, self.sentence)
        self.marks = [m for m in self.found if m.kind == "mark"]
        self.numbers = numbers(lexicon, self.sentence)
        self.times = times(lexicon, self.sentence, self.numbers, self.found, context)
        if context.question is None:  # At an opening it is another person who needs the help.
            self.found = [m for m in self.found if m.id != "others"]
            self.marks = [m for m in self.marks if m.id != "others"]
        self.told = findings(lexicon, self.sentence, self.found, self.times, context.question)
        self.origin: dict[str, tuple[int, ...]] = {}

    def heard(self) -> Heard:
        said = " ".join(self.sentence.said)
        about = person(self.found)
        if any(m.id == "animal" for m in self.marks):
            return Heard(words=said)
        order = self._command()
        danger = self._danger()
        aside = any(m.id == "aside" for m in self.marks)
        if aside and not self.told and not danger:
            return Heard(words=said, command=order.id.replace("-", "_") if order else None)
        how_old = age(self.lexicon, self.sentence, self.numbers, self.context)
        answer = self._plain_answer()
        if answer in ("no", "not_really"):  # What is a finding only as an answer was denied.
            self.told = [t for t in self.told if not t.match.kind.startswith("at-")]
        facts = self._findings(how_old)
        if about is not None and about.id == "child":
            facts["under-eighteen"] = True
        course = self._course()
        if course is not None and course.id in ("better", "worse", "comes-and-goes"):
            id = "comes-and-goes" if course.id == "comes-and-goes" else f"getting-{course.id}"
            facts.setdefault(id, True)
        span = since(self.times, self.context.question in TIME_QUESTIONS)
        if span is not None:
            facts.setdefault("over-six-weeks", span.days > SIX_WEEKS)
        asked = topic(self.sentence, self.found, self.context)
        aspect = longest(self.found, "aspect") if asked or self._asks() else None
        if self.context.question is not None:
            answer = self._by_content(answer, facts, span)
        if order is not None and not self._beside(order):
            answer = None
        part = self._whole("body-part")
        return Heard(
            answer=self._kept("answer", answer, None),
            findings=facts,
            side=self._side(),  # type: ignore[arg-type]
            since_days=self._kept("since_days", round(span.days), span) if span else None,
            course=self._id("course", course),  # type: ignore[arg-type]
            number=self._number(),
            topic=self._id("topic", asked, turn=False),
            aspect=self._id("aspect", aspect, turn=False),
            exercise=self._id("exercise", self._named("exercise", order), turn=False),
            routine=self._id("routine", self._named("routine", order), turn=False),
            minutes=self._minutes(),
            body_part=self._id("body_part", part),
            person=self._id("person", about),  # type: ignore[arg-type]
            age=self._kept("age", int(how_old.value), how_old) if how_old else None,
            stop_signs=tuple(dict.fromkeys(m.id for m in self._so("stop-sign")))
            if self.context.coaching
            else (),
            hurts=any(m.kind == "hurts" for m in self.found) and self.context.coaching,
            danger=danger,
            command=self._id("command", order),
            words=said,
            origin=self.origin,
        )

    def _kept(self, name: str, value, at):  # type: ignore[no-untyped-def]
        """The value, with a note of the words that it came from."""
        if value is not None and at is not None:
            self.origin[name] = self.sentence.source(at.start, at.end)
        return value

    def _id(self, name: str, match: Match | None, turn: bool = True) -> str | None:
        if match is None:
            return None
        self.origin[name] = self.sentence.source(match.start, match.end)
        return match.id.replace("-", "_") if turn else match.id

    def _named(self, kind: str, order: Match | None) -> Match | None:
        """The exercise or routine that is wished for; a name in a plain statement is no wish."""
        named = longest(self.found, kind)
        if named is None:
            return None
        wished = order is not None and order.id in ("start-exercise", "how-to", "remember")
        whole = named.end - named.start >= len(self.sentence) - 1
        return named if wished or (whole and self.context.question is None) else None

    def _asks(self) -> bool:
        return any(
            m.id in ("question", "ask") or m.id == "idle-question" and self.context.question is None
            for m in self.marks
        )

    def _so(self, kind: str) -> list[Match]:
        """Matches of a kind that are said to be so, outside harmless phrases."""
        calm = [m for m in self.found if m.kind == "harmless"]
        return [
            m
            for m in self.found
            if m.kind == kind
            and not any(c.start <= m.start and m.end <= c.end for c in calm)
            and holds(self.sentence, m, self.marks) is Holds.IS
        ]

    def _whole(self, kind: str) -> Match | None:
        return longest(self._so(kind), kind)

    def _findings(self, how_old: Number | None) -> dict[str, bool]:
        facts: dict[str, bool] = {}
        for told in self.told:
            if told.holds in (Holds.IS, Holds.IS_NOT):
                facts[told.id] = told.holds is Holds.IS
                self.origin[told.id] = self.sentence.source(told.match.start, told.match.end)
        for id in [id for id, true in facts.items() if true]:
            for follows in self.lexicon.implies.get(id, ()):
                facts[follows] = True
                self.origin.setdefault(follows, self.origin[id])
        if "can-bear-weight" in facts:
            facts["cannot-bear-weight"] = not facts["can-bear-weight"]
        if how_old is not None and how_old.value < ADULT:
            facts["under-eighteen"] = True
        elif how_old is not None and how_old.value >= OLD:
            facts["over-65"] = True
        return facts

    def _danger(self) -> tuple[str, ...]:
        raised = [m.id for m in self._so("danger")]
        urgent = self.lexicon.urgent
        return tuple(
            dict.fromkeys(
                [*raised, *(t.id for t in self.told if t.holds is Holds.IS and t.id in urgent)]
            )
        )

    def _command(self) -> Match | None:
        return command(self.sentence, self.found, self.context)

    def _beside(self, order: Match) -> bool:
        """Whether an answer stands beside a command, outside its words."""
        return order.end - order.start < len(self.sentence) - 1

    def _course(self) -> Match | None:
        wholes = [m for m in self.found if m.kind == "finding"]
        every = [
            m
            for m in self.found
            if m.kind == "course"
            and not any(
                w.start <= m.start and m.end <= w.end and w.end - w.start > m.end - m.start
                for w in wholes
            )
            and holds(self.sentence, m, self.marks) is not Holds.SUPPOSED
        ]
        outer = [
            m
            for m in every
            if not any(
                o is not m
                and o.start <= m.start
                and m.end <= o.end
                and o.end - o.start > m.end - m.start
                for o in every
            )
        ]
        so = [m for m in outer if holds(self.sentence, m, self.marks) is not Holds.IS_NOT]
        moves = [m for m in so if m.id != "same"] or so
        if moves:
            return max(moves, key=lambda m: (m.start, m.end))
        not_so = [m for m in outer if m.id in ("better", "worse")]
        return not_so[-1]._replace(id="same") if not_so else None

    def _side(self) -> str | None:
        told = sorted((m for m in self.found if m.kind == "side"), key=lambda m: m.start)
        ids = [m.id for m in told if holds(self.sentence, m, self.marks) is not Holds.IS_NOT]
        if not ids:
            return None
        corrected = any(m.id == "correction" for m in self.marks)
        if "both" in ids or (len(set(ids)) > 1 and not corrected and self._and(told)):
            return "both"
        return ids[-1] if corrected else ids[0]

    def _and(self, told: list[Match]) -> bool:
        return (
            any(self.sentence.reach(at, "<and>") for at in range(told[0].end, told[-1].start))
            and told[-1].start - told[0].end <= 3
        )

    def _number(self) -> int | None:
        """A pain from 0 to 10, or the count that was asked for."""
        if self.context.question in COUNT_QUESTIONS:
            return self._told(self.numbers[-1]) if self.numbers else None
        asked = self.context.talk == "pain" or self.context.question in PAIN_QUESTIONS
        scale = any(m.id == "scale" for m in self.marks)
        rated = [n for n in self.numbers if self._is_rating(n)] if asked or scale else []
        if rated:
            corrected = any(
                self.sentence.reach(at, "<no>") or self.sentence.reach(at, "<correction>")
                for at in range(rated[0].end, rated[-1].start)
            )
            return self._told(rated[-1] if corrected else max(rated, key=lambda n: n.value))
        levels = [m for m in self.found if m.kind == "pain-level"] if asked else []
        if levels:
            best = max(levels, key=lambda m: (m.end - m.start, int(m.id)))
            self.origin["number"] = self.sentence.source(best.start, best.end)
            return int(best.id)
        return None

    def _is_rating(self, number: Number) -> bool:
        """Whether a number stands by itself, and is not that of a scale, a time or an age."""
        follows = self.sentence.words[number.end : number.end + 1]
        return (
            not (follows and follows[0] in self.lexicon.units)
            and not self.sentence.reach(number.end, "<counted>")
            or bool(self.sentence.reach(number.end, "<of-ten>"))
        ) and not self.sentence.reach(number.start - 2, "<of-scale>")

    def _told(self, number: Number) -> int:
        self.origin["number"] = self.sentence.source(number.start, number.end)
        value = int(number.value + 0.5)
        return value if self.context.question in COUNT_QUESTIONS else min(value, MOST_PAIN)

    def _minutes(self) -> int | None:
        if self.context.talk == "check":
            return None
        for number in self.numbers:
            at = number.end
            if self.sentence.reach(at, "<minute>"):
                ready = any(m.id == "has-time" for m in self.marks)
                if ready or number.start <= 1 and at + 1 == len(self.sentence):
                    self.origin["minutes"] = self.sentence.source(number.start, at + 1)
                    return int(number.value)
        return None

    def _plain_answer(self) -> Answer | None:
        """What the words that are answers come to."""
        kinds = (
            "answer",
            "echo",
            "closing",
            *(("offer",) if self.context.talk == "result" else ()),
        )
        told = answers(self.sentence, [m for m in self.found if m.kind in kinds])
        answer = joined(told)
        if told:
            self.origin["answer"] = tuple(
                i for m in told for i in self.sentence.source(m.start, m.end)
            )
        return answer

    def _by_content(
        self, answer: Answer | None, facts: dict[str, bool], span: Time | None
    ) -> Answer | None:
        question, parts = self.context.question, self.context.parts
        yes = [p for p in parts if facts.get(p)]
        no = [p for p in parts if facts.get(p) is False]
        if self.context.alarm_is_no:
            if question in facts:
                return (
                    ("yes" if facts[question] else "no")
                    if answer in (None, "yes", "no")
                    else answer
                )
        elif yes:
            if answer is None and any(m.id == "hedge" for m in self.marks):
                return "kind_of"
            return "yes" if answer in (None, "no", "not_really", "not_sure") else answer
        elif no and answer is None and (len(parts) == 1 or len(no) == len(parts) - 1):
            return "no"
        for match in self.found:
            if match.id == question and match.kind in ("yes-at", "no-at"):
                told: Answer = "yes" if match.kind == "yes-at" else "no"
                return told if answer in (None, "yes", "no") else answer
        if answer is not None:
            return answer
        if any(t.holds is Holds.OVER and t.id in parts for t in self.told):
            return "kind_of"
        if question == "over-six-weeks" and span is not None:
            return "yes" if span.days > SIX_WEEKS else "no"
        return None


__all__ = ["Told", "read"]
