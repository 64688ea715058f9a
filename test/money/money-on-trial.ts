import { createHash, randomUUID } from 'node:crypto';
import {
  after,
  MoveRelease,
  ProposeRelease,
  ReadGate,
  ReadRelease,
  RecordConclusion,
  RecordMoneyEntry,
  type Actor,
  type Gate,
  type NewReleaseMove,
  type Role,
  type Service,
  type Stores,
  type SubjectKey,
} from '#application';
import { canonicalText } from '#engine';
import { programmes } from '#rulebook';
import { enrolExample, exampleSubject } from '../example-subject.js';
import { valueOf } from '../outcome-on-trial.js';

const year = 2021;
/** What remains of an eligible city's award after its first payment, in 分. */
export const half = 5_000_000_000n;

/** Someone with a role and an account of his own. */
export const person = (role: Role, account: string = role): Actor => ({
  ...{ account, role, area: { kind: 'nation' } },
});
const reviewer = person('finance-reviewer');
export const approver = person('finance-approver');

/** Freezes an invented determination as the outcome of an evaluation. @returns its hash */
export async function determined(
  { transactions, determinations, audit }: Stores,
  key: SubjectKey,
  found: {
    readonly overall?: Gate['overall'];
    readonly share?: number | null;
    readonly year?: number;
    readonly note?: string;
  } = {},
): Promise<string> {
  const { overall = 'eligible', share, note = '' } = found;
  const score = share === undefined ? {} : { score: { lower: 80, upper: 80, sharePercent: share } };
  const gate = { quantified: overall, overall, ...score };
  const of = { year: found.year ?? year, rulebook: note, engine: '1' };
  const targets: readonly [] = [];
  const canonical = canonicalText({
    ...{ ...of, gate, targets, basis: 'evidence', whatIf: false, subject: key },
  });
  const hash = createHash('sha256').update(canonical).digest('hex');
  const at = '2022-05-01T09:00:00.000+08:00';
  await transactions.run(async () => {
    const document = { ...of, gate, targets };
    await determinations.add(key, 'submitted', { hash, canonical, document }, at);
    const about = { ...key, determination: hash };
    await audit.add({ at, who: 'system', what: 'determination-made', about });
  });
  return hash;
}

/** The money of one invented city, past HTTP and with a clock of its own. */
export class MoneyOnTrial {
  private constructor(
    readonly stores: Stores,
    readonly key: SubjectKey,
    readonly service: Service,
  ) {}

  /** A city without award, over stores that may know others. */
  static async begin(stores: Stores, code = '999901'): Promise<MoneyOnTrial> {
    const key = await enrolExample(stores, exampleSubject(code));
    let now = '2022-07-01T09:00:00.000+08:00';
    const unused = () => Promise.reject(new Error('not on trial'));
    const service: Service = {
      ...stores,
      clock: { now: () => (now = after(now, 1000)) },
      ids: { next: randomUUID },
      queue: { wake: () => undefined },
      reader: { read: unused },
      evaluator: { evaluate: unused },
      ...{ programmes, scratch: '' },
    };
    return new MoneyOnTrial(stores, key, service);
  }

  /** Awarded 1.5 亿元, paid 1 亿元, eligible and passed: half a 亿元 may go out. */
  static async eligible(stores: Stores, code?: string): Promise<MoneyOnTrial> {
    const money = await MoneyOnTrial.begin(stores, code);
    valueOf(await money.enter('award', 15_000_000_000n));
    valueOf(await money.enter('payment', 10_000_000_000n));
    await determined(stores, money.key);
    valueOf(await money.conclude('passed'));
    return money;
  }

  enter(
    kind: 'award' | 'payment',
    fen: bigint,
    document: string = randomUUID(),
    replaces: string | null = null,
  ) {
    const entry = { kind, fen, document, replaces };
    return new RecordMoneyEntry(this.service).execute(reviewer, this.key, entry);
  }

  /** Corrects the last entry of a kind. */
  async correct(kind: 'award' | 'payment', fen: bigint, document?: string) {
    const entries = await this.stores.money.entries(this.key);
    const last = entries.findLast((each) => each.kind === kind);
    return this.enter(kind, fen, document, last?.id);
  }

  conclude(result: 'passed' | 'failed', replaces: string | null = null, ofYear = year) {
    const conclusion = { year: ofYear, document: '考核〔2022〕1号', date: '2022-06-30', result };
    return new RecordConclusion(this.service).execute(reviewer, this.key, {
      ...{ ...conclusion, replaces },
    });
  }

  /** Proposes on the determination in force. */
  async propose(fen: bigint, ofYear = year) {
    const current = await this.stores.determinations.current(this.key, ofYear, 'submitted');
    const determination = current?.hash ?? '';
    return new ProposeRelease(this.service).execute(reviewer, this.key, {
      ...{ year: ofYear, determination, fen, opinion: null },
    });
  }

  async approve(id: string, actor: Actor = approver) {
    const { shown } = await this.read(id);
    return this.move(id, { move: 'approve', shown, opinion: null }, actor);
  }

  pay(id: string, document: string = randomUUID()) {
    return this.move(id, { move: 'pay', document });
  }

  return(id: string, returned: bigint, document: string = randomUUID()) {
    return this.move(id, { move: 'return', returned, document, opinion: '账户有误' });
  }

  move(id: string, move: NewReleaseMove, actor: Actor = reviewer) {
    return new MoveRelease(this.service).execute(actor, this.key, id, move);
  }

  /** What is shown of a release. */
  async read(id: string) {
    return valueOf(await new ReadRelease(this.service).execute(this.key, id));
  }

  async gate(ofYear = year): Promise<Gate> {
    return valueOf(await new ReadGate(this.service).execute(this.key, ofYear));
  }

  /** Where the money stands; throws where it does not add up. */
  async position() {
    const { award, paid, released, remaining } = (await this.gate()).money;
    if ((award ?? 0n) !== paid + released + (remaining ?? 0n))
      throw new Error('it does not add up');
    return { paid, released, remaining };
  }
}
