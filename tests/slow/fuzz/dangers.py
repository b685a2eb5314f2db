"""What stands against exercise in one session: kept by what was said and asked, and nothing else.

It reads the content's own files and no code of the skill, so that a fault there is not shared.

A red flag, or a gate before some, is unsettled from the first answer that is no plain no. A flag
is settled by a plain no when it is asked again; so is a gate, or by its parts: each flag behind it
is asked, and something behind it is what the yes meant. A plain no to a gate settles the flags
behind it, save those that were told as urgent: these only their own question settles. A flag that
is worked out from other answers is settled when one of these is denied and a milder result is
told, or when each yes that it was worked out from is denied and exercise is asked about. Where it
hurts is no such yes.
Findings that are no flags bar nothing, nor do flags of which content says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.slow.fuzz.facts import Json, content, read_by

NO = {"AMAZON.NoIntent", "NoneIntent"}
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

URGENT = {"emergency", "same_day"}


EXPLAINS = {"calf-pain-explained": "unexplained-calf-pain"}
"""Findings that explain a flag away: it was worked out of a no, and who goes back may say yes."""


@dataclass
class Unsettled:
    """What is unsettled in one session.

    `danger_requests.hear` takes each request with the attributes that it carried, and `read`
    each reply.
    """

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
            session.take(id, yes=grade in GRADES or (session._is_safety(id) and grade != "no"))
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

    def read(self, reply: Json) -> None:
        """A reply: what it tells, and whether it begins a check anew."""
        attributes = reply.get("sessionAttributes") or {}
        if attributes.get("pending") == "open-question":
            self._begin_anew()
        result = attributes.get("result")
        if result:
            self._tell(result, {*attributes.get("alarms", ())})
        if attributes.get("pending") in WELL:
            self._go_on_to_exercise()

    def _begin_anew(self) -> None:
        """Answers of the check before count no longer; what it left unsettled does."""
        self.gates = {id for id in self.gates if not self._is_explained(id)}
        self.answers.clear()
        self.volunteered.clear()

    def take(self, id: str, *, yes: bool) -> None:
        """Take an answer, or what was volunteered, of a finding, flag or gate."""
        if id in content().gates:
            self._take_gate(id, yes=yes)
            return
        self.answers[id] = yes
        if yes:
            self.denied_since.discard(id)
            if id in content().flags:
                self.flags.add(id)
            self._explained_by(id)
        else:
            self.flags.discard(id)
            self.told.discard(id)
            self._denied(id)

    def _explained_by(self, id: str) -> None:
        """Settle what was worked out of a no to this alone, which is a yes by now."""
        flag = EXPLAINS.get(id)
        if flag in self.worked_out:
            self.told.discard(flag)
            del self.worked_out[flag]

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

    def screen(self, question: str, *, well: bool) -> None:
        """Take the answer to a question before exercise."""
        if not well:
            self.before.add(question)
            self.denied_since -= THE_SAME.get(question, set())
            return
        self.before.discard(question)
        if question == "safety-person":
            self.take("under-eighteen", yes=False)

    def _tell(self, result: Json, alarms: set[str]) -> None:
        flags, urgent = set(result["flags"]), result["care"] in URGENT
        barring = {id for id in flags if content().flags[id].get("bars_exercise", True)}
        for id in barring if urgent else ():
            asked = content().flags[id].get("rule") is None
            if asked and self.answers.get(id) is not False:
                self.told.add(id)
            if not asked and id not in self.told:
                self.told.add(id)
                self.worked_out[id] = read_by(id)
                yes = {one for one, said in self.answers.items() if said}
                yes &= {*content().flags, *content().mild, *content().findings}
                # What only followed, from noes beside it or a miss, nobody said: alarms have it.
                self.affirmed[id] = yes if yes & self.worked_out[id] else alarms
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
