import type { Dice } from './dice.js';
import { zipped } from './hostile-file.js';
import {
  directoryEnd,
  directoryEntry,
  endFields,
  entryFields,
  recordsOf,
  withFieldAt,
  type Field,
} from './zip-bytes.js';

type Parts = Map<string, Buffer>;

/** The bytes of a zip of which one record of the directory lies about one thing. */
export function lyingZip(bytes: Buffer, dice: Dice): Buffer {
  const [signature, fields]: readonly [number, readonly Field[]] =
    dice.below(2) === 0
      ? [directoryEntry, Object.values(entryFields)]
      : [directoryEnd, Object.values(endFields)];
  const field = dice.of(fields);
  const lie = dice.of([
    (value: number) => value + 1 + dice.below(64),
    (value: number) => Math.max(0, value - 1 - dice.below(64)),
    () => 0,
    () => 2 ** (8 * field[1]) - 1 - dice.below(2),
    () => dice.below(2 ** 31),
  ]);
  return withFieldAt(bytes, dice.of(recordsOf(bytes, signature)), field, lie);
}

const changes: readonly ((parts: Parts, dice: Dice) => void)[] = [
  (parts, dice) => parts.delete(dice.of([...parts.keys()])),
  (parts, dice) => parts.set(dice.of([...parts.keys()]), Buffer.alloc(0)),
  (parts, dice) => {
    const names = [...parts.keys()];
    const [one, other] = [dice.of(names), dice.of(names)];
    const content = parts.get(one) ?? Buffer.alloc(0);
    parts.set(one, parts.get(other) ?? Buffer.alloc(0)).set(other, content);
  },
  (parts, dice) => {
    const name = dice.of([...parts.keys()]);
    const content = parts.get(name) ?? Buffer.alloc(0);
    parts.delete(name);
    parts.set(dice.of([name.toUpperCase(), `${name}x`, `x/${name}`, '长'.repeat(100)]), content);
  },
  (parts, dice) => {
    const name = dice.of([...parts.keys()]);
    const content = parts.get(name) ?? Buffer.alloc(0);
    parts.set(name, content.subarray(0, dice.below(content.length + 1)));
  },
  (parts, dice) => {
    const name = dice.of([...parts.keys()]);
    const content = parts.get(name) ?? Buffer.alloc(0);
    parts.set(name, Buffer.concat([content, content]));
  },
];

/** A zip of the same parts but for one or two that are gone, empty, cut, doubled, or elsewhere. */
export function rearrangedZip(parts: ReadonlyMap<string, Buffer>, dice: Dice): Promise<Buffer> {
  const changed = new Map(parts);
  for (let left = 1 + dice.below(2); left > 0; left--) dice.of(changes)(changed, dice);
  return zipped(changed, { compress: dice.below(2) === 0 });
}
