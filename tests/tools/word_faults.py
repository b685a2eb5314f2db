"""What is wrong with words is named with its file, its line and what would be right."""

from __future__ import annotations

from tests.tools.content_folder import (
    CALF_RAISE_WORDS,
    FEVER_WORDS,
    OPENING,
    RESULT,
    SHIN_WORDS,
    SIGN_WORDS,
    TIMING_WORDS,
    Row,
)

WORDS: dict[str, Row] = {
    "a flag that is asked has a plainer wording": (
        FEVER_WORDS,
        'plainer: "Yes or no, do you feel hot and shivery?"\n',
        "",
        "1: `plainer` is missing; this flag is asked",
    ),
    "an emergency has a question that makes sure of it": (
        "words/en/red_flags/cold-foot.yaml",
        'confirm: "Just to be sure, did it turn cold?"\n',
        "",
        "1: `confirm` is missing; an emergency that is told is asked about",
    ),
    "the rest of a gate is worded only where the gate says so": (
        "words/en/gates/infection.yaml",
        "why:",
        'once_known: {fever: {ask: "Sore?", reprompt: "A sore?", plainer: "Is it sore?"}}\nwhy:',
        "4: content/gates/infection.yaml does not name `fever` there",
    ),
    "a flag that is worked out has no question": (
        "words/en/red_flags/infected-joint.yaml",
        "because:",
        'ask: "Is it infected?"\nbecause:',
        "1: a rule works this flag out and nobody is asked; remove `ask`",
    ),
    "what may be looked after at home says when to be seen": (
        SHIN_WORDS,
        "seen_when: See a doctor if it is no better in a week.\n",
        "",
        "1: `seen_when` is missing; content/conditions/shin-splints.yaml calls for self care",
    ),
    "what has to be seen says nothing of when to be seen after all": (
        "words/en/look_alikes/calf-strain.yaml",
        "until:",
        "seen_when: See a doctor in a week.\nuntil:",
        "3: content/look_alikes/calf-strain.yaml calls for more than self care; remove `seen_when`",
    ),
    "a question ends with a question mark": (
        FEVER_WORDS,
        "Do you have a fever?",
        "Tell me about a fever.",
        "1: this asks, so it ends with a question mark",
    ),
    "a prompt ends with its question": (
        OPENING,
        "Hello. Where does it hurt?",
        "Where does it hurt? Hello.",
        "5: this asks, so it ends with a question mark",
    ),
    "a prompt has a reprompt": (
        OPENING,
        "    reprompt: Tell me where it hurts.\n",
        "",
        "2: `reprompt` is missing; it must be a text",
    ),
    "a statement asks nothing": (
        RESULT,
        "Your answers fit {first}.",
        "Your answers fit {first}, okay?",
        "4: nothing is asked here, so it holds no question mark",
    ),
    "a reason is a whole sentence": (
        FEVER_WORDS,
        "A fever can mean an infection.",
        "a fever can mean an infection",
        "4: this is a whole sentence, so it ends with a full stop",
    ),
    "a name is spoken inside a sentence": (
        FEVER_WORDS,
        '"no fever"',
        '"No fever."',
        "7: this is spoken inside a sentence, so it ends with a word",
    ),
    "a reprompt is not the question once more": (
        FEVER_WORDS,
        "Any fever?",
        "do you have a fever ?",
        "2: `reprompt` says the same once more; put it otherwise",
    ),
    "a placeholder is one that is filled in": (
        RESULT,
        "{first}",
        "{frist}",
        "4: {frist} is nothing that is filled in; did you mean `first`?",
    ),
    "variants name the same things": (
        OPENING,
        "Noted, {findings}.",
        "Noted.",
        "11: this variant names other things in braces than the first one; variants are equal in "
        "meaning",
    ),
    "a brace is not left open": (
        RESULT,
        "{first}",
        "{first",
        "4: a brace is opened or closed alone",
    ),
    "a reprompt has no placeholder": (
        OPENING,
        "Tell me where it hurts.",
        "Tell me where the {match} hurts.",
        "6: nothing is filled into a reprompt; write it out",
    ),
    "an act id is used once": (
        RESULT,
        "fits-one:",
        "noted:",
        "2: `noted` is also in content/words/en/speech/opening.yaml; every act id is used once",
    ),
    "a question is not longer than ten seconds": (
        FEVER_WORDS,
        "Do you have a fever?",
        "Do you have a fever, " + "or a fever, " * 15 + "too?",
        "1: saying this takes about 12.3 seconds; it may take 10, so shorten it",
    ),
    "what is said in a set fits into its time": (
        OPENING,
        'noted:\n    say:\n      - "I heard {findings}."\n      - "Noted, {findings}."',
        'almost:\n    say: ["Nearly there, so stay just as you are now."]',
        "9: saying this takes about 2.5 seconds; it may take 2, so shorten it",
    ),
    "nothing is diagnosed": (
        FEVER_WORDS,
        "A fever can mean an infection.",
        "It helps the diagnosis.",
        '4: "diagnos" is never said: nothing is diagnosed by voice; say that answers fit',
    ),
    "no bone is said to be whole": (
        RESULT,
        "Your answers fit {first}.",
        "It is not broken.",
        '4: "not broken" is never said: that cannot be told by voice; leave it out',
    ),
    "nobody is told that they have a condition": (
        SHIN_WORDS,
        "It is soreness along the shin,",
        "You have soreness along the shin,",
        '2: "You have" is never said: a match is no verdict; say that answers fit',
    ),
    "what cannot be heard is not written": (
        SHIN_WORDS,
        "Run less, and keep to flat ground.",
        "Run less (much less); & keep off hills! Rest.",
        "3: `!` `&` `(` `)` `;` cannot be heard; use letters, digits and . , ? ' : - only",
    ),
    "one way of saying something means one thing": (
        TIMING_WORDS,
        "[swollen]",
        "[Stiff]",
        '15: "Stiff" is also said for `morning-stiffness`; it can mean one of them only',
    ),
    "one way of saying a stop sign means one sign": (
        SIGN_WORDS,
        "[hot]",
        "[A cramp]",
        '7: "A cramp" is also said for `cramp`; it can mean one of them only',
    ),
    "what to do at a stop sign is a whole sentence": (
        SIGN_WORDS,
        "Shake it out.",
        "Shake it out",
        "4: this is a whole sentence, so it ends with a full stop",
    ),
    "a step of a set-up asks nothing": (
        CALF_RAISE_WORDS,
        "Stand tall and hold on to a counter.",
        "Are you standing tall?",
        "3: nothing is asked here, so it holds no question mark",
    ),
    "one way of saying something is written once": (
        TIMING_WORDS,
        "[swollen]",
        "[swollen, swollen]",
        '15: "swollen" is written twice for `swelling`; keep one',
    ),
}
