// Silence as an Echo counts it: the reprompt after eight seconds, the end after eight more.

const MILLISECONDS = 8000;

export class Silence {
  #timer = null;
  #silences = 0;

  // `reprompt(text)` is awaited before the second wait begins. Without a text there is one wait.
  start(text, reprompt, end) {
    this.stop();
    const mine = this.#silences;
    this.#wait(async () => {
      if (!text) {
        end();
        return;
      }
      await reprompt(text);
      if (mine === this.#silences) {
        this.#wait(end);
      }
    });
  }

  stop() {
    this.#silences++;
    clearTimeout(this.#timer);
  }

  #wait(then) {
    this.#timer = setTimeout(then, MILLISECONDS);
  }
}
