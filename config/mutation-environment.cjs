// A CommonJS module, as Stryker takes no other for Jest's environment.
const { TestEnvironment } = require('jest-environment-node');

/** Skips what is left of a suite once one of its tests has failed: the change is then noticed. */
module.exports = class UntilNoticed extends TestEnvironment {
  #noticed = false;

  async handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#noticed = true;
    if (name === 'test_start' && this.#noticed) test.mode = 'skip';
  }
};
