/** What a year's determination says; null where there is none. */
interface Judged {
  readonly overall: 'eligible' | 'ineligible' | 'undetermined';
  /** Whole percent; undefined where the policy knows no shares. */
  readonly share?: number;
}

interface ModelEntry {
  readonly kind: 'award' | 'payment';
  readonly amount: number;
  isCorrected: boolean;
}

interface ModelRelease {
  readonly year: number;
  readonly amount: number;
  /** What the proposal rested on, as text. */
  readonly ground: string;
  state: 'proposed' | 'approved' | 'paid' | 'returned' | 'over';
  back: number;
}

/** In 分; small enough for plain numbers. */
const bounds = { award: [15e9, 20e9], paid: [10e9, 15e9] } as const;

/**
 * One city's money as the rules say it in words, and written from these alone: a purse, from which
 * first payments and approved releases are taken, and into which comes back what was returned.
 * Each method tells what the service has to answer: `ok`, or the kind of failure.
 */
export class MoneyModel {
  /** As they were recorded, those that were corrected included. */
  readonly entries: ModelEntry[] = [];
  readonly releases: ModelRelease[] = [];
  private readonly judged = new Map<number, Judged>();
  private readonly concluded = new Map<number, { result: 'passed' | 'failed'; time: number }>();
  private conclusions = 0;

  get award(): number | null {
    return this.counted('award').at(0) ?? null;
  }

  get paid(): number {
    return this.counted('payment').reduce((sum, amount) => sum + amount, 0);
  }

  get released(): number {
    return this.taken(() => true);
  }

  get remaining(): number | null {
    return this.award === null ? null : this.award - this.paid - this.released;
  }

  enterAward(amount: number): string {
    if (amount <= 0) return 'amount-needed';
    if (this.award !== null) return 'award-exists';
    if (outside(amount, bounds.award)) return 'award-out-of-bounds';
    return this.add('award', amount);
  }

  enterPayment(amount: number): string {
    if (amount <= 0) return 'amount-needed';
    if (this.remaining === null) return 'no-award';
    if (this.conclusions > 0 && this.paid > 0) return 'payment-after-conclusion';
    if (amount > this.remaining) return 'exceeds-remainder';
    if (outside(this.paid + amount, bounds.paid)) return 'first-payment-out-of-bounds';
    return this.add('payment', amount);
  }

  /** Puts an entry of a kind in the place of one that was wrong. */
  correct(kind: ModelEntry['kind'], amount: number, wrong: ModelEntry): string {
    if (wrong.isCorrected || wrong.kind !== kind) return 'not-the-current-money-entry';
    const refusal = kind === 'award' ? this.unfitAward(amount) : this.unfitPayment(amount, wrong);
    if (refusal !== undefined) return refusal;
    wrong.isCorrected = true;
    return this.add(kind, amount);
  }

  private unfitAward(amount: number): string | undefined {
    if (amount <= 0) return 'amount-needed';
    if (outside(amount, bounds.award)) return 'award-out-of-bounds';
    return amount < this.paid + this.released ? 'award-exceeded' : undefined;
  }

  private unfitPayment(amount: number, wrong: ModelEntry): string | undefined {
    if (amount <= 0) return 'amount-needed';
    if (this.conclusions > 0) return 'payment-after-conclusion';
    const more = amount - wrong.amount;
    if (more > (this.remaining ?? 0)) return 'exceeds-remainder';
    return outside(this.paid + more, bounds.paid) ? 'first-payment-out-of-bounds' : undefined;
  }

  judge(year: number, judged: Judged): string {
    this.judged.set(year, judged);
    return 'none';
  }

  /** The first conclusion of a year, or a correction of the last. */
  conclude(year: number, result: 'passed' | 'failed'): string {
    this.conclusions += 1;
    this.concluded.set(year, { result, time: this.conclusions });
    return 'none';
  }

  propose(year: number, amount: number): string {
    if (!this.judged.has(year)) return 'not-the-current-determination';
    if (this.isClosed(year)) return 'gate-closed';
    if (amount <= 0) return 'amount-needed';
    if (amount > this.releasable(year)) return 'exceeds-releasable';
    const ground = this.groundOf(year);
    this.releases.push({ year, amount, ground, state: 'proposed', back: 0 });
    return 'none';
  }

  /** @param who `other` than who proposed it, the `same`, or somebody `shown` something else */
  approve(release: ModelRelease, who: 'other' | 'same' | 'shown else'): string {
    if (release.state !== 'proposed') return 'move-not-possible';
    if (who === 'same') return 'own-proposal';
    if (this.groundOf(release.year, release) !== release.ground)
      return this.end(release, 'release-void');
    if (who === 'shown else') return 'not-what-is-shown';
    release.state = 'approved';
    return 'none';
  }

  pay(release: ModelRelease): string {
    if (release.state !== 'approved') return 'move-not-possible';
    if (this.groundOf(release.year, release) !== release.ground)
      return this.end(release, 'release-void');
    release.state = 'paid';
    return 'none';
  }

  /** Ends it unpaid, where it is in that state. */
  stop(release: ModelRelease, from: 'proposed' | 'approved'): string {
    return release.state === from ? this.end(release, 'none') : 'move-not-possible';
  }

  giveBack(release: ModelRelease, amount: number): string {
    if (release.state !== 'paid' && release.state !== 'returned') return 'move-not-possible';
    if (amount <= 0) return 'amount-needed';
    if (amount > release.amount - release.back) return 'exceeds-release';
    release.state = 'returned';
    release.back += amount;
    return 'none';
  }

  private add(kind: ModelEntry['kind'], amount: number): string {
    this.entries.push({ kind, amount, isCorrected: false });
    return 'none';
  }

  private counted(kind: ModelEntry['kind']): readonly number[] {
    const those = this.entries.filter((each) => each.kind === kind && !each.isCorrected);
    return those.map(({ amount }) => amount);
  }

  private end(release: ModelRelease, as: string): string {
    release.state = 'over';
    return as;
  }

  private isClosed(year: number): boolean {
    const underWay = this.releases.some(
      ({ state }) => state === 'proposed' || state === 'approved',
    );
    const { overall, share = 100 } = this.judged.get(year) ?? {};
    const unpaidAtFirst = this.paid === 0;
    const nothingLeft = !this.remaining || (share > 0 && this.releasable(year) === 0);
    const agreed = this.concluded.get(year)?.result === 'passed' && overall === 'eligible';
    return underWay || unpaidAtFirst || nothingLeft || !agreed;
  }

  /** The share of what the other years left, less what this year took. */
  releasable(year: number): number {
    const { share = 100 } = this.judged.get(year) ?? {};
    const left = (this.award ?? 0) - this.paid - this.taken((each) => each.year !== year);
    const opened = Math.floor((left * share) / 100) - this.taken((each) => each.year === year);
    return Math.max(0, opened);
  }

  /** What a release rests on, itself not counted. */
  private groundOf(year: number, release?: ModelRelease): string {
    const others = (each: ModelRelease) => each !== release;
    const ofYear = (each: ModelRelease) => others(each) && each.year === year;
    const facts = [this.judged.get(year), this.concluded.get(year)];
    return JSON.stringify([this.award, this.paid, this.taken(others), this.taken(ofYear), facts]);
  }

  private taken(which: (release: ModelRelease) => boolean): number {
    return this.releases
      .filter((each) => which(each) && ['approved', 'paid', 'returned'].includes(each.state))
      .reduce((sum, { amount, back }) => sum + amount - back, 0);
  }
}

function outside(amount: number, [least, most]: readonly [number, number]): boolean {
  return amount < least || amount > most;
}
