// The answers that fit now, as chips: by what the skill's reply did, never by what it said.

import { onPress, settle } from "./presses.js";

const CHANGE = ["change my answer", "start over", "stop"];
const NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const number = (value) => ({ label: String(value), say: NUMBERS[value] });

// By the last act of a reply. A question about a finding is `asking`, whatever its act is, and
// while a reply plays it is `playing`.
export const FITTING = {
  unopened: ["open ankle coach", "ask ankle coach to check my ankle"],
  asking: [
    "yes",
    "no",
    "kind of",
    "not really",
    "not sure",
    { label: "why", say: "why do you ask" },
    "go back",
    "stop",
  ],
  opening: [
    "the back of my heel is stiff in the morning",
    "the front of my shin aches",
    "my ankle keeps rolling and gives way",
    { label: "ask me step by step", say: "yes" },
    "help",
    "stop",
  ],
  "why-offer": ["yes", "no", "why do you think so", ...CHANGE],
  "until-offer": ["yes", "no", ...CHANGE],
  "repeat-offer": ["yes", "no", ...CHANGE],
  "offer-routine": ["yes", "no", "what routines do you have", "why do you think so", ...CHANGE],
  "choose-routine": ["calf strength", "ankle essentials", "more", "i have ten minutes", "stop"],
  safety: ["yes", "no", { label: "why", say: "why do you ask" }, "stop"],
  "last-sessions": [number(2), number(6), "worse", "not sure", "stop"],
  "which-level": ["first time", ...[1, 2, 3, 4, 5, 6].map(number), "stop"],
  "ready-question": ["ready", "wait", "repeat that", "next", "stop"],
  "next-when-ready": ["ready", "wait", "stop"],
  "part-done": ["ready", "wait", "easier", "that hurts", "next", "stop"],
  playing: [
    "pause",
    "ready",
    "slower",
    "easier",
    "that hurts",
    "next",
    "how many left",
    "stop",
  ],
  paused: ["resume", "repeat that", "easier", "next", "how many left", "stop"],
  "how-much-pain": [...NUMBERS.map((_, value) => number(value)), "not sure", "stop"],
  other: ["yes", "no", "repeat that", "help", "stop"],
};

const OPENINGS = new Set(["welcome", "welcome-again", "start", "start-again", "open-question"]);

const SAFETY = /^(safety-|clinician-seen)/;
const HELD = /^(still-)?paused/;

// The second wording of a question takes the same answers, and so does the last of several.
const REWORDED = /-(plainer|end)$/;

const group = document.querySelector("#chips");
let shown = null;

// Whether a reply holds a set: what plays then is a silence to wait in.
export const isHold = ({ acts }) => acts.some((act) => HELD.test(act));

// `exchange` is the last one, undefined before the first; `pressed` is called with what to say.
export function showChips(exchange, isPlaying, pressed, otherwise) {
  const scene = isPlaying ? playingScene(exchange) : sceneOf(exchange);
  if (scene === shown) {
    return;
  }
  const isFirst = shown === null;
  shown = scene;
  const focused = group.contains(document.activeElement) ? document.activeElement.textContent : null;
  group.replaceChildren(...FITTING[scene].map((chip) => button(chip, pressed)));
  if (!isFirst) {
    settle();
  }
  if (focused !== null) {
    // Whoever goes from chip to chip by keyboard keeps the place.
    const same = [...group.children].find((chip) => chip.textContent === focused);
    (same ?? group.firstElementChild ?? otherwise).focus();
  }
}

const playingScene = (exchange) => (isHold(exchange) ? "paused" : "playing");

function sceneOf(exchange) {
  if (!exchange?.session_open) {
    return "unopened";
  }
  if (exchange.asking) {
    return "asking";
  }
  const act = (exchange.acts.at(-1) ?? "").replace(REWORDED, "");
  if (OPENINGS.has(act)) {
    return "opening";
  }
  if (SAFETY.test(act)) {
    return "safety";
  }
  // A held set can be taken up after the silence, too.
  if (HELD.test(act) || (act === "ready-question" && isHold(exchange))) {
    return "paused";
  }
  return act in FITTING ? act : "other";
}

function button(chip, pressed) {
  const { label, say } = typeof chip === "string" ? { label: chip, say: chip } : chip;
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  onPress(element, () => pressed(say));
  return element;
}
