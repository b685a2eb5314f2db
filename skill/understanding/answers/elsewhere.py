"""What is told of elsewhere is a no to what is asked of this leg today.

Asked for a danger, people tell of the other leg ("same as the other one"), of another time ("once,
in seventy nine"), of another thing ("only when I see my bank balance") or of somebody else ("my
mother had it, I don't"). Each of these has a reader, which finds those words. What is said beside
them is read by itself: where it tells a danger, or what is asked for, it counts, and else all of it
is a no.

The other leg comes first, as what it is likened to says how this one is. A time comes before things
and people: what is long over is so whoever had it, and needs no second reading.
"""

from __future__ import annotations

from skill.understanding.answers.anothers import anothers
from skill.understanding.answers.likened import by_likeness
from skill.understanding.answers.long_over import long_over
from skill.understanding.answers.only_another import only_another
from skill.understanding.answers.rest import Rest
from skill.understanding.heard import Heard, Read
from skill.understanding.reading.reading import Reading


def told_of_elsewhere(reading: Reading, heard: Heard, read: Read) -> Heard:
    """The same, with the no that lies in telling of elsewhere."""
    if not reading.context.worries_by_yes:
        return heard
    rest = Rest(reading, read, {})
    heard = by_likeness(rest, heard)
    if not reading.context.looks_for_danger:
        return heard
    heard = long_over(reading, heard)
    heard = only_another(rest, heard)
    return anothers(rest, heard)
