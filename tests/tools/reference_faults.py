"""What refers to nothing that is there is named with its line and what would be right."""

from __future__ import annotations

from tests.tools.content_folder import (
    ADVICE,
    CALF_RAISE,
    COLD,
    FEVER,
    GATE,
    GRAVITY,
    JOINT,
    PLACE_GATE,
    SHIN,
    SIGNS,
    SOURCES,
    STRAIN,
    TIMING,
    Row,
)

REFERENCES: dict[str, Row] = {
    "a source that does not exist is named with the one that was meant": (
        STRAIN,
        "{frequency: always, status: sourced, sources: [a-study]}",
        "{frequency: always, status: sourced, sources: [a-studdy]}",
        "7: `a-studdy` is no source of sources.yaml; did you mean `a-study`?",
    ),
    "a sourced value without a primary source is not sourced": (
        FEVER,
        "[a-study]",
        "[judged]",
        "3: `sourced` needs a source that was read itself (read: primary); name one, or make it "
        "`unverified` and give the reason",
    ),
    "an unverified value says how it was judged": (
        PLACE_GATE,
        'reason: "Judged"\n',
        "",
        "4: `reason` is missing; an unverified value says how it was judged",
    ),
    "a dose without a page says why it has none": (
        CALF_RAISE,
        ', reason: "Judged, as no page has it"',
        "",
        "12: `reason` is missing; an unverified value says how it was judged",
    ),
    "a dose without a page says so in a sentence": (
        CALF_RAISE,
        "Judged, as no page has it",
        "Judged",
        "12: `reason` is a mere word; a dose without a page says in a sentence why it has none",
    ),
    "a dose is not sourced by what was judged": (
        CALF_RAISE,
        "rest: 30, status: unverified, sources: [judged]",
        "rest: 30, status: sourced, sources: [judged]",
        "12: `sourced` needs a source that was read itself (read: primary); name one, or make it "
        "`unverified` and give the reason",
    ),
    "a source that nothing names is unused": (
        SOURCES,
        "  judged:\n",
        "  idle: {title: T, year: 2000, address: null, read: secondary, supports: S}\n  judged:\n",
        "8: `idle` is unused: no value names it; name it or remove it",
    ),
    "a flag that has no place among those of its level is named": (
        GRAVITY,
        "[infected-joint, cold-foot]",
        "[infected-joint]",
        "3: `cold-foot` may call for `emergency` and has no place; put it behind what is graver",
    ),
    "an order of gravity names red flags": (
        GRAVITY,
        "[fever]",
        "[fever, fevr]",
        "4: `fevr` is no red flag; did you mean `fever`?",
    ),
    "a flag stands only at the levels that it calls for": (
        GRAVITY,
        "[fever]",
        "[fever, cold-foot]",
        "4: `cold-foot` never calls for `same_day`; remove it",
    ),
    "a flag has one place among those of its level": (
        GRAVITY,
        "[fever]",
        "[fever, fever]",
        "4: `fever` stands above already; remove one of the two",
    ),
    "no reason is told at a level without flags": (
        GRAVITY,
        "  same_day: [fever]",
        "  same_day: [fever]\n  self_care: []",
        "5: no reason is told at `self_care`; remove it",
    ),
    "a place that is none is named with the one that was meant": (
        STRAIN,
        "pain-calf:",
        "pain-calves:",
        "7: `pain-calves` is no place of pain; places stand in content/findings/places.yaml; "
        "did you mean `pain-calf`?",
    ),
    "a finding of a condition that is none is named with the one that was meant": (
        SHIN,
        "morning-stiffness",
        "morning-stiffnes",
        "9: `morning-stiffnes` is nothing that is asked; did you mean `morning-stiffness`?",
    ),
    "a flag that a rule works out is no sign of a condition": (
        STRAIN,
        "cold-foot:",
        "infected-joint:",
        "10: `infected-joint` is worked out by a rule and never asked; name what the rule reads",
    ),
    "what is required is listed": (
        SHIN,
        "care: self_care",
        "care: self_care\nrequires: [fever]",
        "3: `fever` is required, but listed under neither `places` nor `findings` here",
    ),
    "what a gate opens exists": (
        GATE,
        "[fever, swelling]",
        "[fever, swelling, chills]",
        "3: `chills` is nothing that is asked",
    ),
    "a part that may be known leaves two to ask together": (
        GATE,
        "[fever, swelling]",
        "[fever, swelling]\nonce_known: [fever]",
        "4: `fever` is none of the 3 things that this gate opens, so nothing is left to ask "
        "together once it is known; remove it",
    ),
    "a sore bone is a flag that is asked": (
        PLACE_GATE,
        "order: 50",
        "order: 50\nsore_bone: fevr",
        "3: `fevr` is no red flag that is asked; did you mean `fever`?",
    ),
    "only a region has a sore bone": (
        GATE,
        "[fever, swelling]",
        "[fever, swelling]\nsore_bone: fever",
        "4: only a gate that opens places has a sore bone; remove it",
    ),
    "what is said of what people tell is said of no flag that a rule works out": (
        JOINT,
        "rule: ",
        "dated: true\nrule: ",
        "3: nobody tells a flag that a rule works out; remove `dated`",
    ),
    "what makes a flag relevant exists": (
        COLD,
        "[swelling]",
        "[swellling]",
        "4: `swellling` is nothing that is asked; did you mean `swelling`?",
    ),
    "what makes a flag relevant is asked, and not worked out": (
        COLD,
        "[swelling]",
        "[infected-joint]",
        "4: `infected-joint` is worked out by a rule and never asked; name what the rule reads",
    ),
    "a condition of relevance says something": (
        COLD,
        "{any: [swelling]}",
        "{}",
        "4: `when` names nothing, so it says nothing; remove it",
    ),
    "what a rule reads exists": (
        JOINT,
        "[fever, swelling]",
        "[fever, pus]",
        "4: `pus` is nothing that is asked",
    ),
    "a rule says what it reads": (
        JOINT,
        "reads: [fever, swelling]\n",
        "",
        "3: `reads` is missing; list the ids that the rule reads",
    ),
    "a rule that needs a question has a turn": (
        JOINT,
        "rule: infected-joint",
        "rule: infected-joint\nneeds: [swelling]",
        "1: what it needs is asked only in its turn; give it an order above 0",
    ),
    "a rule that needs no question has no turn": (
        JOINT,
        "rule: infected-joint",
        "rule: infected-joint\norder: 5",
        "4: a rule that needs no question of its own has no order; remove it",
    ),
    "only a rule reads": (
        COLD,
        "order: 20",
        "order: 20\nreads: [swelling]",
        "4: only a flag with a rule has `reads`; remove it",
    ),
    "a flag that nothing asks is named": (
        COLD,
        "order: 20\n",
        "",
        "1: nothing asks this flag; give it an order above 0 or put it in a gate",
    ),
    "a flag behind a gate has no turn of its own": (
        FEVER,
        "care: same_day",
        "care: same_day\norder: 7",
        "3: the gate `infection` asks this flag, so it has no order of its own; remove it",
    ),
    "no two questions have the same turn": (
        COLD,
        "order: 20",
        "order: 10",
        "3: content/gates/infection.yaml has the order 10 too; no two questions have the same",
    ),
    "the turn of a gate is above 0": (
        GATE,
        "order: 10",
        "order: 0",
        "2: the order of a gate is above 0",
    ),
    "a gate of places opens nothing else": (
        PLACE_GATE,
        "pain-front-of-shin]",
        "pain-front-of-shin, fever]",
        "3: a gate opens places only, or no place at all",
    ),
    "a gate asks for three things at most": (
        GATE,
        "opens: [fever, swelling]",
        "opens: [fever, swelling, night-pain, numbness]",
        "3: a gate asks for 3 things at most, which is what one breath holds; ask for the others "
        "in a gate of their own",
    ),
    "a cluster of one is none": (
        TIMING,
        "background: seldom\n    status: unverified",
        "background: seldom\n    cluster: wet\n    status: unverified",
        "9: nothing else is in the cluster `wet`; remove it or name the others",
    ),
    "a topic stands in for one that there is": (
        "topics/calf-strain.yaml",
        "reviewed: 2026-11-22",
        "reviewed: 2026-11-22\ninstead_of: shin-splint",
        "2: `shin-splint` is no topic; did you mean `shin-splints`?",
    ),
    "a topic stands in where a red flag was told": (
        "topics/calf-strain.yaml",
        "reviewed: 2026-11-22",
        "reviewed: 2026-11-22\ninstead_of: shin-splints\nwith_flags: [fevr]",
        "3: `fevr` is no red flag; did you mean `fever`?",
    ),
    "a topic stands in where a red flag was told at all": (
        "topics/calf-strain.yaml",
        "reviewed: 2026-11-22",
        "reviewed: 2026-11-22\ninstead_of: shin-splints\nwith_told: [fevr]",
        "3: `fevr` is no red flag; did you mean `fever`?",
    ),
    "advice belongs to a sentence that is said": (
        ADVICE,
        "rest-first",
        "rest-fist",
        "3: `rest-fist` is said in no scene of `en`; did you mean `rest-first`?",
    ),
    "what a stop sign raises exists": (
        SIGNS,
        "raises: fever",
        "raises: fevre",
        "6: `fevre` is nothing that is asked; did you mean `fever`?",
    ),
    "what a stop sign asks first is a gate": (
        SIGNS,
        "raises: fever",
        "raises: fever\n    asks: fever",
        "7: `fever` is no gate",
    ),
    "what a stop sign raises is asked, and not worked out": (
        SIGNS,
        "raises: fever",
        "raises: infected-joint",
        "6: `infected-joint` is worked out by a rule and never asked; name what the rule reads",
    ),
    "what a stop sign raises is no place": (
        SIGNS,
        "raises: fever",
        "raises: pain-calf",
        "6: `pain-calf` is nothing that is asked",
    ),
}
