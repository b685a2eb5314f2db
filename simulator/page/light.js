// The device's light: the same state as a ring for the eye and as words for everybody.

const WORDS = {
  none: "No session yet",
  listening: "Listening",
  speaking: "Speaking",
  held: "Set held",
  ended: "Session ended",
};

const light = document.querySelector("#light");
const text = document.querySelector("#light-text");

export function showLight(state) {
  light.dataset.state = state;
  if (text.textContent !== WORDS[state]) {
    text.textContent = WORDS[state];
  }
}
