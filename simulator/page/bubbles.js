// The conversation as it is read: bubbles, and remarks between them.

const log = document.querySelector("#conversation");

// The end stays in sight when chips or a set take room from it; not for whoever has scrolled up.
let atEnd = true;
let was = 0;

log.addEventListener("scroll", () => {
  if (log.scrollHeight - log.clientHeight - log.scrollTop < 2) {
    atEnd = true;
  } else if (log.scrollTop < was) {
    atEnd = false;
  }
  was = log.scrollTop;
});
new ResizeObserver(() => atEnd && showEnd()).observe(log);

function showEnd() {
  atEnd = true;
  log.scrollTop = log.scrollHeight;
}

export const you = (text) => show("you", text, "You: ");
export const alexa = (text) => show("alexa", text, "Alexa: ");
export const aside = (text) => show("aside", text);
export const fault = (text) => show("fault", text);

// The whole conversation as plain text, a line for each bubble.
export function transcript() {
  const lines = [...log.children].map(({ textContent }) => textContent.trim());
  return lines.map((line) => line.replaceAll(/\s+/g, " ")).join("\n");
}

export function waiting(isWaiting) {
  log.setAttribute("aria-busy", String(isWaiting));
}

function show(kind, text, speaker = "") {
  const paragraph = document.createElement("p");
  paragraph.className = kind;
  if (speaker) {
    // Sight tells the speakers apart by place and color, a screen reader by name.
    const name = document.createElement("span");
    name.className = "unseen";
    name.textContent = speaker;
    paragraph.append(name);
  }
  paragraph.append(text);
  log.append(paragraph);
  showEnd();
}
