// What was said before, brought back by the arrow keys, to be said again or corrected.

const said = [];
let shown = 0;

export function add(line) {
  if (said.at(-1) !== line) {
    said.push(line);
  }
  shown = said.length;
}

// `field` is where words are typed. Beyond the last line it is empty again.
export function listen(field) {
  field.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (step && isPlain && !event.isComposing && said.length > 0) {
      event.preventDefault();
      shown = Math.min(Math.max(shown + step, 0), said.length);
      field.value = said[shown] ?? "";
      field.dispatchEvent(new Event("input"));
    }
  });
}
