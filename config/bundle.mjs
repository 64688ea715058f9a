// What Rolldown makes of the compiled service: each program and thread in few files, as most of the
// time until a server is ready went into opening and linking two thousand.
import { defineConfig } from 'rolldown';

const started = [
  'apps/cli/src/main',
  'apps/server/src/demonstration/main',
  'apps/server/src/main',
  'apps/worker/src/main',
  'config/audit-thread',
  'config/evaluation-thread',
  'config/paper-thread',
  'libs/persistence/src/audit/stretch-thread',
  'libs/report/src/reading-thread',
];

/** Packages of many small modules. Others are loaded from where they are, and some only at need. */
const taken = /^(@nestjs|es-toolkit|iterare|rxjs|zod|@opentelemetry)(\/|$)/;
const isPackage = (name) => /^[@\w]/.test(name);

export default defineConfig({
  input: Object.fromEntries(started.map((path) => [path, `dist/${path}.js`])),
  platform: 'node',
  external: (name) => isPackage(name) && !taken.test(name),
  output: { dir: 'dist/bundled', chunkFileNames: 'parts/[name].js', keepNames: true },
});
