// Wires the page: what a person does goes to the skill, and its reply goes to every part.

import * as bubbles from "./bubbles.js";
import { isHold, showChips } from "./chips.js";
import "./copying.js";
import * as drawer from "./drawer.js";
import * as history from "./history.js";
import { showLight } from "./light.js";
import * as listening from "./listening.js";
import * as names from "./names.js";
import * as presses from "./presses.js";
import * as set from "./set.js";
import { Silence } from "./silence.js";
import { ask } from "./skill.js";
import * as voice from "./voice.js";

const words = document.querySelector("#words");
const echoTime = document.querySelector("#echo-time");
const device = document.querySelector("#device");
const locale = document.querySelector("#locale");
const sayNothing = document.querySelector("#say-nothing");
const end = document.querySelector("#end");

const HAPPENED = {
  timeout: "Nobody said anything.",
  end: "You ended the session.",
  "new-user": "Somebody else is here, who never opened the skill.",
};

// The last exchange with each device: each has a session of its own, as at home.
const last = new Map();
const silence = new Silence();
let reprompted = false;
let turn = 0;

const present = () => last.get(device.value);
const isOpen = () => present()?.session_open ?? false;

async function take(line) {
  if (presses.isUnderWay()) {
    return;
  }
  // Whoever says nothing lets it play to the end.
  const after = line.event === "timeout" ? null : set.seconds();
  if (after !== null && set.isOn()) {
    bubbles.aside(
      set.isHeld() ? `After ${after} seconds of the pause:` : `At second ${after} of the set:`,
    );
  }
  set.stop();
  silence.stop();
  voice.stop();
  listening.stop();
  bubbles.waiting(true);
  presses.wait();
  if (line.say) {
    bubbles.you(line.say);
    history.add(line.say);
  }
  let next = hear;
  try {
    heard(line, await ask({ ...line, after, device: device.value, locale: locale.value }));
    next = speak;
  } catch (fault) {
    bubbles.fault(fault.message);
  } finally {
    bubbles.waiting(false);
    presses.arrive();
  }
  await next();
}

function heard(line, exchange) {
  const before = present();
  if (line.event === "timeout" && before?.reprompt && !reprompted) {
    bubbles.alexa(before.reprompt);
  }
  if (line.event) {
    bubbles.aside(HAPPENED[line.event]);
  }
  if (line.event === "new-user") {
    last.clear();
  }
  last.set(device.value, exchange);
  reprompted = false;
  set.forget();
  drawer.add(line, exchange, before);
  if (exchange.speech && !exchange.play) {
    bubbles.alexa(exchange.speech);
  }
  showSession();
}

function showSession() {
  showChips(present(), set.isOn(), (say) => take({ say }), words);
  for (const button of [sayNothing, end]) {
    button.disabled = !isOpen();
  }
  if (document.activeElement === document.body) {
    words.focus();
  }
}

// Speaks the last reply, then listens: a later turn takes over from an earlier one's speech.
async function speak() {
  const mine = ++turn;
  const { play, speech } = present();
  if (play) {
    await playThrough(present());
  } else if (speech && voice.isOn()) {
    showLight("speaking");
    await voice.say(speech);
  }
  if (mine === turn) {
    hear();
  }
}

// A set takes its time whether or not it is spoken aloud: what is said meanwhile interrupts it.
async function playThrough(exchange) {
  const held = isHold(exchange);
  showLight(held ? "held" : "speaking");
  let spoken = null;
  const begin = held ? set.hold : set.play;
  const over = begin(exchange.play, {
    sentence: bubbles.alexa,
    words: (text) => {
      spoken = voice.isOn() ? voice.say(text) : null;
    },
  });
  showSession();
  await over;
  showSession();
  await spoken;
}

function hear() {
  if (!isOpen()) {
    listening.rest();
    showLight(present() ? "ended" : "none");
    return;
  }
  showLight("listening");
  listening.listenAgain();
  waitInSilence();
}

function waitInSilence() {
  if (!echoTime.checked || !isOpen() || presses.isUnderWay() || set.isOn()) {
    return;
  }
  silence.start(present().reprompt, reprompt, () => take({ event: "timeout" }));
}

async function reprompt(text) {
  bubbles.alexa(text);
  reprompted = true;
  if (voice.isOn()) {
    listening.stop();
    showLight("speaking");
    const mine = turn;
    await voice.say(text);
    if (mine === turn) {
      showLight("listening");
      listening.listenAgain();
    }
  }
}

document.querySelector("#form").addEventListener("submit", (event) => {
  event.preventDefault();
  const said = words.value.trim();
  if (presses.isUnderWay()) {
    presses.tell("Not said yet: say it again.");
  } else if (said) {
    words.value = "";
    take({ say: said });
  }
});
words.addEventListener("input", () => {
  // Who is writing is not silent.
  silence.stop();
  waitInSilence();
});
echoTime.addEventListener("change", () => {
  silence.stop();
  waitInSilence();
});
presses.onPress(sayNothing, () => take({ event: "timeout" }));
presses.onPress(end, () => take({ event: "end" }));
presses.onPress(document.querySelector("#new-user"), () => take({ event: "new-user" }));
device.addEventListener("change", () => {
  silence.stop();
  voice.stop();
  set.leave();
  turn++;
  bubbles.aside(`You talk to: ${device.selectedOptions[0].textContent}.`);
  showSession();
  hear();
});
locale.addEventListener("change", () => {
  listening.listenFor(locale.value);
  voice.speakAs(locale.value);
  bubbles.aside(`Your device is set to: ${locale.selectedOptions[0].textContent}.`);
});

names.load();
history.listen(words);
voice.begin();
listening.begin({
  words: (said) => take({ say: said }),
  partly: (said) => {
    words.value = said;
    silence.stop();
  },
  fault: bubbles.fault,
});
showSession();
if (performance.getEntriesByType("navigation")[0]?.type === "reload") {
  bubbles.aside("The page was loaded anew: what was said before is gone, and nobody kept it.");
}
