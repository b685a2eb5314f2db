// What happened inside, turn by turn: what was understood, what it did, and the whole JSON.

import { showBelief, showEffect } from "./belief.js";
import { named } from "./names.js";

const choice = document.querySelector("#turn");
const understood = document.querySelector("#understood");
const effects = document.querySelector("#effects");
const request = document.querySelector("#request");
const response = document.querySelector("#response");

const turns = [];

choice.addEventListener("change", () => show(turns[choice.value]));

// `before` is the exchange before this one on the same device, if there was one.
export function add(line, exchange, before) {
  const continues = before?.session_open && exchange.request?.session.new === false;
  const turn = {
    did: line.say ? `“${line.say}”` : line.event,
    answered: continues ? before.asking : null,
    exchange,
    before: continues ? before.ranking : null,
  };
  if (turns.length === 0) {
    choice.replaceChildren();
    choice.disabled = false;
  }
  choice.append(new Option(`${turns.length + 1}: ${turn.did}`, turns.length));
  choice.value = turns.length;
  turns.push(turn);
  if (exchange.request?.session.new) {
    effects.replaceChildren();
  }
  showEffect(effects, turn);
  show(turn);
}

function show({ exchange, before, answered }) {
  const slots = Object.entries(exchange.slots).map(
    ([name, { value, id }]) => `${name}: “${value}” → ${id ? withName(id) : "no match"}`,
  );
  understood.replaceChildren(
    ...entry("Intent", [exchange.intent ?? exchange.request?.request.type ?? "none"]),
    ...entry("Slots", slots),
    ...entry("Read in it", readIn(exchange)),
    ...entry("It answered", answered ? [withName(answered)] : []),
    ...entry("Acts of the reply", exchange.acts),
    ...entry("Now asking", exchange.asking ? [withName(exchange.asking)] : []),
  );
  showBelief(exchange.ranking, before);
  request.textContent = json(exchange.request);
  response.textContent = json(exchange.response);
}

// Each meaning, with the words that it came from.
function readIn({ heard, origin }) {
  const meanings = Object.entries(heard)
    .filter(([name]) => name !== "words" && name !== "findings")
    .map(([name, value]) => [name, `${name}: ${[value].flat().join(", ")}`]);
  const findings = Object.entries(heard.findings ?? {}).map(([id, holds]) => [
    id,
    `${withName(id)}: ${holds ? "yes" : "no"}`,
  ]);
  return [...meanings, ...findings].map(([name, shown]) =>
    origin[name] ? `${shown} ← “${origin[name]}”` : shown,
  );
}

function entry(name, values) {
  const term = document.createElement("dt");
  term.textContent = name;
  const details = (values.length ? values : ["none"]).map((value) => {
    const detail = document.createElement("dd");
    detail.textContent = value;
    return detail;
  });
  return [term, ...details];
}

const withName = (id) => `${named(id)} (${id})`;

const json = (value) => (value ? JSON.stringify(value, null, 2) : "none: it did not reach the skill");
