"""What of all that was felt is said to be so, said not to be so, or left in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from simulator.understanding.hearing import Heard
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Span

_CARRIES_ON = ("or", "nor", "any")


class Said(Enum):
    """How something was mentioned. Only `SO` may be taken for true."""

    SO = "so"
    NOT_SO = "not so"
    IN_DOUBT = "in doubt"


def how_said(heard: Heard, spans: Sequence[Span], start: int = 0) -> list[Said]:
    """How each of `spans` (in order, not overlapping) is mentioned, from word `start` on.

    A denial reaches to the next value, over "or" to further ones, and never across a break.
    Anything that could be read both ways is in doubt.
    """
    reading = _Reading(heard, spans, start)
    reading.read()
    return [reading.said[span] for span in spans]


class _Reading:
    """One pass from the first word to the last."""

    def __init__(self, heard: Heard, spans: Sequence[Span], start: int) -> None:
        self.said = dict.fromkeys(spans, Said.SO)
        self._heard = heard
        self._starts = {span.start: span for span in spans}
        self._at = start
        self._denial: Said | None = None
        self._denied_at = -1
        self._spent = False
        self._clause: list[Span] = []
        self._before: list[Span] = []

    def read(self) -> None:
        """Goes through all words and values."""
        while self._at < len(self._heard.words):
            span = self._starts.get(self._at)
            if self._heard.dropped_before(self._at) & habits().pronouns:
                self._pronoun()
            if span is not None:
                self._value(span)
                self._at = span.end
            else:
                self._word(self._heard.words[self._at])
                self._at += 1
        self._end_clause()

    def _value(self, span: Span) -> None:
        if self._denial is not None:
            directly = self._spent and self._heard.words[span.start - 1] not in _CARRIES_ON
            self.said[span] = Said.IN_DOUBT if directly else self._denial
            self._spent = True
        self._clause.append(span)

    def _word(self, word: str) -> None:
        own = habits()
        just_denied = self._denial is not None and not self._spent and self._denied_at >= 0
        if just_denied and word in own.reversals:
            self._denial = None
            return
        if just_denied and word in own.softeners:
            self._denial = Said.IN_DOUBT
            return
        if word in own.denials or word in own.half_denials:
            if self._spent:
                self._forget()
            able = self._at > 0 and self._heard.words[self._at - 1] in own.abilities
            soft = able or word in own.half_denials or self._denial is Said.IN_DOUBT
            self._denial = Said.IN_DOUBT if soft else Said.NOT_SO
            self._denied_at = self._at
        elif length := self._past_length():
            self._past(length)
        elif word in own.breaks or (word == "and" and self._new_thought()):
            self._end_clause()
        elif self._denial is None:
            if word in own.half_breaks:
                self._end_clause()
        elif self._spent:
            self._spent_word(word)
        elif word in own.half_breaks or word in own.pronouns:
            self._pronoun()

    def _pronoun(self) -> None:
        """After "not ... it" or "not ... my" a new thought may have begun, or not."""
        if self._denial is None or self._spent:
            return
        if self._denial_is_whole():
            self._end_clause()
        else:
            self._denial = Said.IN_DOUBT

    def _denial_is_whole(self) -> bool:
        """Whether what is denied was said in full: "i can not run", "it is not the heel"."""
        own, words = habits(), self._heard.words
        denied = words[self._denied_at + 1 : self._at]
        if not denied or not (own.softeners | own.half_breaks).isdisjoint(denied):
            return False
        if words[self._denied_at - 1] in own.abilities:
            return denied[0] in own.deeds
        # "It does not hurt my heel" goes on, "it does not hurt, it ..." does not.
        pains = own.pains if words[self._at] in own.pronouns else frozenset[str]()
        return denied[-1] in own.parts | pains

    def _past_length(self) -> int:
        """How many words say here that something was once; 0 if none."""
        rest = self._heard.words[self._at :]
        phrases = (tuple(phrase.split()) for phrase in habits().past)
        return max((len(past) for past in phrases if rest[: len(past)] == past), default=0)

    def _past(self, length: int) -> None:
        """Takes back what came before; where a value follows ("gone numb") it says what is."""
        if self._at + length not in self._starts:
            self._take_back(self._clause or self._before)

    def _take_back(self, spans: list[Span]) -> None:
        for span in spans:
            if self.said[span] is Said.SO:
                self.said[span] = Said.IN_DOUBT

    def _spent_word(self, word: str) -> None:
        """A word after a denial that has found its value: only "or" carries it on."""
        if word == "and":
            self._denial = Said.IN_DOUBT
        elif word not in _CARRIES_ON:
            self._forget()

    def _new_thought(self) -> bool:
        following = self._heard.spoken_after(self._at + 1)
        return following in habits().goes_on

    def _end_clause(self) -> None:
        """A denial that found nothing after it may mean what came before: "numbness, no"."""
        if self._denial is not None and not self._spent and not self._lasts():
            turned = self._turns_back()
            self._take_back(self._clause + (self._before if turned else []))
        self._forget()
        self._before, self._clause = self._clause, []

    def _turns_back(self) -> bool:
        """Whether the denial is about all that was said before: "but not now"."""
        own = habits()
        following = self._heard.words[self._denied_at + 1 : self._at]
        turn = self._heard.words[self._denied_at - 1] in own.turns
        return turn and own.softeners.union(own.times).issuperset(following)

    def _lasts(self) -> bool:
        following = self._heard.words[self._denied_at + 1 : self._at]
        return any(word in habits().lasting for word in following)

    def _forget(self) -> None:
        self._denial = None
        self._denied_at = -1
        self._spent = False
