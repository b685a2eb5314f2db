"""To name what is in good order tells of no trouble with it; a danger beside it still counts."""

from __future__ import annotations

from itertools import cycle, product

import pytest

from tests.understanding.hearing import heard_at

NAMES = {
    "me bladder": "bladder-or-bowel",
    "my bladder and bowels": "bladder-or-bowel",
    "me bladder and me bowels": "bladder-or-bowel",
    "me waterworks": "bladder-or-bowel",
    "my breathing": "breathless-or-chest-pain",
    "me chest and me lungs": "breathless-or-chest-pain",
    "me groin": "saddle-numbness",
    "the feeling in me foot": "numbness",
    "me temperature": "fever",
}
GOOD = (
    "I have no trouble with {name}",
    "no bother with {name}",
    "not a bother with {name}",
    "no problems at all with {name}",
    "nothing wrong with {name}",
    "I'm alright with {name}",
    "{name} are all good",
    "{name} are grand",
    "{name} is right as rain",
    "{name} are working fine",
    "{name} never give me any trouble",
)
LEADING = ("{told}", "no {told}", "ah no {told}", "{told} thanks be to god", "no touch wood {told}")
DANGERS = {
    "bladder-or-bowel": ("I can't hold me pee", "my bowels are leaking", "I wet myself"),
    "breathless-or-chest-pain": ("I'm short of breath", "my chest hurts", "it hurts to breathe"),
    "saddle-numbness": ("I'm numb between my legs",),
    "numbness": ("my toes are numb", "I can't feel my toes"),
    "fever": ("I have a fever", "I'm burning up"),
}
BESIDE = (
    "{good} but {danger}",
    "{danger} and {good}",
    "no {good} except {danger}",
    "{good} {danger}",
)
NOT_SO = {
    "me bladder is not grand": "bladder-or-bowel",
    "my bladder is fine except I leak": "bladder-or-bowel",
    "trouble with me bladder and me bowels": "bladder-or-bowel",
    "my bladder gives me trouble": "bladder-or-bowel",
    "chest is fine sitting but hurts when I breathe": "breathless-or-chest-pain",
    "my chest is good and tight": "breathless-or-chest-pain",
    "trouble with me breathing": "breathless-or-chest-pain",
    "no feeling in me foot": "numbness",
    "no feeling down there": "saddle-numbness",
    "my temperature is up": "fever",
}


@pytest.mark.parametrize(("name", "flag"), NAMES.items())
def test_what_is_well_is_a_no(name: str, flag: str) -> None:
    leading = cycle(LEADING)
    told = [next(leading).format(told=good.format(name=name)) for good in GOOD]

    for at in (flag, "result"):
        heard = {said: heard_at(at, said) for said in told}
        assert not [said for said, one in heard.items() if one.danger or one.findings.get(flag)]
    assert not [said for said in told if heard_at(flag, said).answer != "no"]


@pytest.mark.parametrize("flag", DANGERS)
def test_a_danger_beside_it_counts(flag: str) -> None:
    goods = cycle(good.format(name=name) for name, good in zip(NAMES, GOOD, strict=False))
    told = [
        frame.format(good=next(goods), danger=danger)
        for danger, frame in product(DANGERS[flag], BESIDE)
    ]

    assert not [said for said in told if not _counts(flag, said)]


@pytest.mark.parametrize(("said", "flag"), NOT_SO.items())
def test_what_is_not_well_counts(said: str, flag: str) -> None:
    assert _counts(flag, said)


def _counts(flag: str, said: str) -> bool:
    heard = heard_at(flag, said)
    so = {id for id, true in heard.findings.items() if true}
    return flag in {*so, *heard.danger} or heard.answer in {"yes", "kind_of", "not_sure"}
