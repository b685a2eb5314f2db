// A play in time: tells which cues are due, how far it is, and when it is over.

const TICK_MS = 100;

export class Playing {
  #cues;
  #seconds;
  #told;
  #began = performance.now();
  #timer = null;
  #next = 0;
  #stopped = null;

  // `told` has `cues` (those that are due, at least one), `time` (seconds) and `over`.
  constructor({ cues, seconds }, told) {
    this.#cues = cues;
    this.#seconds = seconds;
    this.#told = told;
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
  }

  // Seconds into the play; where it was stopped, those at which it was.
  get at() {
    const passed = (performance.now() - this.#began) / 1000;
    return this.#stopped ?? Math.min(passed, this.#seconds);
  }

  get seconds() {
    return this.#seconds;
  }

  get isOn() {
    return this.#stopped === null;
  }

  get isWhole() {
    return this.at >= this.#seconds;
  }

  ahead(seconds) {
    this.#began -= 1000 * seconds;
    this.#tick();
  }

  stop() {
    this.#stopped = this.at;
    clearInterval(this.#timer);
  }

  // A page in the background ticks seldom, so the time is asked for and never counted.
  #tick() {
    const { at } = this;
    const from = this.#next;
    while (this.#next < this.#cues.length && this.#cues[this.#next].at <= at) {
      this.#next++;
    }
    if (this.#next > from) {
      this.#told.cues(this.#cues.slice(from, this.#next));
    }
    this.#told.time(at);
    if (at >= this.#seconds) {
      this.stop();
      this.#told.over();
    }
  }
}
