import { TestEnvironment } from 'jest-environment-node';

/** Skips what is left of a suite once one of its tests has failed: a change is then noticed. */
export default class UntilNoticed extends TestEnvironment {
  #noticed = false;

  async handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#noticed = true;
    if (name === 'test_start' && this.#noticed) test.mode = 'skip';
  }
}
