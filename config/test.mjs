// node config/test.mjs [JEST ARGUMENT …]: makes the working copy ready and runs the tests.
import { readyOrExit } from './ready.mjs';
import { spawnSync } from 'node:child_process';

readyOrExit();
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 70);
