import { statSync } from 'node:fs';

/** What takes longest, however short its file: browsers, and every adapter of a contract. */
const longest = /browser|\/test\/(contract|money)\/|libs\/persistence\/.*-database/;
/** What starts servers or commands. */
const long = /\/test\//;

/**
 * The order of Jest's suites, longest first, so that its workers end together. Jest itself goes by
 * the size of files until it has seen them run, and those of contracts are small.
 */
export default class SlowestFirst {
  sort(suites) {
    const rank = ({ path }) => (longest.test(path) ? 0 : long.test(path) ? 1 : 2);
    return suites.toSorted((one, other) => rank(one) - rank(other) || sizeOf(other) - sizeOf(one));
  }

  cacheResults() {}
}

const sizeOf = ({ path }) => statSync(path).size;
