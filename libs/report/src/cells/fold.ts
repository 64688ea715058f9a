const fullWidth = /[\uff01-\uff5e]/;
const everyFullWidth = /[\uff01-\uff5e]/g;

/** Trims, and turns full-width letters, digits and brackets (全角) into plain ones. */
export function fold(text: string): string {
  const trimmed = text.trim();
  if (!fullWidth.test(trimmed)) return trimmed;
  return trimmed.replace(everyFullWidth, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
