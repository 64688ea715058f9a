import { draw, pick } from '../../../apps/server/src/demonstration/draw.js';

/** Chances that are the same on any machine for the same seed. */
export class Dice {
  private thrown = 0;

  constructor(private readonly seed: number) {}

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return draw(below, this.seed, this.thrown++);
  }

  /** One of several. */
  of<T>(several: readonly T[]): T {
    const [first, ...rest] = several;
    if (first === undefined) throw new Error('there is nothing to choose from');
    return pick([first, ...rest], this.seed, this.thrown++);
  }
}
