import type { Dice } from './dice.js';

const tag = /<[^>]*>|[^<]+/g;
const jsonToken = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+|\s+/g;

const nastyXml = [
  ...['<', '>', '"', '&', '&lt', '&#0;', '&#x10FFFF;', ']]>', '<![CDATA[', '<!--', '-->'],
  ...['<?xml version="1.0"?>', '<!DOCTYPE x>', '</row>', '<row>', '<row r="9"/>', '<c>', '<v>'],
  ...['<c t="s"><v>4000000000</v></c>', '<c r="ZZZ9"/>', '<f>1/0</f>', '<is><t>', '<x:row>'],
  ...['\u0000', '\ufffe', '_x0000_', '_xD800_', '𠮷', '-0', '1e308', '9'.repeat(400), ' '],
];
const nastyValues = [
  ...['0', '-1', '1.5', '4294967296', 'A0', 'XFD1048576', 'XFE1', 's', 'b', 'e', 'd', 'str'],
  ...['inlineStr', 'error', '', 'true', '../../x', '/etc/passwd', 'rId1', '#REF!', '1904'],
];
const nastyJson = [
  ...['null', 'true', '-0', '1e400', '1E-400', '9'.repeat(300), '""', '"\\u0000"', '"\\ud800"'],
  ...['"__proto__"', '"constructor"', '{', '}', '[', ']', ',', ':', '[]', '{}', '"', "'", '\\'],
  ...['/*', 'NaN', '01', '+1', '.5', '"无"', '"合计"', '\u0000', '\ufeff', '"\n"'],
];

/** One token or a few of them changed: gone, doubled, a thousandfold, swapped, or another. */
function damage(tokens: string[], nasty: readonly string[], dice: Dice): void {
  const at = dice.below(tokens.length);
  const to = dice.below(tokens.length);
  const token = tokens[at] ?? '';
  switch (dice.below(6)) {
    case 0:
      tokens.splice(at, 1 + dice.below(3));
      break;
    case 1:
      tokens.splice(at, 0, token);
      break;
    case 2:
      tokens[at] = token.repeat(1000);
      break;
    case 3:
      [tokens[at], tokens[to]] = [tokens[to] ?? '', token];
      break;
    case 4:
      tokens[at] = dice.of(nasty);
      break;
    default:
      tokens.splice(at, 0, dice.of(nasty));
  }
}

function damaged(tokens: string[], nasty: readonly string[], dice: Dice): Buffer {
  for (let left = 1 + dice.below(3); left > 0 && tokens.length > 0; left--) {
    damage(tokens, nasty, dice);
  }
  return Buffer.from(tokens.join(''));
}

/** XML of which one to three tokens or attributes were damaged. */
export function damagedXml(xml: Buffer, dice: Dice): Buffer {
  const tokens = xml.toString().match(tag) ?? [];
  if (tokens.length > 0 && dice.below(2) === 0) {
    const at = dice.below(tokens.length);
    const values = [...(tokens[at] ?? '').matchAll(/="([^"]*)"/g)];
    if (values.length > 0) {
      const { index, 0: found } = dice.of(values);
      const token = tokens[at] ?? '';
      const rest = token.slice(index + found.length);
      tokens[at] = `${token.slice(0, index)}="${dice.of(nastyValues)}"${rest}`;
      return Buffer.from(tokens.join(''));
    }
  }
  return damaged(tokens, nastyXml, dice);
}

/** JSON of which one to three tokens were damaged. */
export function damagedJson(json: Buffer, dice: Dice): Buffer {
  return damaged(json.toString().match(jsonToken) ?? [], nastyJson, dice);
}
