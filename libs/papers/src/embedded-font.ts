import { createRequire } from 'node:module';
import { openSync } from 'fontkit';

const require = createRequire(import.meta.url);
/** Noto, of which the glyphs that are used go into the file: the reader's machine needs no font. */
export const noto = {
  normal: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
};

/** The bold face has glyphs for the same characters. */
const face = openSync(noto.normal);

/** Whether the font has a glyph for a character. */
function hasGlyph(character: string): boolean {
  return 'characterSet' in face && face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** As the font can show it: a character without a glyph is named by its number in Unicode. */
export function inGlyphs(text: string): string {
  // These only choose among the shapes of the character before them.
  return [...text.replaceAll(/\p{Variation_Selector}/gu, '')]
    .map((each) => (hasGlyph(each) ? each : named(each)))
    .join('');
}

function named(character: string): string {
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  return `〔U+${number}〕`;
}
