"""Ids: each used once, each that is named exists, and each that exists is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from skill.coaching.precautions import OF_THE_PERSON
from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Entry, Filed, Shelf

SOMETHING_ELSE = "something-else"
"""The id of what has no file of its own."""

MOST_ASKED = 3
"""Things that one question may ask for, where it is no question of places."""

TOLD_BY_SOMEBODY = ("of_a_person", "several", "dated", "wherever_it_hurts", "without_pain")
"""What is said of a red flag that people are asked about, and of no other."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of ids across the facts."""
    yield from _used_twice(shelf)
    if not shelf.whole("findings"):
        return  # What is not known to be there cannot be known to be missing.
    ids = _ids(shelf)
    yield from _dangling(shelf, ids)
    yield from _unreached(shelf, ids)
    if shelf.whole("red_flags", "gates", "conditions", "look_alikes"):
        yield from _unused(shelf, ids)


def asked(entry: Entry) -> bool:
    """Whether people are asked about it: all but a flag that a rule works out."""
    return entry.what != "red flag" or entry.value("rule") is None


def _used_twice(shelf: Shelf) -> Iterator[Fault]:
    first: dict[str, Entry] = {}
    for entry in shelf.entries():
        other = first.setdefault(entry.id, entry)
        if entry.id == SOMETHING_ELSE:
            yield entry.fault(f"`{SOMETHING_ELSE}` is kept for what has no file; give another id")
        elif other is not entry:
            yield entry.fault(
                f"`{entry.id}` is also a {other.what}, in {other.file.shown}; "
                "every id is used once, so give one of the two another"
            )


def _ids(shelf: Shelf) -> dict[str, dict[str, Entry]]:
    ids: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in shelf.entries():
        what = entry.what if asked(entry) else "worked out"
        ids[what].setdefault(entry.id, entry)
    return ids


def _dangling(shelf: Shelf, ids: dict[str, dict[str, Entry]]) -> Iterator[Fault]:
    answered = {**ids["place"], **ids["finding"], **ids["red flag"]}
    in_when = {**answered, **ids["gate"]}
    for place in ("red_flags", "gates"):
        for file in shelf.of(place):
            for key in ("when", "spares", "last_for"):
                when = file.value(key)
                if isinstance(when, dict) and not any(when.values()):
                    yield file.fault(f"`{key}` names nothing, so it says nothing; remove it", key)
                for part in file.mapping(key):
                    yield from _unknown(file, (key, part), in_when, ids["worked out"])
            for key in ("opens", "clears", "needs"):
                yield from _unknown(file, (key,), answered, ids["worked out"])
            yield from _unknown(file, ("reads",), in_when, ids["worked out"])
            flags = {**ids["red flag"], **ids["worked out"]}
            yield from _unknown(file, ("first_after",), flags, ())
    yield from _out_of_place(shelf, ids)
    for file in shelf.of("findings"):
        for id in file.mapping("findings"):
            for part in file.mapping("findings", id, "when"):
                yield from _unknown(
                    file, ("findings", id, "when", part), in_when, ids["worked out"]
                )
    for place in ("conditions", "look_alikes"):
        for file in shelf.of(place):
            yield from _of_condition(shelf, file, ids)
    for file in shelf.of("stop_signs.yaml"):
        yield from _of_signs(file, ids)


def _out_of_place(shelf: Shelf, ids: dict[str, dict[str, Entry]]) -> Iterator[Fault]:
    """Faults of what holds of some flags and gates alone, and is said of another."""
    for file in shelf.of("gates"):
        bone = file.value("sore_bone")
        if isinstance(bone, str) and bone not in ids["red flag"]:
            yield file.fault(
                f"`{bone}` is no red flag that is asked{suggestion(bone, ids['red flag'])}",
                "sore_bone",
            )
        elif bone is not None and not all(id in ids["place"] for id in file.texts("opens")):
            yield file.fault(
                "only a gate that opens places has a sore bone; remove it", "sore_bone"
            )
    for file in shelf.of("red_flags"):
        for key in TOLD_BY_SOMEBODY:
            if file.value(key) and file.value("rule") is not None:
                yield file.fault(f"nobody tells a flag that a rule works out; remove `{key}`", key)


def _of_condition(shelf: Shelf, file: Filed, ids: dict[str, dict[str, Entry]]) -> Iterator[Fault]:
    places, signs = ids["place"], {**ids["finding"], **ids["red flag"]}
    for id in file.mapping("places"):
        if id not in places:
            yield file.fault(
                f"`{id}` is no place of pain; places stand in "
                f"{shelf.top}/findings/places.yaml{suggestion(id, places)}",
                "places",
                id,
            )
    gates = {gate.name for gate in shelf.of("gates") if places.keys() >= {*gate.texts("opens")}}
    for id in file.mapping("regions"):
        if id not in gates:
            yield file.fault(f"`{id}` is no region{suggestion(id, gates)}", "regions", id)
    for id in file.mapping("findings"):
        if id not in signs:
            yield file.fault(_unknown_id(id, signs, ids["worked out"]), "findings", id)
    listed = {*file.mapping("places"), *file.mapping("findings")}
    for key, asks in (("requires", "required"), ("hallmarks", "a hallmark")):
        for index, id in enumerate(file.texts(key)):
            if id not in listed:
                yield file.fault(
                    f"`{id}` is {asks}, but listed under neither `places` nor `findings` here"
                    f"{suggestion(id, listed)}",
                    key,
                    index,
                )


def _of_signs(file: Filed, ids: dict[str, dict[str, Entry]]) -> Iterator[Fault]:
    raised = {**ids["finding"], **ids["red flag"]}
    for sign in file.mapping("signs"):
        id = file.value("signs", sign, "raises")
        if isinstance(id, str) and id not in raised:
            message = _unknown_id(id, raised, ids["worked out"])
            yield file.fault(message, "signs", sign, "raises")
        gate = file.value("signs", sign, "asks")
        if isinstance(gate, str) and gate not in ids["gate"]:
            message = f"`{gate}` is no gate{suggestion(gate, ids['gate'])}"
            yield file.fault(message, "signs", sign, "asks")
        asked = {**ids["gate"], **ids["red flag"], **ids["finding"]}
        for one in file.texts("signs", sign, "decided_by"):
            if one not in asked:
                message = f"`{one}` is no question{suggestion(one, asked)}"
                yield file.fault(message, "signs", sign, "decided_by")


def _unknown(
    file: Filed, path: tuple[str, ...], known: Collection[str], worked_out: Collection[str]
) -> Iterator[Fault]:
    for index, id in enumerate(file.texts(*path)):
        if id not in known:
            yield file.fault(_unknown_id(id, known, worked_out), *path, index)


def _unknown_id(id: str, known: Collection[str], worked_out: Collection[str]) -> str:
    if id in worked_out:
        return f"`{id}` is worked out by a rule and never asked; name what the rule reads"
    return f"`{id}` is nothing that is asked{suggestion(id, known)}"


def _unreached(shelf: Shelf, ids: dict[str, dict[str, Entry]]) -> Iterator[Fault]:
    behind = {part: file.name for file in shelf.of("gates") for part in file.texts("opens")}
    turns: dict[int, str] = {}
    for file in [*shelf.of("gates"), *shelf.of("red_flags")]:
        if not file.readable:
            continue
        order = file.value("order")
        if file.kind.place == "red_flags":
            yield from _turn(file, order, behind.get(file.name), shelf.whole("gates"))
        if isinstance(order, int) and order > 0:
            other = turns.setdefault(order, file.shown)
            if other != file.shown:
                yield file.fault(
                    f"{other} has the order {order} too; no two questions have the same", "order"
                )
        elif file.kind.place == "gates" and isinstance(order, int):
            yield file.fault("the order of a gate is above 0", "order")
    for file in shelf.of("gates"):
        opens = file.texts("opens")
        places = [id for id in opens if id in ids["place"]]
        if places and len(places) < len(opens):
            yield file.fault("a gate opens places only, or no place at all", "opens")
        for index, id in enumerate(file.texts("once_known")):
            if id not in opens or len(opens) < MOST_ASKED:
                yield file.fault(
                    f"`{id}` is none of the {MOST_ASKED} things that this gate opens, so nothing "
                    "is left to ask together once it is known; remove it",
                    "once_known",
                    index,
                )
        if len(opens) > MOST_ASKED and not places:
            yield file.fault(
                f"a gate asks for {MOST_ASKED} things at most, which is what one breath holds; "
                "ask for the others in a gate of their own",
                "opens",
            )
    for id, entry in ids["place"].items():
        if id not in behind and shelf.whole("gates"):
            yield entry.fault(f"no gate opens `{id}`, so nobody is asked; add it to a gate")


def _turn(file: Filed, order: object, gate: str | None, all_gates: bool) -> Iterator[Fault]:
    """Whether a red flag has a place among the questions exactly where it needs one."""
    has_turn = isinstance(order, int) and order > 0
    if file.value("rule") is None:
        for key in ("reads", "clears", "needs"):
            if key in file.mapping():
                yield file.fault(f"only a flag with a rule has `{key}`; remove it", key)
        if gate and order is not None:
            yield file.fault(
                f"the gate `{gate}` asks this flag, so it has no order of its own; remove it",
                "order",
            )
        if not gate and all_gates and not has_turn:
            yield file.fault("nothing asks this flag; give it an order above 0 or put it in a gate")
        return
    if not file.texts("reads"):
        yield file.fault("`reads` is missing; list the ids that the rule reads", "rule")
    if file.texts("needs") and not has_turn:
        yield file.fault("what it needs is asked only in its turn; give it an order above 0")
    if not file.texts("needs") and order is not None:
        yield file.fault(
            "a rule that needs no question of its own has no order; remove it", "order"
        )


def _unused(shelf: Shelf, ids: dict[str, dict[str, Entry]]) -> Iterator[Fault]:
    conditions = [*shelf.of("conditions"), *shelf.of("look_alikes")]
    listed = {id for file in conditions for id in file.mapping("findings")}
    read = set(_texts(shelf.of("red_flags"), ("reads", "clears", "needs")))
    opened = set(_texts(shelf.of("gates"), ("opens",)))
    decides = set(_in_conditions_of_questions(shelf))
    for id, entry in ids["finding"].items():
        if id not in listed | read | opened | decides | {*OF_THE_PERSON}:
            yield entry.fault(
                f"`{id}` is unused: no condition lists it, no rule reads it, no gate opens it and "
                "no `when` names it"
            )
    places = {id for file in conditions for id in file.mapping("places")}
    for id, entry in ids["place"].items():
        if id not in places:
            yield entry.fault(f"`{id}` is unused: no condition has its pain there")
    yield from _lone_clusters([*ids["finding"].values(), *ids["red flag"].values()])


def _in_conditions_of_questions(shelf: Shelf) -> Iterator[str]:
    for place in ("red_flags", "gates"):
        for file in shelf.of(place):
            for part in file.mapping("when"):
                yield from file.texts("when", part)
    for file in shelf.of("findings"):
        for id in file.mapping("findings"):
            for part in file.mapping("findings", id, "when"):
                yield from file.texts("findings", id, "when", part)


def _texts(files: Iterable[Filed], keys: Iterable[str]) -> Iterator[str]:
    for file in files:
        for key in keys:
            yield from file.texts(key)


def _lone_clusters(entries: Iterable[Entry]) -> Iterator[Fault]:
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        cluster = entry.value("cluster")
        if isinstance(cluster, str):
            members[cluster].append(entry)
    for cluster, those in members.items():
        if len(those) == 1:
            yield those[0].fault(
                f"nothing else is in the cluster `{cluster}`; remove it or name the others",
                "cluster",
            )
