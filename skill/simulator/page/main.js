// Wires the page: what a person does goes to the skill, and its reply goes to every part.

import * as bubbles from "./bubbles.js";
import { showChips } from "./chips.js";
import * as drawer from "./drawer.js";
import { showLight } from "./light.js";
import * as listening from "./listening.js";
import { Silence } from "./silence.js";
import { ask } from "./skill.js";
import * as voice from "./voice.js";

const words = document.querySelector("#words");
const echoTime = document.querySelector("#echo-time");
const device = document.querySelector("#device");
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
let busy = false;
let reprompted = false;
let turn = 0;

const present = () => last.get(device.value);
const isOpen = () => present()?.session_open ?? false;

async function take(line) {
  if (busy) {
    return;
  }
  busy = true;
  silence.stop();
  voice.stop();
  listening.stop();
  bubbles.waiting(true);
  if (line.say) {
    bubbles.you(line.say);
  }
  let next = hear;
  try {
    heard(line, await ask({ ...line, device: device.value }));
    next = speak;
  } catch (fault) {
    bubbles.fault(fault.message);
  } finally {
    busy = false;
    bubbles.waiting(false);
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
  drawer.add(line, exchange, before);
  if (exchange.speech) {
    bubbles.alexa(exchange.speech);
  }
  showSession();
}

function showSession() {
  showChips(present(), (say) => take({ say }), words);
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
  const speech = present()?.speech;
  if (speech && voice.isOn()) {
    showLight("speaking");
    await voice.say(speech);
  }
  if (mine === turn) {
    hear();
  }
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
  if (!echoTime.checked || !isOpen() || busy) {
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
  if (said && !busy) {
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
sayNothing.addEventListener("click", () => take({ event: "timeout" }));
end.addEventListener("click", () => take({ event: "end" }));
document.querySelector("#new-user").addEventListener("click", () => take({ event: "new-user" }));
device.addEventListener("change", () => {
  silence.stop();
  voice.stop();
  turn++;
  bubbles.aside(`You talk to ${device.value === "screen" ? "a device with a screen" : "a speaker"}.`);
  showSession();
  hear();
});

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
