import type { Programme } from '#engine';
import { changes as cityChanges } from './2019-city-operation/changes.js';
import { cityOperation } from './2019-city-operation/programme.js';
import { wording as cityWording } from './2019-city-operation/wording.js';
import { changes as platformChanges } from './2023-liaoning-platform/changes.js';
import { liaoningPlatform } from './2023-liaoning-platform/programme.js';
import { wording as platformWording } from './2023-liaoning-platform/wording.js';
import type { Rulebook } from './rulebook.js';

export * as cityLedgers from './2019-city-operation/ledgers.js';
export { describeMeasure } from './describe/measure.js';
export type { Rulebook } from './rulebook.js';
export type { Wording } from './wording.js';
export { renderArticle, renderRulebook } from './page/page.js';

/** Every programme that is encoded, oldest first, with its section of targets word for word. */
export const rulebooks: readonly Rulebook[] = [
  { programme: cityOperation, wording: cityWording, changes: cityChanges },
  { programme: liaoningPlatform, wording: platformWording, changes: platformChanges },
];

/** The programmes of the rulebooks, oldest first. */
export const programmes: readonly Programme[] = rulebooks.map(({ programme }) => programme);

/** The programme with this id (项目编码), or undefined if none has it. */
export function findProgramme(id: string): Programme | undefined {
  return programmes.find((programme) => programme.id === id);
}
