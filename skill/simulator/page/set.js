// A set as it is seen: the cue of this moment, the count, the clock, and how far it is.

import { Playing } from "./playing.js";

const AHEAD_SECONDS = 10;
const COUNTED = /^(\d+)(?:,\s*(.*))?$/;
const SENTENCE = /\s.*[.?!]$/;

const section = document.querySelector("#set");
const count = document.querySelector("#count");
const cue = document.querySelector("#cue");
const bar = document.querySelector("#played");
const clock = document.querySelector("#clock");

let playing = null;

document.querySelector("#ahead").addEventListener("click", () => playing.ahead(AHEAD_SECONDS));

export const isOn = () => playing?.isOn ?? false;

// At which second the last reply was cut off, to a tenth; null where it was heard to its end, or
// does not play: then the true time counts.
export const seconds = () => (playing?.isWhole === false ? Math.round(10 * playing.at) / 10 : null);

// Plays from the beginning; fulfilled at the end, and never where it is stopped before.
// `told` has `sentence` (words to be kept) and `words` (all that is said now).
export function play(reply, told) {
  stop();
  show("");
  count.textContent = "";
  bar.max = reply.seconds;
  section.hidden = false;
  return new Promise((over) => {
    playing = new Playing(reply, {
      cues: (due) => hear(due, told),
      time: (at) => showTime(at, reply.seconds),
      over: () => {
        hide();
        over();
      },
    });
  });
}

export function stop() {
  if (isOn()) {
    playing.stop();
  }
  hide();
}

// The last reply is none that plays any more.
export function forget() {
  stop();
  playing = null;
}

function hide() {
  if (section.contains(document.activeElement)) {
    // What is hidden keeps the keyboard for a moment: whoever moves it on must find it free.
    document.activeElement.blur();
  }
  section.hidden = true;
}

// Several are due at once after a skip: all count, and only the last is still to be spoken.
function hear(due, { sentence, words }) {
  const said = due.map(({ text }) => text).filter((text) => text);
  said.forEach((text) => show(text));
  said.filter((text) => SENTENCE.test(text)).forEach((text) => sentence(text));
  if (due.at(-1).text) {
    words(due.at(-1).text);
  }
}

function show(text) {
  const counted = COUNTED.exec(text);
  const isSentence = SENTENCE.test(text);
  if (counted || isSentence) {
    count.textContent = counted?.[1] ?? "";
  }
  cue.textContent = counted ? (counted[2] ?? "") : text;
  cue.classList.toggle("sentence", isSentence);
}

function showTime(at, total) {
  bar.value = at;
  const text = `${minutes(at)} of ${minutes(total)}`;
  if (clock.textContent !== text) {
    clock.textContent = text;
  }
}

function minutes(at) {
  const whole = Math.floor(at);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
