import { setTimeout as pause } from 'node:timers/promises';
import type { Paint } from '#wording';
import { outcomeScreen } from './outcome-screen.js';
import type { ProgressBar } from './progress-bar.js';
import type { NewMoveRequest } from '#contracts';
import type { ServiceClient } from './service-client.js';
import type { Example } from './three-cities.js';
import type { WrittenReport } from './written-reports.js';

const lastYear = 2021;

interface SentReport extends WrittenReport {
  readonly id: string;
}

/**
 * Sends the cities' reports through the service, records what a reviewer would, and shows what
 * came of it. Again over the same data it changes nothing and shows the same.
 */
export async function runDemonstration(
  examples: readonly Example[],
  client: ServiceClient,
  written: readonly WrittenReport[],
  bar: ProgressBar,
  paint: Paint,
): Promise<string> {
  for (const { code, name } of examples) await client.enrol(code, name, '示例核〔2019〕1号');
  const sent: SentReport[] = [];
  for (const report of written) {
    sent.push({ ...report, id: (await client.submit(report.city, report.path)).id });
  }
  const done = await followAll(client, sent, bar);
  for (const { code } of examples) await recordMoney(client, code);
  bar.show({ done, total: done, words: '提交、转报、核查通过 submitted, forwarded, verified' });
  for (const { city, year } of sent) await moveOn(client, city, year);
  const [exemplary] = examples;
  if (exemplary) {
    bar.show({ done, total: done, words: '记录核查结论，重新评定 findings, evaluated again' });
    await settled(client, exemplary.code);
    await confirmEverything(client, exemplary.code);
  }
  for (const { code } of examples) await settled(client, code);
  bar.show({ done, total: done, words: '已读取并评定 read and evaluated' });
  bar.end();
  const screens = [];
  for (const example of examples) {
    const gate = await client.gate(example.code, lastYear);
    if (gate.determination === null) throw new Error(`${example.name} was not evaluated`);
    screens.push(
      outcomeScreen(
        example,
        await client.determination(example.code, gate.determination),
        gate,
        paint,
      ),
    );
  }
  return screens.join('\n');
}

/**
 * Follows all reports at once until the last is done, and draws how far they are together.
 * @returns how many rows they have
 */
async function followAll(
  client: ServiceClient,
  sent: readonly SentReport[],
  bar: ProgressBar,
): Promise<number> {
  const total = sent.reduce((sum, { rows }) => sum + rows, 0);
  const read = new Map<string, number>();
  const follow = async ({ city, id, label, rows }: SentReport) => {
    for await (const { stage, rows: sofar } of client.follow(city, id)) {
      if (stage === 'refused' || stage === 'set-aside') throw new Error(`${label}: ${stage}`);
      if (stage === 'waiting' || stage === 'retrying') continue;
      read.set(id, stage === 'reading' ? sofar : rows);
      const done = [...read.values()].reduce((a, b) => a + b, 0);
      bar.show({ done, total, words: `${label} ${stageWords[stage]}` });
    }
  };
  await Promise.all(sent.map(follow));
  return total;
}

const stageWords = { reading: '读取', evaluating: '评定', done: '完成' } as const;

/** Awarded 1.8 亿元, of which 1.2 亿元 were paid in the first year. */
async function recordMoney(client: ServiceClient, code: string): Promise<void> {
  await client.recordMoney(code, { kind: 'award', amount: '18000', document: '示例核〔2019〕1号' });
  await client.recordMoney(code, {
    kind: 'payment',
    amount: '12000',
    document: '示例拨〔2019〕2号',
  });
}

/** Records a finding on everything that a determination awaits. */
async function confirmEverything(client: ServiceClient, code: string): Promise<void> {
  const { determination: hash } = await client.gate(code, lastYear);
  if (hash === null) return;
  const { targets } = await client.determination(code, hash);
  for (const { id: target, awaiting } of targets) {
    for (const { on, what } of awaiting) {
      const reason = `演示：经查阅证明材料，${what}`;
      await client.record(code, { target, on, year: lastYear, outcome: 'met', reason });
    }
  }
}

/** What is left to whoever looks on: last years' reports that wait for a reviewer and for a clerk. */
const leftOpen: Readonly<Record<string, 'submitted' | 'returned'>> = {
  ...{ '950002': 'submitted', '950003': 'returned' },
};

const returning: NewMoveRequest = {
  ...{ move: 'return', opinion: '演示：请补正后重新提交' },
  reasons: [{ target: 'patent-portfolios', reason: '部分专利缺授权公告日，请补填' }],
};

/** Moves a year's report on until it is verified, or waits for whoever looks on. */
async function moveOn(client: ServiceClient, code: string, year: number): Promise<void> {
  const stop = year === lastYear ? leftOpen[code] : undefined;
  const { state } = await client.year(code, year);
  // What somebody did with it since stays as it is.
  if (stop && state !== 'draft') return;
  for (;;) {
    const { state, next } = await client.year(code, year);
    const forwards = next.find(({ move }) => move !== 'return');
    if (state === stop || !forwards) return;
    const isReturned = stop === 'returned' && state === 'forwarded';
    const move = isReturned ? returning : { move: forwards.move, opinion: '演示' };
    await client.move(code, year, forwards.by, move);
  }
}

/** Waits until what was submitted is evaluated. */
async function settled(client: ServiceClient, code: string): Promise<void> {
  const isEvaluated = async () => {
    const { why } = await client.gate(code, lastYear);
    return !why.some((each) => each.code === 'evaluation-unfinished');
  };
  while (!(await isEvaluated())) await pause(100);
}
