"""What Alexa makes of words: the request that they become, by the committed interaction model.

It is strict: an exact sample with values of the catalogue; else free speech behind the longest
carrier; else a whole sentence. Nobody here knows how often Alexa takes the seeded type for a
sentence, and how often the fallback, which carries no words: `seeded` chooses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.envelope import FilledSlot
from simulator.invocation import without_invocation, without_wake_word
from simulator.samples import Matched, Samples

SENTENCE = "SentenceIntent"
FALLBACK = "AMAZON.FallbackIntent"

_NO_WORD = re.compile(r"[^\w' ]+|_")


@dataclass(frozen=True)
class Meant:
    """An intent with its slots; `intent` is None where the skill is only to be opened."""

    intent: str | None
    filled: tuple[FilledSlot, ...] = ()
    unfilled: tuple[str, ...] = ()


class Matchers:
    """The interaction models by locale; another locale is heard by the first of them."""

    def __init__(self, documents: Mapping[str, Mapping[str, Any]], seeded: bool = True) -> None:
        """Take at least one document in the committed form, and make the matcher of the first.

        Raises:
            KeyError: the first document is not an interaction model.
        """
        self._documents = documents
        self._seeded = seeded
        self._first = next(iter(documents))
        self._made = {self._first: Matcher(documents[self._first], seeded)}

    def of(self, locale: str) -> Matcher:
        """The matcher of a locale."""
        name = locale if locale in self._documents else self._first
        if name not in self._made:
            self._made[name] = Matcher(self._documents[name], self._seeded)
        return self._made[name]


class Matcher:
    """An interaction model that listens. It does not change and serves many conversations."""

    def __init__(self, document: Mapping[str, Any], seeded: bool = True) -> None:
        """Take the committed form, `{"interactionModel": {"languageModel": ...}}`.

        Raises:
            KeyError: the document is not an interaction model.
        """
        language = document["interactionModel"]["languageModel"]
        self._seeded = seeded
        self._invocation_name: str = language["invocationName"]
        self._samples = Samples(language)
        self._slots: dict[str, dict[str, str]] = {
            intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
            for intent in language["intents"]
        }

    def meant(self, text: str) -> Meant:
        """What `text` means, said with the skill's name or without."""
        spoken = without_wake_word(text)
        wanted = without_invocation(spoken, self._invocation_name)
        if wanted == "":
            return Meant(None)
        said = _as_heard(spoken if wanted is None else wanted)
        matched = self._samples.exact(said, but=SENTENCE) or self._samples.carried(said)
        return self._whole(matched or self._sentence(said))

    def _sentence(self, said: str) -> Matched:
        if not (said and self._seeded and self._slots.get(SENTENCE)):
            return Matched(FALLBACK)
        [(slot, kind)] = self._slots[SENTENCE].items()
        return Matched(SENTENCE, (FilledSlot(slot, kind, said, *self._samples.whole(said, kind)),))

    def _whole(self, matched: Matched) -> Meant:
        """With the slots that nothing was said for: a request lists all of its intent's."""
        filled = {slot.name for slot in matched.filled}
        unfilled = tuple(slot for slot in self._slots.get(matched.intent, ()) if slot not in filled)
        return Meant(matched.intent, matched.filled, unfilled)


def _as_heard(text: str) -> str:
    """As speech recognition writes it: small letters, no signs but apostrophes."""
    return " ".join(_NO_WORD.sub(" ", text.lower().replace("\u2019", "'")).split())
