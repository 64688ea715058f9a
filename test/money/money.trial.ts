import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { positionOf, type Stores } from '#application';
import { openStore } from '#persistence';
import type { Trial } from '../long/trial.js';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import { approver, determined, MoneyOnTrial, person } from './money-on-trial.js';
import { MoneyModel } from './money-model.js';
import { randomFrom, type Random } from './random.js';

const sequences = 100;
const steps = 16;
const years = [2020, 2021] as const;
const usualMoves = {
  ...({ proposed: 'approve', approved: 'pay', paid: 'return', returned: 'return' } as const),
  over: 'approve',
} as const;
/** Also what is recorded too late, or twice. */
const chanceToEnter = ({ award, paid }: MoneyModel) =>
  award === null ? 1 : paid === 0 ? 0.3 : 0.04;
const chanceToCorrect = 0.08;
const chanceToPropose = { proposed: 0.1, approved: 0.1, paid: 0.7, returned: 0.7, over: 0.8 };

/** Random operations on cities' money, each answered and added up as the model says. */
export const money: Trial = {
  what: `Random sequences of money operations against a small model, ${sequences} a seed`,
  seeds: { short: 3, long: 100 },
  atOnce: 1,
  async attempt(seed) {
    const folder = await mkdtemp(join(tmpdir(), 'money-'));
    const stores = await openStore(folder, 'product');
    try {
      const random = randomFrom(seed);
      const answers = new Set<string>();
      for (let sequence = 0; sequence < sequences; sequence += 1) {
        const code = String(950_000 + sequence);
        // In one transaction, as what is tried is no disk.
        await stores.transactions.run(() => play(stores, code, random, answers));
      }
      return `${sequences} sequences, ${answers.size} kinds of answers`;
    } finally {
      await stores.close();
      await rm(folder, { recursive: true });
    }
  },
};

async function play(stores: Stores, code: string, random: Random, answers: Set<string>) {
  const city = await MoneyOnTrial.begin(stores, code);
  const model = new MoneyModel();
  const told: string[] = [];
  if (random.chance(0.8)) await makeReady(city, model, random);
  for (let step = 0; step < steps; step += 1) {
    const [what, real, expected] = await operate(city, model, random);
    told.push(`${what}: ${real}`);
    answers.add(real);
    if (real !== expected) throw new Error(`${told.join('; ')}, not ${expected}`);
    const { award, paid, released, remaining } = positionOf(
      await stores.money.entries(city.key),
      await stores.releases.all(city.key),
    );
    const found = [award, paid, released, remaining].map((fen) =>
      fen === null ? null : Number(fen),
    );
    const asModelled = [model.award, model.paid, model.released, model.remaining];
    const addsUp = award === null || award === paid + released + (remaining ?? 0n);
    if (!addsUp || found.join() !== asModelled.join()) {
      throw new Error(`${told.join('; ')}: ${found.join()}, not ${asModelled.join()}`);
    }
  }
}

/** As the programme bounds it: awarded, mostly paid first, judged and concluded that a share may go out. */
async function makeReady(city: MoneyOnTrial, model: MoneyModel, random: Random) {
  const [award, payment] = [15e9 + random.upTo(5e9), 10e9 + random.upTo(5e9)];
  valueOf(await city.enter('award', BigInt(award)));
  model.enterAward(award);
  if (random.chance(0.9)) {
    valueOf(await city.enter('payment', BigInt(payment)));
    model.enterPayment(payment);
  }
  for (const year of years) {
    const share = random.of([100, 60, 33]);
    await determined(city.stores, city.key, { share, year });
    model.judge(year, { overall: 'eligible', share });
    valueOf(await city.conclude('passed', null, year));
    model.conclude(year, 'passed');
  }
}

/** Does something, and says what, what came of it, and what should have. */
async function operate(
  city: MoneyOnTrial,
  model: MoneyModel,
  random: Random,
): Promise<readonly [string, string, string]> {
  const year = random.of(years);
  const index = model.releases.length - 1;
  const release = model.releases[index];
  const left = Math.max(0, model.remaining ?? 0);
  const most = model.releasable(year);
  const amount = random.of([
    most,
    most + 1,
    0,
    1,
    left,
    Math.floor(most / 2),
    random.upTo(most + 1),
  ]);
  const id = release && (await city.stores.releases.all(city.key))[index]?.id;
  if (random.chance(chanceToEnter(model))) return prepare(city, model, random);
  if (random.chance(chanceToCorrect)) return correct(city, model, random);
  if (random.chance(release ? 0.08 : 0.3)) return judge(city, model, random, year);
  if (!release || id === undefined || random.chance(chanceToPropose[release.state])) {
    const proposed = await city.propose(BigInt(amount), year);
    return [`propose ${amount} on ${year}`, failureOf(proposed), model.propose(year, amount)];
  }
  const usual = usualMoves[release.state];
  const move = random.chance(0.7)
    ? usual
    : random.of(['approve', 'reject', 'withdraw', 'pay', 'cancel', 'fail', 'return'] as const);
  switch (move) {
    case 'approve': {
      const who = random.of(['other', 'other', 'other', 'same', 'shown else'] as const);
      const same = person('finance-approver', 'finance-reviewer');
      const approved =
        who === 'shown else'
          ? await city.move(id, { move, shown: 'f'.repeat(64), opinion: null }, approver)
          : await city.approve(id, who === 'same' ? same : approver);
      return [`approve, ${who}`, failureOf(approved), model.approve(release, who)];
    }
    case 'reject':
    case 'withdraw': {
      const who = move === 'reject' ? approver : person('finance-reviewer');
      const stopped = await city.move(id, { move, opinion: '不妥' }, who);
      return [move, failureOf(stopped), model.stop(release, 'proposed')];
    }
    case 'pay':
      return [move, failureOf(await city.pay(id)), model.pay(release)];
    case 'cancel':
    case 'fail': {
      const given = { opinion: '不成', document: '退' };
      const stopped = await city.move(id, { move, ...given });
      return [move, failureOf(stopped), model.stop(release, 'approved')];
    }
    case 'return': {
      const back = random.of([
        0,
        1,
        release.amount,
        release.amount - release.back,
        random.upTo(release.amount + 1),
      ]);
      const returned = await city.return(id, BigInt(back));
      return [`return ${back}`, failureOf(returned), model.giveBack(release, back)];
    }
  }
}

async function prepare(city: MoneyOnTrial, model: MoneyModel, random: Random) {
  const what = model.award === null || random.chance(0.2) ? 'award' : 'payment';
  const usual = what === 'award' ? 15e9 : Math.max(0, 10e9 - model.paid);
  const amount = random.of([usual, usual + random.upTo(5e9), usual, 1, 0, 15e9, 20e9 + 1]);
  const real = failureOf(await city.enter(what, BigInt(amount)));
  const expected = what === 'award' ? model.enterAward(amount) : model.enterPayment(amount);
  return [`${what} ${amount}`, real, expected] as const;
}

/** Mostly the last entry, which none has corrected, by another of its kind. */
async function correct(city: MoneyOnTrial, model: MoneyModel, random: Random) {
  const last = model.entries.length - 1;
  const index = random.chance(0.7) ? last : random.upTo(last + 1);
  const wrong = model.entries[index];
  const id = (await city.stores.money.entries(city.key))[index]?.id;
  if (!wrong || id === undefined) return prepare(city, model, random);
  const other = wrong.kind === 'award' ? 'payment' : 'award';
  const kind = random.chance(0.9) ? wrong.kind : other;
  const gone = model.paid + model.released;
  const amount =
    kind === 'award'
      ? random.of([15e9 + random.upTo(5e9), gone, gone - 1, 20e9, 20e9 + 1, 0])
      : random.of([10e9 + random.upTo(5e9), wrong.amount + (model.remaining ?? 0), 15e9 + 1, 1, 0]);
  const real = failureOf(await city.enter(kind, BigInt(amount), undefined, id));
  const what = `${kind} ${amount} for ${wrong.kind} ${index + 1}`;
  return [what, real, model.correct(kind, amount, wrong)] as const;
}

async function judge(city: MoneyOnTrial, model: MoneyModel, random: Random, year: number) {
  if (random.chance(0.4)) {
    const result = random.of(['passed', 'passed', 'passed', 'failed'] as const);
    const all = await city.stores.conclusions.all(city.key);
    const last = all.findLast((each) => each.year === year)?.id ?? null;
    const real = failureOf(await city.conclude(result, last, year));
    return [`${result} ${year}`, real, model.conclude(year, result)] as const;
  }
  const overall = random.of([
    'eligible',
    'eligible',
    'eligible',
    'undetermined',
    'ineligible',
  ] as const);
  const share = random.of([undefined, undefined, 100, 60, 33, 0]);
  const judged = { overall, ...(share !== undefined && { share }) };
  await determined(city.stores, city.key, { ...judged, year });
  return [`${overall} ${share ?? 'whole'} ${year}`, 'none', model.judge(year, judged)] as const;
}
