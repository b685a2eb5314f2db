"""What stands against exercise is heard beside every wish for it, whichever way it is wished."""

from __future__ import annotations

from itertools import product

from benchmarks.understand import context_of
from skill.understanding.read import read
from tests.row import each_row
from tools.content.load import load

WISHES = (
    "start the calf routine",
    "put me through my paces",
    "i'm here for my exercises",
    "give me some ankle strengthening",
    "any exercises for me",
    "balance training please",
    "i want to strengthen my calves",
    "what exercises have you got",
    "read me the list so i can pick one",
    "i'd like to improve my balance",
    "hook me up with a workout",
)
AT_THE_LIST = ("the calf one", "any others", "what's in it", "you choose", "which is best for me")
AGAINST = {
    "i'm five months pregnant": "pregnant",
    "i'm diabetic": "diabetes",
    "my ankle is swollen": "swelling",
    "my foot is numb": "numbness",
    "i had an operation on it three weeks ago": "recent-surgery-or-plaster",
    "i felt a snap in my calf yesterday": "sudden-snap",
    "i twisted it yesterday": "recent-twist-or-fall",
    "i took cipro last month": "quinolone-antibiotic",
    "my toes have gone black": "black-or-dusky-skin",
}


@each_row(
    ("asked", "wish", "danger"),
    [
        *product(("launch", "how-it-began"), WISHES, AGAINST),
        *product(("choose-routine",), AT_THE_LIST, AGAINST),
    ],
)
def test_what_stands_against_exercise_is_heard_beside_a_wish(
    asked: str, wish: str, danger: str
) -> None:
    library = load()
    said = f"{wish} {danger}"
    heard = read(library.words["en"].lexicon, said, context_of(library, asked))
    assert heard.findings.get(AGAINST[danger]), said
