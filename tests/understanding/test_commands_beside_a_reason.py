"""What is wanted counts before why it is wanted: "it's too easy for me, louder please"."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

WISHES = {
    "louder please": {"volume"},
    "skip that": {"next", "skip", "leave_out"},
    "slower please": {"slower"},
    "how many left": {"how_many_left"},
    "stop for today": {"stop"},
    "go back one": {"previous"},
}
REASONS = (
    "it's too easy for me",
    "the phone's ringing",
    "my cat is in the way",
    "i'm getting tired",
    "i hate this one",
)
AHEAD = {
    "how long is left": {"how_many_left", "how_much_more"},
    "pause": {"pause", "wait"},
    "stop for today": {"stop"},
}


@pytest.mark.parametrize("asked", ["set", "rest", "ready-question"])
@pytest.mark.parametrize("frame", ["{reason}, {wish}", "{wish}, {reason}"])
def test_a_wish_is_not_lost_to_its_reason(frame: str, asked: str) -> None:
    lost = {}
    for reason in REASONS:
        for wish, commands in WISHES.items():
            said = frame.format(reason=reason, wish=wish)
            heard = heard_at(asked, said)
            if commands.isdisjoint({heard.command, *(one.command for one in heard.beside)}):
                lost[said] = heard.command

    assert not lost


@pytest.mark.parametrize("asked", ["safety-today", "which-level"])
@pytest.mark.parametrize("beside", ["it's too easy for me", "i hate this one", "thanks", "no"])
def test_a_wish_before_exercise_is_heard_beside_anything(beside: str, asked: str) -> None:
    lost = {}
    for wish, commands in AHEAD.items():
        heard = heard_at(asked, f"{beside}, {wish}")
        if heard.command not in commands:
            lost[wish] = heard.command

    assert not lost


@pytest.mark.parametrize("asked", ["set", "rest", "ready-question"])
@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("this one's boring, stop for today", "stop"),
        ("i've got a meeting at ten, stop for today", "stop"),
        ("pause, i'm getting tired", "pause"),
        ("i'm getting tired", "how_it_feels"),
        ("i feel like i'm doing it wrong", "how_it_feels"),
    ],
)
def test_a_reason_takes_no_wish_away(said: str, command: str, asked: str) -> None:
    assert heard_at(asked, said).command == command


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("it's too easy for me", "harder"),
        ("the phone's ringing", "pause"),
        ("stop, the phone's ringing", "pause"),
        ("that's a bit much for me", "easier"),
        ("i'm not doing that one", "next"),
        ("hang on, i'm getting a drink", "pause"),
        ("that was zero, but too easy, can i have it harder", "harder"),
    ],
)
def test_a_reason_alone_is_a_wish(said: str, command: str) -> None:
    assert heard_at("set", said).command == command


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("my foot is numb, louder please", "numbness"),
        ("the clicking is getting louder", "click"),
        ("i felt it go, stop for today", "snap"),
    ],
)
def test_what_stops_a_set_is_heard_beside_a_wish(said: str, sign: str) -> None:
    assert sign in heard_at("set", said).stop_signs


@pytest.mark.parametrize(
    "said",
    [
        "my gran does it better, go on",
        "i'm sweating like a pig, pause",
        "i used to do it with the physio",
    ],
)
def test_an_aside_makes_nothing_up(said: str) -> None:
    heard = heard_at("set", said)

    assert not heard.stop_signs
    assert not [id for id, true in heard.findings.items() if true]
    assert heard.command != "start_exercise"


def test_somebody_else_who_is_down_is_told_of_and_hides_no_own_danger() -> None:
    hers = heard_at("set", "my wife just fainted")
    both = heard_at("set", "my wife just fainted and my chest hurts")

    assert hers.practical == "checking-the-breath"
    assert both.practical is None
    assert "breathless-or-chest-pain" in both.danger
