// A press counts once. None does while a reply is under way, nor for a moment after it or after
// new chips, so that a double click cannot answer two questions; and none is dropped in silence.

// Systems take two clicks within 500 ms for a double one, and a reply comes after the first.
const SETTLING_MS = 500;

const notice = document.querySelector("#notice");
const buttons = new Set();

let underWay = false;
let settling = null;
let counted = null;

export const isUnderWay = () => underWay;

export const tell = (sentence) => {
  notice.textContent = sentence;
};

// Calls `pressed` whenever the button is pressed and that counts.
export function onPress(button, pressed) {
  buttons.add(button);
  show(button);
  button.addEventListener("click", () => {
    const name = button.textContent;
    if (!isEarly()) {
      counted = name;
      pressed();
    } else if (name === counted) {
      tell(`“${name}” counted once.`);
    } else {
      tell("Too early: press again.");
    }
  });
}

// A reply is under way.
export function wait() {
  underWay = true;
  tell("");
  showAll();
}

// The reply is here.
export function arrive() {
  underWay = false;
  settle();
}

// What can be pressed has changed.
export function settle() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    settling = null;
    counted = null;
    showAll();
  }, SETTLING_MS);
  showAll();
}

const isEarly = () => underWay || settling !== null;

// Not `disabled`: that would take the keyboard's place away, and hear of no press.
const show = (button) => button.setAttribute("aria-disabled", String(isEarly()));

function showAll() {
  for (const button of buttons) {
    if (button.isConnected) {
      show(button);
    } else {
      buttons.delete(button);
    }
  }
}
