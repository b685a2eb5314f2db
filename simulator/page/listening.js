// Hears the answers, where the browser can, and only after it was said where the sound goes.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const button = document.querySelector("#listen");
const consent = document.querySelector("#consent");

const FAULTS = {
  "not-allowed": "The browser does not let this page use the microphone.",
  "service-not-allowed": "The browser does not let this page turn speech into words.",
  "audio-capture": "There is no microphone.",
  network: "The browser could not reach the service that turns speech into words.",
  "language-not-supported": "The browser cannot turn English speech into words.",
};

let agreed = false;
let on = false;
let hearing = null;
let tell = null;
let lang = "en-US";

// `told` has `words` (what was said), `partly` (what was said so far) and `fault` (a sentence).
export function begin(told) {
  tell = told;
  button.hidden = !Recognition;
  button.addEventListener("click", () => {
    if (on) {
      rest();
    } else if (agreed) {
      start();
    } else {
      consent.showModal();
    }
  });
  consent.addEventListener("close", () => {
    agreed = consent.returnValue === "listen";
    if (agreed) {
      start();
    }
  });
}

// Hears the next answer too, if the last one was to be heard.
export function listenAgain() {
  if (on) {
    hear();
  }
}

// Stops hearing for now, as while the skill speaks.
export function stop() {
  const stopped = hearing;
  hearing = null;
  stopped?.abort();
}

// Stops hearing until somebody presses the button again.
export function rest() {
  stop();
  show(false);
}

// What is listened for next: the English of a country.
export function listenFor(locale) {
  lang = locale;
}

function start() {
  show(true);
  hear();
}

function show(isOn) {
  on = isOn;
  button.setAttribute("aria-pressed", String(isOn));
}

function hear() {
  stop();
  const recognition = new Recognition();
  hearing = recognition;
  recognition.lang = lang;
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    if (hearing !== recognition) {
      return;
    }
    const [heard] = results;
    tell.partly(heard[0].transcript);
    if (heard.isFinal) {
      tell.partly("");
      tell.words(heard[0].transcript);
    }
  };
  recognition.onerror = ({ error }) => {
    if (hearing === recognition && error in FAULTS) {
      tell.fault(FAULTS[error]);
      rest();
    }
  };
  recognition.onend = () => {
    // Nothing was said for a while: the button shows that it no longer hears.
    if (hearing === recognition) {
      rest();
    }
  };
  recognition.start();
}
