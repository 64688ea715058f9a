// node config/run.mjs MODULE [ARGUMENT …]: makes the working copy ready, then runs the module of
// that path (its source's, without extension) in this same process, so that a command starts fast.
import { readyOrExit } from './ready.mjs';

const [module] = process.argv.splice(2, 1);
// Trials start servers of their own, which send out the screens.
readyOrExit({ web: /^(apps\/server|test)\//.test(module) });
const built = module.startsWith('apps/') ? 'dist/bundled' : 'dist';
await import(new URL(`../${built}/${module}.js`, import.meta.url));
