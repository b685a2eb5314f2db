// The conversation as it is read: bubbles, and remarks between them.

const log = document.querySelector("#conversation");

export const you = (text) => show("you", text, "You: ");
export const alexa = (text) => show("alexa", text, "Alexa: ");
export const aside = (text) => show("aside", text);
export const fault = (text) => show("fault", text);

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
  log.scrollTop = log.scrollHeight;
}
