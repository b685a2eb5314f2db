// The way to the skill: a line goes out, an exchange comes back.

// A page that is opened anew is a new conversation.
const conversation = crypto.randomUUID();

// Who talks stays the same in this browser, so that a bookmark is found another day.
const account = (localStorage.account ??= crypto.randomUUID());

// Throws an Error whose message is a sentence for whoever talks.
export async function ask(line) {
  let exchange;
  try {
    const response = await fetch("/say", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...line, conversation, account }),
    });
    exchange = await response.json();
  } catch {
    throw new Error("The simulator does not answer. Is make run still running?");
  }
  if (exchange.error) {
    throw new Error(exchange.error);
  }
  return exchange;
}
