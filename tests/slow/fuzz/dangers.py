"""What stands against exercise in one session: kept by what was said and asked, and nothing else.

It reads the content's own files and no code of the skill, so that a fault there is not shared.

A red flag, or a gate before some, is unsettled from the first answer that is no plain no. A flag
is settled by a plain no when it is asked again; so is a gate, or by its parts: each flag behind it
is asked, and something behind it is what the yes meant. A plain no to a gate settles the flags
behind it, save those that were told as urgent: these only their own question settles. A flag that
is worked out from other answers is settled when one of these is denied and a milder result is
told, or when each yes that it was worked out from is denied and exercise is asked about. Where it
hurts is no such yes.
Findings that are no flags bar nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.slow.fuzz.facts import Json, content, is_asked_by_its_opposite, read_by

YES = {"AMAZON.YesIntent", "KindOfIntent"}
SURE = {"AMAZON.YesIntent"}
NO = {"AMAZON.NoIntent"}
ANSWERS = YES | NO | {"NotSureIntent", "NotReallyIntent", "SkipIntent", "AMAZON.NextIntent"}
GRADES = {"yes", "kind-of"}
WELL = {
    "safety-today": NO,
    "safety-person": NO,
}
"""The questions of danger before exercise, and the one good answer to each.

Whether a clinician was seen is asked for one routine or one result, and bars no other.
"""
THE_SAME = {
    "safety-today": {
        *("sudden-snap", "recent-twist-or-fall"),
        *("pain-at-rest", "numbness", "tingling", "swelling"),
    },
}
"""What the check asks of the same; where all of it was denied there, the question is settled."""
OF_A_SET = {"ready-question", "how-much-pain"}
CHEST_PAIN = "i have chest pain"
"""The one sentence of free speech in the walks."""

PRESENT = ("place", "place_two", "feeling", "feeling_two", "feeling_three", "moment")
URGENT = {"emergency", "same_day"}
ADULT = 18


@dataclass
class Unsettled:
    """One session. Hand in each request with the attributes that it carried, and each reply."""

    flags: set[str] = field(default_factory=set)
    gates: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    """Questions before exercise that had no good answer."""
    told: set[str] = field(default_factory=set)
    """Flags of urgent results, until their own question gets a plain no."""
    worked_out: dict[str, set[str]] = field(default_factory=dict)
    """Of those, the ones that no question asks: with what they were worked out from."""
    affirmed: dict[str, set[str]] = field(default_factory=dict)
    """What was a yes when one of these was told, places apart."""
    denied_since: set[str] = field(default_factory=set)
    answers: dict[str, bool] = field(default_factory=dict)
    """Of the check that is on: whether it was a yes."""
    volunteered: set[str] = field(default_factory=set)
    danger_in_a_set: bool = False

    @classmethod
    def by(cls, given: Mapping[str, str]) -> Unsettled:
        """A session of which no more is known than its answers, each an id and its grade."""
        session = cls()
        gates, others = content().gates, []
        for id, grade in given.items():
            if id in gates and grade != "no":
                session.gates.add(id)
            elif id in gates:  # A plain no denies all that it asks for.
                session.answers.update(dict.fromkeys(gates[id]["opens"], False))
            else:
                others.append((id, grade))
        for id, grade in others:
            session._take(id, yes=grade in GRADES or (session._is_safety(id) and grade != "no"))
        return session

    def standing(self) -> list[str]:
        """Everything that bars a set now, in words for whoever reads a failure."""
        return [
            *(f"flag {id}" for id in sorted(self.flags)),
            *(f"gate {id}" for id in sorted(self.gates) if not self._is_explained(id)),
            *(f"question {id}" for id in sorted(self.before)),
            *(f"told {id}" for id in sorted(self.told - self.flags)),
            *(["danger in a set"] if self.danger_in_a_set else []),
        ]

    def hear(self, event: Json) -> None:
        """A request, with what the session carried."""
        attributes = event["session"]["attributes"]
        request = event["request"]
        if request["type"] != "IntentRequest":
            return
        asking, pending = attributes.get("asking"), attributes.get("pending")
        name, slots = request["intent"]["name"], request["intent"].get("slots") or {}
        match name:
            case "DescribeIntent":
                self._described(slots, asking, pending)
            case "PlaceIntent":
                self._described(slots, asking, pending)
            case "SentenceIntent" if slots.get("sentence", {}).get("value") == CHEST_PAIN:
                self._take("breathless-or-chest-pain", yes=True)
            case "AgeIntent" if _number(slots, "age") is not None:
                self._age(_number(slots, "age") or 0, asked=_asks_for_age(asking, pending))
            case "NumberIntent":
                self._counted(slots, asking, pending)
            case "StopSignIntent":
                self._signed(_id(slots, "sign"), pending)
            case _ if name in ANSWERS:
                self._answered(name, asking, pending)

    def read(self, reply: Json) -> None:
        """A reply: what it tells, and whether it begins a check anew."""
        attributes = reply.get("sessionAttributes") or {}
        if attributes.get("pending") == "open-question":
            self._begin_anew()
        result = attributes.get("result")
        if result:
            self._tell(result)
        if attributes.get("pending") in WELL:
            self._go_on_to_exercise()

    def _begin_anew(self) -> None:
        """Answers of the check before count no longer; what it left unsettled does."""
        self.gates = {id for id in self.gates if not self._is_explained(id)}
        self.answers.clear()
        self.volunteered.clear()

    # --- what is said ---------------------------------------------------------------------------

    def _answered(self, name: str, asking: str | None, pending: str | None) -> None:
        if asking is not None:
            if is_asked_by_its_opposite(asking):
                # "Can you take four steps?": but for a plain yes, it is as if they could not.
                self._take(asking, yes=name not in SURE)
            elif name in NO:
                self._take(asking, yes=False)
            elif name in YES or asking in content().flags or asking in content().gates:
                self._take(asking, yes=True)
            else:
                self.answers[asking] = False
        elif pending in WELL:
            self._screened(pending, well=name in WELL[pending])

    def _described(self, slots: Json, asking: str | None, pending: str | None) -> None:
        present = {id for slot in PRESENT if (id := _id(slots, slot))}
        absent = {id for id in [_id(slots, "absent")] if id} - present
        self.volunteered |= present | absent
        for id in present:
            self._take(id, yes=True)
        for id in absent:
            # A denial beside something else clears no flag, unless that very flag is asked.
            if id == asking or id not in content().flags:
                self._take(id, yes=False)

    def _counted(self, slots: Json, asking: str | None, pending: str | None) -> None:
        said = [_number(slots, slot) for slot in ("number", "lower")]
        number = max((one for one in said if one is not None), default=None)
        if number is None:
            return
        if pending == "safety-person" and 5 <= number < 120:
            self._age(number, asked=True)
        elif pending in {"question", "open-question"} and 7 <= number <= 10:
            self._take("severe-pain", yes=True)

    def _age(self, years: int, *, asked: bool) -> None:
        if years < ADULT:
            self._take("under-eighteen", yes=True)
        elif asked:
            self._take("under-eighteen", yes=False)

    def _signed(self, sign: str | None, pending: str | None) -> None:
        found = content().signs.get(sign or "")
        if found is None:
            return
        if found.get("raises"):
            self.volunteered.add(found["raises"])
            self._take(found["raises"], yes=True)
        if found["danger"] and pending in OF_A_SET:
            self.danger_in_a_set = True

    # --- what follows from it -------------------------------------------------------------------

    def _take(self, id: str, *, yes: bool) -> None:
        if id in content().gates:
            self._take_gate(id, yes=yes)
            return
        self.answers[id] = yes
        if yes:
            self.denied_since.discard(id)
            if id in content().flags:
                self.flags.add(id)
        else:
            self.flags.discard(id)
            self.told.discard(id)
            self._denied(id)

    def _take_gate(self, id: str, *, yes: bool) -> None:
        parts = content().gates[id]["opens"]
        if yes:
            self.gates.add(id)
            # Who comes back to a gate is asked anew what is behind it.
            for part in set(parts) - self.volunteered:
                self.answers.pop(part, None)
            return
        self.gates.discard(id)
        for part in parts:
            self.answers.setdefault(part, False)
            if part not in self.told:
                self.flags.discard(part)
            self._denied(part)

    def _denied(self, id: str) -> None:
        self.denied_since.add(id)
        for question, same in THE_SAME.items():
            if same <= self.denied_since:
                self.before.discard(question)

    def _screened(self, question: str, *, well: bool) -> None:
        if not well:
            self.before.add(question)
            self.denied_since -= THE_SAME.get(question, set())
            return
        self.before.discard(question)
        if question == "safety-person":
            self._take("under-eighteen", yes=False)

    def _tell(self, result: Json) -> None:
        flags, urgent = set(result["flags"]), result["care"] in URGENT
        for id in flags if urgent else ():
            asked = content().flags[id].get("rule") is None
            if asked and self.answers.get(id) is not False:
                self.told.add(id)
            if not asked and id not in self.told:
                self.told.add(id)
                self.worked_out[id] = read_by(id)
                yes = {one for one, said in self.answers.items() if said}
                self.affirmed[id] = yes & {*content().flags, *content().mild, *content().findings}
                self.denied_since -= self.worked_out[id]
        if not urgent:
            for id, read in list(self.worked_out.items()):
                if id not in flags and read & self.denied_since:
                    self.told.discard(id)
                    del self.worked_out[id]

    def _go_on_to_exercise(self) -> None:
        """The questions before exercise come only once the check has asked what is a danger."""
        for id, read in list(self.worked_out.items()):
            told = read & self.affirmed[id]
            if told and told <= self.denied_since:
                self.told.discard(id)
                del self.worked_out[id]

    def _is_explained(self, gate: str) -> bool:
        parts: list[str] = content().gates[gate]["opens"]
        flags = {*content().flags, *content().mild}
        missing = [part for part in parts if part not in self.answers]
        if any(part in flags for part in missing):
            return False
        if any(self.answers.get(part) for part in parts):
            return True
        # All but one denied: that one is what was meant. A broad gate means more than its parts.
        return len(missing) == 1 or (not missing and bool(content().gates[gate].get("broader")))

    def _is_safety(self, id: str) -> bool:
        return id in content().flags or id in content().gates or id in content().mild


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
