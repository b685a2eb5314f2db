"""What the rest of a sentence means, once words that tell of elsewhere are left out of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from skill.understanding.heard import Heard, Read
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.remainders import left, said_words


class Rest(Struct, frozen=True):
    """What the words of a sentence beside those of elsewhere mean; each rest is read once."""

    reading: Reading
    read: Read
    known: dict[str, Heard]

    def without(self, words: Iterable[int], whole: Heard) -> Heard:
        """What is meant by all but some words, of a sentence that was heard as a whole."""
        reading = self.reading
        said = left(reading.sentence, said_words(reading.sentence, words))
        if said not in self.known:
            alone = self.read(reading.lexicon, said, reading.context) if said else Heard()
            self.known[said] = replace(alone, words=whole.words, origin={})
        return self.known[said]

    def tells(self, rest: Heard) -> bool:
        """Whether the rest tells a danger, or what is asked for: then it counts by itself."""
        return bool(rest.danger or rest.told & self.reading.context.asked)
