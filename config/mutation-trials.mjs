// What `npm run test:mutation` tries a change of the engine by, as one suite, so that the modules are
// linked once for each change: the engine's own tests and the recorded determinations, and none that
// is random or large.
import { readdirSync } from 'node:fs';

const engine = new URL('../libs/engine/src/', import.meta.url);
const specs = readdirSync(engine).filter((name) => /^[\w-]+\.spec\.ts$/.test(name));

for (const spec of specs) await import(new URL(spec, engine).pathname);
await import(new URL('../test/scenarios/recorded.spec.ts', import.meta.url).pathname);
