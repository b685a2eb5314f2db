// The belief over conditions, as bars, and what each answer did to it.

import { named } from "./names.js";

const SHOWN = 6;
const MOVERS = 3;

const none = document.querySelector("#belief-none");
const table = document.querySelector("#belief");
const key = document.querySelector("#belief-key");
const rows = table.querySelector("tbody");

// `ranking` is [[id, share], ...], best first; `before` the same a turn ago, or null.
export function showBelief(ranking, before) {
  const any = ranking.length > 0;
  none.hidden = any;
  table.hidden = !any;
  key.hidden = !any;
  none.textContent = "This turn reached no dialog, so there is no belief.";
  const earlier = new Map(before ?? []);
  const shown = ranking.slice(0, SHOWN).map(([id, share]) => row(named(id), share, earlier.get(id)));
  const others = ranking.slice(SHOWN);
  if (others.length > 0) {
    const sum = (of) => others.reduce((total, [id, share]) => total + of(id, share), 0);
    const was = before?.length ? sum((id) => earlier.get(id) ?? 0) : undefined;
    shown.push(row(`${others.length} others`, sum((_, share) => share), was));
  }
  rows.replaceChildren(...shown);
}

// One line for a turn: who moved most. A turn that held no dialog has no line.
export function showEffect(list, { did, answered, exchange, before }) {
  if (exchange.ranking.length === 0) {
    return;
  }
  const item = document.createElement("li");
  const said = document.createElement("strong");
  said.textContent = answered ? `${did} to “${named(answered)}”` : did;
  item.append(said, ` ${effectOf(exchange.ranking, before)}`);
  list.prepend(item);
}

function effectOf(ranking, before) {
  if (!before?.length) {
    return `begins with ${ranking.slice(0, MOVERS).map(([id, now]) => `${named(id)} ${percent(now)}`).join(", ")}`;
  }
  const earlier = new Map(before);
  const moved = ranking
    .map(([id, now]) => ({ id, now, was: earlier.get(id) ?? 0 }))
    .filter(({ now, was }) => percent(now) !== percent(was))
    .sort((one, other) => Math.abs(other.now - other.was) - Math.abs(one.now - one.was))
    .slice(0, MOVERS);
  if (moved.length === 0) {
    return "left the belief as it was";
  }
  return moved.map(({ id, now, was }) => `${named(id)} ${percent(was)} → ${percent(now)}`).join(", ");
}

function row(name, share, was) {
  const line = document.createElement("tr");
  const condition = document.createElement("th");
  condition.scope = "row";
  condition.textContent = name;
  const beside = document.createElement("span");
  beside.className = "share";
  const number = document.createElement("span");
  number.textContent = percent(share);
  beside.append(bar(share, was), number);
  const belief = document.createElement("td");
  belief.append(beside);
  const change = document.createElement("td");
  change.textContent = was === undefined ? "" : signed(points(share, was));
  line.append(condition, belief, change);
  return line;
}

function bar(share, was) {
  const track = document.createElement("span");
  track.className = "bar";
  track.setAttribute("aria-hidden", "true");
  track.style.setProperty("--share", share);
  if (was !== undefined) {
    const mark = document.createElement("span");
    mark.style.setProperty("--was", was);
    track.append(mark);
  }
  return track;
}

const points = (now, was) => 100 * (now - was);
const percent = (share) => (share < 0.005 ? "<1%" : `${Math.round(100 * share)}%`);

function signed(change) {
  const rounded = Math.round(change);
  if (rounded === 0) {
    return "0";
  }
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}
