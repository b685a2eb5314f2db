// The page's side of the conversation: it sends what was said or what happened, and shows the reply.

const conversation = document.querySelector("#conversation");
const session = document.querySelector("#session");
const form = document.querySelector("#form");
const words = document.querySelector("#words");
const opening = document.querySelector("#opening");
const answers = document.querySelector("#answers");
const needOpenSession = document.querySelectorAll('[data-event="timeout"], [data-event="end"]');

// A page that is opened anew is a new conversation.
const id = crypto.randomUUID();
const WITHOUT_ANSWER = "The simulator does not answer. Is make run still running?";
const HAPPENED = {
  timeout: "Nobody said anything.",
  end: "You ended the session.",
  "new-user": "Somebody else is here, who never opened the skill.",
};

let busy = false;
let reprompt = null;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const said = words.value.trim();
  if (said && !busy) {
    words.value = "";
    take({ say: said });
  }
});

for (const button of document.querySelectorAll("[data-say]")) {
  button.addEventListener("click", () => take({ say: button.dataset.say }));
}
for (const button of document.querySelectorAll("[data-event]")) {
  button.addEventListener("click", () => take({ event: button.dataset.event }));
}

async function take(line) {
  if (busy) {
    return;
  }
  busy = true;
  conversation.setAttribute("aria-busy", "true");
  if (line.say) {
    show("you", line.say, "You: ");
  }
  try {
    reply(line, await ask(line));
  } catch {
    show("fault", WITHOUT_ANSWER);
  } finally {
    busy = false;
    conversation.removeAttribute("aria-busy");
  }
}

async function ask(line) {
  const response = await fetch("/say", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...line, conversation: id }),
  });
  return response.json();
}

function reply(line, exchange) {
  if (exchange.error) {
    show("fault", exchange.error);
    return;
  }
  if (line.event === "timeout" && reprompt) {
    show("alexa", reprompt, "Alexa: ");
  }
  reprompt = exchange.reprompt;
  if (line.event) {
    show("aside", HAPPENED[line.event]);
  }
  if (exchange.speech) {
    show("alexa", exchange.speech, "Alexa: ");
  }
  if (exchange.reprompt) {
    show("reprompt", `If nobody answers: ${exchange.reprompt}`);
  }
  showSession(exchange.session_open);
}

function showSession(open) {
  // A focused chip that disappears would lose the keyboard's place.
  const focusLost = (open ? opening : answers).contains(document.activeElement);
  session.textContent = open ? "Session open" : "Session ended";
  session.classList.toggle("open", open);
  opening.hidden = open;
  answers.hidden = !open;
  for (const button of needOpenSession) {
    button.disabled = !open;
  }
  if (focusLost || document.activeElement === document.body) {
    words.focus();
  }
}

function show(kind, text, speaker = "") {
  const paragraph = document.createElement("p");
  paragraph.className = kind;
  if (speaker) {
    const name = document.createElement("span");
    name.className = "unseen";
    name.textContent = speaker;
    paragraph.append(name);
  }
  paragraph.append(text);
  conversation.append(paragraph);
  conversation.scrollTop = conversation.scrollHeight;
}
