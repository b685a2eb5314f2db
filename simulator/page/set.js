// A set as it is seen: the cue of this moment, the count, the clock, and how far it is.

import { Playing } from "./playing.js";

const AHEAD_SECONDS = 10;
const COUNTED = /^(\d+)(?:,\s*(.*))?$/;
const SENTENCE = /\s.*[.?!]$/;

const section = document.querySelector("#set");
const count = document.querySelector("#count");
const cue = document.querySelector("#cue");
const place = document.querySelector("#place");
const bar = document.querySelector("#played");
const clock = document.querySelector("#clock");
const ahead = document.querySelector("#ahead");

let playing = null;
let held = false;
// Where the last set was cut off, as { at, seconds }; null where it was heard to its end.
let cut = null;

ahead.addEventListener("click", () => playing.ahead(AHEAD_SECONDS));

export const isOn = () => playing?.isOn ?? false;
export const isHeld = () => isOn() && held;

// At which second the last reply was cut off, to a tenth; null where it was heard to its end, or
// does not play: then the true time counts.
export const seconds = () => (playing?.isWhole === false ? Math.round(10 * playing.at) / 10 : null);

// Plays from the beginning; fulfilled at the end, and never where it is stopped before.
// `told` has `sentence` (words to be kept) and `words` (all that is said now).
export function play(reply, told) {
  stop();
  held = false;
  cut = null;
  show("");
  count.textContent = "";
  place.hidden = false;
  ahead.hidden = false;
  bar.max = reply.seconds;
  return begin(reply, told, {
    cue: show,
    time: (at) => showTime(at, `${minutes(at)} of ${minutes(reply.seconds)}`),
  });
}

// The same for the silence of a pause: it passes unseen, and the set stands where it was cut off.
export function hold(reply, told) {
  stop();
  held = true;
  place.hidden = cut === null;
  ahead.hidden = true;
  if (cut) {
    showTime(cut.at, `held at ${minutes(cut.at)} of ${minutes(cut.seconds)}`);
  } else {
    show("Paused");
    count.textContent = "";
  }
  return begin(reply, told, { cue: () => {}, time: () => {} });
}

export function stop() {
  if (isOn()) {
    playing.stop();
    if (!held) {
      cut = { at: playing.at, seconds: playing.seconds };
    }
  }
  hide();
}

// The last reply is none that plays any more.
export function forget() {
  stop();
  playing = null;
}

// Somebody turns to another device, which holds no set of this one.
export function leave() {
  stop();
  cut = null;
}

function begin(reply, told, shown) {
  section.hidden = false;
  return new Promise((over) => {
    playing = new Playing(reply, {
      cues: (due) => hear(due, told, shown.cue),
      time: shown.time,
      over: () => {
        hide();
        over();
      },
    });
  });
}

function hide() {
  if (section.contains(document.activeElement)) {
    // What is hidden keeps the keyboard for a moment: whoever moves it on must find it free.
    document.activeElement.blur();
  }
  section.hidden = true;
}

// Several are due at once after a skip: all count, and only the last is still to be spoken.
function hear(due, { sentence, words }, showCue) {
  const said = due.map(({ text }) => text).filter((text) => text);
  said.forEach((text) => showCue(text));
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

function showTime(at, text) {
  bar.value = at;
  if (clock.textContent !== text) {
    clock.textContent = text;
  }
}

function minutes(at) {
  const whole = Math.floor(at);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
