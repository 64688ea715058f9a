import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));
const library = (name) => [`#${name}`, fromHere(`../../libs/${name}/src/index.ts`)];

/** Each script and style once more, as it is sent. */
const compressed = {
  name: 'compressed',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css)$/.test(each))) {
      const path = join(dir, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

/** The screens in one folder that the server sends out; nothing in them comes from elsewhere. */
export default defineConfig({
  root: fromHere('.'),
  base: '/',
  publicDir: false,
  plugins: [compressed],
  logLevel: 'warn',
  resolve: {
    alias: Object.fromEntries(['contracts', 'engine', 'rulebook', 'wording'].map(library)),
  },
  build: {
    outDir: fromHere('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Sizes are a test's business.
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: {
      // Packages mark modules for servers that render; here there is none.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
