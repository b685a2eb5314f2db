// The conversation, copied to where the person pastes it from.

import { transcript } from "./bubbles.js";

const copied = document.querySelector("#copied");

document.querySelector("#copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(transcript());
    copied.textContent = "Copied.";
  } catch {
    copied.textContent = "The browser does not let this page copy.";
  }
});
