import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const page = createRequire(import.meta.url).resolve('#screens/index.html');
const folder = dirname(page);
const kilobyte = 1024;

describe('the screens as they are built', () => {
  const html = readFileSync(page, 'utf8');

  it('send 450 KB at most for the first page', () => {
    const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(2);
    const sizes = named.map((path) => statSync(join(folder, `${path}.gz`)).size);
    const total = sizes.reduce((sum, size) => sum + size, gzipSync(html).length);
    expect(total).toBeLessThanOrEqual(450 * kilobyte);
  });

  it('name no other machine in what a page loads', () => {
    const loads = /(?:src|href)="(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\/|@import/;
    const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    expect(html).not.toMatch(loads);
    for (const name of styles) {
      expect([name, loads.test(readFileSync(join(folder, 'assets', name), 'utf8'))]).toEqual([
        name,
        false,
      ]);
    }
  });
});
