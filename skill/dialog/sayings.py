"""The ids of all that is said and asked, which the content puts into words scene by scene."""

from __future__ import annotations

from typing import Literal

Prompt = Literal[
    "welcome", "welcome-again", "start", "start-again", "open-question", "offer-check", "go-on",
    "how-it-began-and-goes", "how-it-began-only", "how-long-ago", "skip-offer", "helpline-offer",
    "why-offer", "until-offer", "repeat-offer", "what-else", "more-offer", "check-offer",
    "which-one",
    "offer-routine", "choose-routine", "choose-routine-end", "choose-this", "choose-any",
    "safety-today", "safety-today-rest", "safety-today-plainer", "safety-today-bone",
    "safety-today-since",
    "safety-bone", "safety-bone-plainer", "safety-walk", "safety-walk-plainer", "safety-walk-bone",
    "safety-person", "safety-person-adult", "safety-person-rest", "safety-person-besides",
    "safety-person-others", "safety-person-older",
    "safety-person-plainer",
    "part-injury", "part-chest", "part-leg", "part-rest", "part-age", "part-pregnant",
    "part-diabetes", "part-metal", "part-surgery", "part-antibiotic",
    "clinician-seen", "clinician-seen-plainer", "clinician-word", "last-sessions",
    "step-number", "sessions-roughly",
    "mornings-after", "may-remember",
    "reminder-days", "reminder-time", "reminder-half", "reminder-confirm",
    "which-level", "which-level-and-sessions",
    "ready-question", "next-when-ready", "part-done", "how-much-pain",
    "how-much-pain-anywhere", "false-alarm", "false-alarm-heart",
    "more-than-effort",
]  # fmt: skip
"""The prompts of `content/words/<language>/speech/`: each asks something."""

OpeningStatement = Literal[
    "still-holds-emergency", "still-holds-same-day", "still-here", "step-by-step", "side-left",
    "side-right", "side-both",
]  # fmt: skip

CheckStatement = Literal[
    "to-safety", "to-safety-today", "to-safety-injury", "to-matching", "noted", "taken-as-yes",
    "taken-as-yes-to", "plain-answer", "plainest-answer",
    "taken-one-by-one", "nothing-before", "going-back", "changing", "once-more", "taken-back",
    "heard-so",
    "why-questions",
    "no-reasons-yet", "not-yet", "about-you",
    "stop-settled", "stop-settled-seen", "to-safety-one", "to-safety-few",
    "question-first", "last-question", "one-question-left", "questions-left",
    "questions-in-all", "clinician-saw", "told-already",
    "told-so", "told-of-side-left", "told-of-side-right", "told-of-side-both", "told-if-wrong",
    "told-nothing",
]  # fmt: skip

ResultStatement = Literal[
    "care-emergency", "care-ambulance", "again-ambulance", "care-same-day", "care-see-clinician",
    "care-self-care", "second-place",
    "not-sure-of", "no-clear-answer", "could-not-make-sure",
    "diabetic-feeling", "feeling-in-both-feet",
    "fits-one", "fits-two", "fits-none",
    "fits-none-no-pain",
    "speaks-for",
    "speaks-against", "nothing-against", "why-none", "others-emergency",
    "others-same-day", "others-two", "others-next",
    "others-one", "needs-a-look", "holds-emergency", "holds-same-day",
    "holds-see-clinician", "holds-self-care", "rest-later",
    "until-seen", "closing-emergency",
    "closing-same-day", "closing-see-clinician", "closing-self-care", "still-stands", "shown-too",
    "never-counted",
    "say-if-wrong",
    "so-it-stands",
    "again-emergency", "again-same-day", "again-see-clinician", "again-self-care",
    "wait-emergency", "wait-same-day", "wait-see-clinician", "wait-self-care", "load-emergency",
    "load-same-day",
    "closing-goes-emergency", "closing-calls-emergency", "closing-goes-same-day",
    "closing-goes-see-clinician",
    "care-help-called", "help-called", "closing-help-called", "closing-help-here",
    "load-see-clinician", "run-see-clinician", "first-emergency", "first-same-day",
    "heals-emergency",
    "heals-same-day", "pills-emergency", "pills-same-day", "join-two", "join-three",
]  # fmt: skip

TopicStatement = Literal[
    "still-urgent", "unknown-urgent", "which-topic", "unknown-topic", "not-known", "nothing-more",
    "another-service",
    "named-so", "named-second", "named-otherwise", "no-sign-of-a-tear", "tear-not-told",
    "named-less", "help-more-offer", "help-check-offer", "help-which-one",
]  # fmt: skip

CoachStatement = Literal[
    "routine-start", "routine-again", "routine-of-one", "exercise-start", "to-fetch", "with-load",
    "with-load-again", "any-time", "stop-later",
    "both-share", "both-in-turn",
    "not-new", "place-named", "step-named", "no-such-step", "step-unknown", "from-the-start",
    "first-is-easy",
    "one-at-a-time", "rest-open", "without-kit", "rules-out-noted", "rules-out-later",
    "none-that-way", "none-left-that-way", "hold-on", "no-coach-yet",
    "what-happens", "which-routine",
    "too-young", "needs-clinician-first", "needs-clearance", "needs-clearance-if-so",
    "needs-word", "word-noted", "word-allows", "sets-enough", "finish-first",
    "flag-stands", "alarm-stands", "has-to-wait", "exercise-waits", "exercise-waits-if-so",
    "pain-told-over", "pain-told-before",
    "exercise-later", "progress-up",
    "progress-stay", "progress-stay-untold", "progress-down", "progress-top",
    "shortest-instead", "left-out",
    "easier-instead", "unsure-instead", "none-suits", "no-instead", "instead-now",
    "instead-of-chair", "instead-of-mat",
    "exercise-next", "wait-now", "get-ready",
    "get-ready-left", "get-ready-right", "beside-first", "beside-set", "count-three", "count-two",
    "count-one", "count-repetition", "count-seconds", "count-held", "count-minutes", "count-left",
    "count-hold", "count-minutes-left", "set-soon",
    "set-soon-left", "set-soon-right", "last-set", "last-set-left", "last-set-right", "rest-now",
    "only-left", "only-right", "switch-to-left", "switch-to-right", "well-done", "paused",
    "paused-left", "paused-right", "paused-hold-left", "paused-hold-right",
    "no-exercise", "back-to-check", "missed-in-a-set", "paused-between", "still-paused", "resuming",
    "slower-now", "faster-now", "slowest", "fastest", "left-to-go",
    "left-to-go-last", "left-on-side", "left-of-hold", "then-other-side",
    "sets-after", "sets-to-follow", "is-last-set", "wait-to-go", "exercises-to-go",
    "minutes-to-go", "exercises-in-all", "exercises-after", "when-it-begins", "set-of-sets",
    "sets-in-all", "repetitions-each", "hold-each", "made-harder-load", "made-easier-load",
    "made-easier-bare",
    "side-now-left", "side-now-right", "side-now-both", "say-if-it-hurts", "side-was-left",
    "if-it-hurts", "if-it-hurts-some", "if-it-hurts-at-all", "may-stop", "may-stop-at-all",
    "side-was-right", "side-comes-left", "side-comes-right", "one-side", "only-which",
    "how-often", "how-often-daily",
    "which-step", "next-is", "next-is-none", "then-come", "comes-as",
    "asked-shoes", "asked-support", "asked-one-leg", "asked-edge", "asked-toes", "asked-run",
    "asked-there", "asked-rests", "asked-rate", "asked-swap", "asked-no-kit",
    "asked-at-offer", "asked-floor", "rest-longer", "rest-longer-later", "runs-from", "runs-here",
    "step-unless-told", "count-stays", "this-is",
    "that-was", "once-again", "briefer", "briefer-here",
    "still-coaching",
    "none-left", "was-last-set", "first-exercise", "not-among-them", "only-this-one",
    "left-out-later", "was-done-before", "nothing-to-pause",
    "was-easiest", "made-easier", "made-easier-dose", "made-easier-hold",
    "made-easier-minutes", "made-harder", "made-harder-dose", "made-harder-hold",
    "made-harder-minutes", "harder-once", "harder-after-a-set", "not-after-pain",
    "harder-then", "harder-next-dose", "harder-next-hold",
    "harder-next-session",
    "easier-next-time", "easier-was-done", "no-easier", "no-harder", "stop-there", "pain-go-on",
    "no-pain-go-on", "pain-keep", "pain-keep-again", "pain-keep-often", "pain-grows",
    "pain-leave-easiest",
    "pain-noted", "no-pain-noted", "pain-keep-noted",
    "pain-severe", "pain-easier", "pain-easier-later", "pain-easier-next-time", "pain-leave",
    "pain-stop", "pain-unknown", "pain-skipped", "pain-number-please",
    "pain-in-a-number", "not-done",
    "done-in-part", "danger-stop",
    "danger-stop-breath",
    "false-alarm-over", "breath-comes-back", "stays-stopped", "stays-stopped-for",
    "stays-stopped-heart", "own-protocol", "pain-grew",
    "session-done", "step-done", "step-done-until",
    "coach-goodbye", "why-safety", "help-offer-routine", "help-choose-routine", "help-safety",
    "help-last-sessions", "help-which-level", "help-ready-question", "help-how-much-pain",
]  # fmt: skip

BookmarkStatement = Literal[
    "welcome-back", "welcome-back-within", "welcome-back-to-a-check", "help-welcome-back",
    "broke-off", "where-you-were", "kept-place", "session-counted", "last-time",
    "last-time-lately", "sessions-so-far", "which-week", "which-week-over", "week-plan",
    "week-plan-begun", "week-plan-done", "week-plan-daily", "getting-on", "no-bookmark",
    "kept-for-voice", "kept-for-account", "remembered", "not-remembered", "what-is-kept",
    "forgotten", "nothing-to-remember", "could-not-forget", "could-not-remember",
    "memory-unreachable", "help-may-remember", "help-mornings-after",
]  # fmt: skip

ReminderStatement = Literal[
    "reminder-set", "reminder-moved", "reminder-is", "reminder-unknown", "no-reminder-set",
    "reminder-dropped", "reminders-cancelled", "reminders-deleted-too", "only-reminders-deleted",
    "reminder-later", "reminder-waits", "reminder-weekly-only", "reminder-permission",
    "reminder-not-allowed",
    "reminder-no-permission", "reminder-no-device", "reminder-too-many", "reminder-too-often",
    "reminder-not-taken", "reminder-unreachable", "reminders-not-deleted", "no-reminders",
    "help-reminder-days", "help-reminder-time", "help-reminder-half", "help-reminder-confirm",
]  # fmt: skip

AnywhereStatement = Literal[
    "other-body-part", "other-person", "child", "so-young", "help-open-question", "help-question",
    "help-why-offer", "help-until-offer", "help-repeat-offer", "help-what-else", "help-go-on",
    "help-offer-check",
    "cannot-call", "grave-words", "passes-blood", "another-in-danger", "self-harm",
    "keeps-nothing", "none-kept",
    "none-kept-yet", "sore-after", "next-time", "missed-once",
    "missed-twice-question", "missed-left-out", "missed-twice-offer", "missed-often", "failure",
    "failure-closed", "goodbye", "goodbye-unfinished", "leaving-danger", "leaving-emergency",
    "volume", "feels-worried", "feels-weary", "feels-longing", "feels-ashamed", "feels-grateful",
    "feels-impatient",
]  # fmt: skip

Statement = Literal[
    OpeningStatement,
    CheckStatement,
    ResultStatement,
    TopicStatement,
    CoachStatement,
    BookmarkStatement,
    ReminderStatement,
    AnywhereStatement,
]
"""What is said and asks nothing: a Literal for each file of `content/words/<language>/speech/`."""

Phrase = Literal[
    "reminder-text", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "every-day", "working-day", "join-more", "clock", "clock-and-minutes", "at-noon", "at-midnight",
    "in-the-morning", "in-the-afternoon", "in-the-evening", "at-night",
]  # fmt: skip
"""What is said only inside of something else: days, times, and the reminder itself."""

OwnWords = Literal[
    "because", "about", "until", "seen-when", "explain", "answer", "answer-more", "answer-urgent",
    "answer-by-level", "answer-again",
    "set-up",
    "set-up-again", "set-up-detail", "whole-set-up", "why-this", "how-it-feels", "advice", "set",
]  # fmt: skip
"""What speaks a content file's own words, of the id that it is about."""

OwnQuestion = Literal["ask", "ask-otherwise", "ask-plainer", "ask-to-confirm"]
"""What asks a finding, a red flag or a gate in its own words: as it is, otherwise, plainer, or
whether it is so, where it was told before."""
