"""What a request says of danger, handed to the `Unsettled` of its session."""

from __future__ import annotations

from skill.coaching.precautions import ALLOWED_BY_A_WORD
from tests.slow.fuzz.dangers import NO, WELL, Unsettled
from tests.slow.fuzz.facts import Json, content, is_asked_by_its_opposite
from tests.slow.fuzz.model_words import CHEST_PAIN

YES = {"AMAZON.YesIntent", "KindOfIntent"}
SURE = {"AMAZON.YesIntent"}
ANSWERS = YES | NO | {"NotSureIntent", "NotReallyIntent", "SkipIntent", "AMAZON.NextIntent"}
OF_A_SET = {"ready-question", "how-much-pain"}
PRESENT = ("place", "place_two", "feeling", "feeling_two", "feeling_three", "moment")
ADULT = 18


def hear(unsettled: Unsettled, event: Json) -> None:
    """Take a request, with what the session carried."""
    attributes = event["session"]["attributes"]
    request = event["request"]
    if request["type"] != "IntentRequest":
        return
    asking, pending = attributes.get("asking"), attributes.get("pending")
    name, slots = request["intent"]["name"], request["intent"].get("slots") or {}
    match name:
        case "DescribeIntent":
            _described(unsettled, slots, asking, pending)
        case "PlaceIntent":
            _described(unsettled, slots, asking, pending)
        case "SentenceIntent" if slots.get("sentence", {}).get("value") == CHEST_PAIN:
            unsettled.take("breathless-or-chest-pain", yes=True)
        case "AgeIntent" if _number(slots, "age") is not None:
            _age(unsettled, _number(slots, "age") or 0, asked=_asks_for_age(asking, pending))
        case "NumberIntent":
            _counted(unsettled, slots, asking, pending)
        case "StopSignIntent":
            _signed(unsettled, _id(slots, "sign"), pending)
        case _ if name in ANSWERS:
            _answered(unsettled, name, asking, pending)


def _answered(unsettled: Unsettled, name: str, asking: str | None, pending: str | None) -> None:
    if pending == "false-alarm":
        # What a set was stopped for is asked for once more: a plain no takes it back.
        unsettled.danger_in_a_set = unsettled.danger_in_a_set and name not in NO
        return
    if asking is not None:
        if is_asked_by_its_opposite(asking):
            # "Can you take four steps?": but for a plain yes, it is as if they could not.
            unsettled.take(asking, yes=name not in SURE)
        elif name in NO:
            unsettled.take(asking, yes=False)
        elif name in YES or asking in content().flags or asking in content().gates:
            unsettled.take(asking, yes=True)
        else:
            unsettled.answers[asking] = False
    elif pending in WELL:
        unsettled.screen(pending, well=name in WELL[pending])
    elif pending == "clinician-seen" and name == "AMAZON.YesIntent":
        # Whoever knows of a pregnancy or of diabetes allowed it; it bars no exercise after that.
        unsettled.flags -= ALLOWED_BY_A_WORD


def _described(unsettled: Unsettled, slots: Json, asking: str | None, pending: str | None) -> None:
    present = {id for slot in PRESENT if (id := _id(slots, slot))}
    absent = {id for id in [_id(slots, "absent")] if id} - present
    unsettled.volunteered |= present | absent
    for id in present:
        unsettled.take(id, yes=True)
    for id in absent:
        # A denial beside something else clears no flag, unless that very flag is asked.
        if id == asking or id not in content().flags:
            unsettled.take(id, yes=False)


def _counted(unsettled: Unsettled, slots: Json, asking: str | None, pending: str | None) -> None:
    said = [_number(slots, slot) for slot in ("number", "lower")]
    number = max((one for one in said if one is not None), default=None)
    if number is None:
        return
    if pending == "safety-person" and 5 <= number < 120:
        _age(unsettled, number, asked=True)
    elif pending == "question" and 7 <= number <= 10:  # At the opening it rates nothing yet.
        unsettled.take("severe-pain", yes=True)


def _age(unsettled: Unsettled, years: int, *, asked: bool) -> None:
    if years < ADULT:
        unsettled.take("under-eighteen", yes=True)
    elif asked:
        unsettled.take("under-eighteen", yes=False)


def _signed(unsettled: Unsettled, sign: str | None, pending: str | None) -> None:
    found = content().signs.get(sign or "")
    if found is None:
        return
    if found.get("raises"):
        unsettled.volunteered.add(found["raises"])
        unsettled.take(found["raises"], yes=True)
    if found["danger"] and pending in OF_A_SET:
        unsettled.danger_in_a_set = True


def _asks_for_age(asking: str | None, pending: str | None) -> bool:
    return asking == "under-eighteen" or pending == "safety-person"


def _id(slots: Json, name: str) -> str | None:
    """The id that a slot resolved to, as this harness writes slots."""
    for authority in slots.get(name, {}).get("resolutions", {}).get("resolutionsPerAuthority", ()):
        for value in authority.get("values", ()):
            id: str = value["value"]["id"]
            return id
    return None


def _number(slots: Json, name: str) -> int | None:
    value = str(slots.get(name, {}).get("value", ""))
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 6 else None
