// node config/check.mjs: runs every `check:` script of package.json, as many at once as there are
// processors. One line when all is well.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { readyOrExit } from './ready.mjs';

readyOrExit({ build: false });
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`;
const failed = [];

/** Prints what a failing check said, whole and in one piece. */
function run(name) {
  const child = spawn(scripts[name], { shell: true, env: { ...process.env, PATH } });
  const output = [];
  child.stdout.on('data', (text) => output.push(text));
  child.stderr.on('data', (text) => output.push(text));
  return new Promise((done) => {
    child.on('close', (status) => {
      if (status !== 0) {
        failed.push(name);
        process.stderr.write(`✗ ${name}\n${output.join('').trimEnd()}\n\n`);
      }
      done();
    });
  });
}

async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) await run(name);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed.length > 0) process.stderr.write(`未通过 Failed: ${failed.join(' ')}\n`);
else process.stdout.write('检查通过 All checks passed\n');
process.exitCode = failed.length > 0 ? 1 : 0;
