// Ends a run of the browser flows with how many states of screens axe has looked at.

export default class StatesReporter {
  #states = new Set();

  onTestEnd(test, result) {
    for (const { type, description } of result.annotations) {
      if (type === 'axe state') this.#states.add(`${test.id} ${description}`);
    }
  }

  onEnd() {
    console.log(`${this.#states.size} states of screens checked by axe`);
  }

  printsToStdio() {
    return true;
  }
}
