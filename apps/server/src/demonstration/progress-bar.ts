/** What a bar shows: how much of how much, and a few words on what is going on. */
export interface Shown {
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const cells = 28;
const clearLine = '\r\u001b[K';

/**
 * Progress on one line of a terminal that is drawn again and again; elsewhere a plain line for each
 * tenth, so that a log stays readable.
 */
export class ProgressBar {
  private tenths = -1;

  constructor(private readonly screen: Screen) {}

  show({ done, total, words }: Shown): void {
    const part = total === 0 ? 1 : Math.min(1, done / total);
    const counted = `${percent(part)}  ${done.toLocaleString('en')} / ${total.toLocaleString('en')} 行`;
    if (this.screen.isTTY) {
      const full = Math.floor(part * cells);
      const bar = '█'.repeat(full) + '░'.repeat(cells - full);
      this.screen.write(`${clearLine}  ${bar} ${counted}  ${words}`);
      return;
    }
    const tenths = Math.floor(part * 10);
    if (tenths === this.tenths) return;
    this.tenths = tenths;
    this.screen.write(`  ${counted}  ${words}\n`);
  }

  /** Ends the line, so that what follows starts on one of its own. */
  end(): void {
    if (this.screen.isTTY) this.screen.write('\n');
  }
}

const percent = (part: number) => `${String(Math.floor(part * 100)).padStart(3)} %`;
