import type { Programme } from '#engine';
import { cityOperation } from './2019-city-operation/programme.js';
import { liaoningPlatform } from './2023-liaoning-platform/programme.js';

export * as cityLedgers from './2019-city-operation/ledgers.js';

/** Every programme that is encoded, oldest first. */
export const programmes: readonly Programme[] = [cityOperation, liaoningPlatform];

/** The programme with this id (项目编码), or undefined if none has it. */
export function findProgramme(id: string): Programme | undefined {
  return programmes.find((programme) => programme.id === id);
}
