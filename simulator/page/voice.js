// Says the replies, if asked to. Only with voices of this machine: others send the words away.

const synthesis = window.speechSynthesis;
const box = document.querySelector("#voice");
const hint = document.querySelector("#voice-hint");
const speed = document.querySelector("#speed");
const speedShown = document.querySelector("#speed-shown");

// What is being said: the browser may drop an utterance that nothing holds, and its end with it.
let saying = null;
let lang = "en-US";

export const isOn = () => box.checked && ownVoices().length > 0;

export function begin() {
  synthesis?.addEventListener?.("voiceschanged", offer);
  box.addEventListener("change", () => box.checked || stop());
  speed.addEventListener("input", () => {
    speedShown.textContent = Number(speed.value).toFixed(1);
  });
  offer();
}

// Fulfilled when all was said, or when something cut it short.
export function say(text) {
  stop();
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text);
    [utterance.voice] = ownVoices();
    utterance.lang = utterance.voice.lang;
    utterance.rate = Number(speed.value);
    utterance.onend = done;
    utterance.onerror = done;
    saying = { utterance, done };
    synthesis.speak(utterance);
  });
}

// A voice of this country is taken where the machine has one.
export function speakAs(locale) {
  lang = locale;
}

export function stop() {
  if (saying) {
    synthesis.cancel();
    saying.done();
    saying = null;
  }
}

function offer() {
  const has = ownVoices().length > 0;
  box.disabled = !has;
  hint.hidden = has;
}

function ownVoices() {
  const own = (synthesis?.getVoices() ?? []).filter(
    (voice) => voice.localService && /^en\b/i.test(voice.lang.replace("_", "-")),
  );
  const near = (voice) => voice.lang.replace("_", "-").toLowerCase() === lang.toLowerCase();
  return own.sort((one, other) => near(other) - near(one));
}
