import { readdirSync, readFileSync } from 'node:fs';
import { openSync } from 'fontkit';
import { outcomeWords } from '#wording';
import { inGlyphs, noto } from './embedded-font.js';

describe('the font of a PDF', () => {
  // What papers say is written in these, by us; all of it, as any of it may be said.
  it.each(['papers', 'wording', 'engine', 'rulebook'])(
    'has a glyph for every character of the wording in libs/%s',
    (library) => {
      const folder = `libs/${library}/src`;
      const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const wording = sources
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
        .join('');
      const used = new Set(wording.replaceAll(/\s/g, ''));
      expect(used.size).toBeGreaterThan(200);
      // Screens and terminals mark outcomes; papers say them in words.
      for (const { mark } of Object.values(outcomeWords)) used.delete(mark);
      expect([...used].filter((character) => inGlyphs(character) !== character)).toEqual([]);
    },
  );

  it('has the same characters in both of its weights', () => {
    const [normal, bold] = [noto.normal, noto.bold].map((path) => {
      const face = openSync(path);
      return 'characterSet' in face ? face.characterSet : [];
    });
    expect(normal?.length).toBeGreaterThan(30_000);
    expect(bold).toEqual(normal);
  });

  it('shows the rare characters of names, and names those that it has no glyph for', () => {
    expect(inGlyphs('䶮㐂堃龘囧㛃𬭛镕')).toBe('䶮㐂堃龘囧㛃𬭛镕');
    expect(inGlyphs('𠮷野\ue000，😀')).toBe('〔U+20BB7〕野〔U+E000〕，〔U+1F600〕');
  });

  it('leaves out what only chooses among the shapes of a character', () => {
    expect(inGlyphs('葛\u{e0100}城✓\ufe0f')).toBe('葛城✓');
  });
});
