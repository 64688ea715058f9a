/** A name as the file spells it: from after its opening quote, with the closing one. */
interface SpelledName {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/**
 * The names within objects that follow one another. Items mostly name the same in the same order:
 * each name is compared with the one that stood in its place before, and only where it is another
 * are names collected, so as to find one said twice.
 */
export class EntryNames {
  /** Of the last object; no two are alike. */
  private readonly names: SpelledName[] = [];
  private collected: Set<string> | undefined;
  /** How many the object has so far. */
  count = 0;

  constructor(private readonly bytes: Buffer) {}

  /** Says that another object begins. */
  begin(): void {
    this.collected = undefined;
    this.count = 0;
  }

  /** Takes the name that begins there where it is the same as before; undefined where it is not. */
  takeSame(at: number): SpelledName | undefined {
    const name = this.names[this.count];
    if (!name || !this.isSpelled(name, at)) return undefined;
    this.count++;
    return name;
  }

  /** Takes another name. @returns false where the object has it already */
  takeOther(name: SpelledName): boolean {
    if (!this.collected) {
      this.names.length = this.count;
      this.collected = new Set(this.names.map(({ text }) => text));
    }
    this.names.push(name);
    return this.collected.add(name.text).size > this.count++;
  }

  private isSpelled({ from, length }: SpelledName, at: number): boolean {
    const { bytes } = this;
    for (let index = 0; index < length; index++) {
      if (bytes[at + index] !== bytes[from + index]) return false;
    }
    return true;
  }
}
