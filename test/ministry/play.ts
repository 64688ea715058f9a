import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  determinationView,
  gateView,
  planView,
  releaseView,
  reportView,
  shownReleaseView,
  yearlyRunView,
  yearlySummaryView,
  yearView,
} from '#contracts';
import { z } from 'zod';
import type { ServiceConnection } from '../../apps/server/src/demonstration/service-connection.js';
import type { WrittenReport } from '../../apps/server/src/demonstration/written-reports.js';

const programme = '2019-city-operation';
const year = 2021;
const patience = 120_000;

const withAwaiting = determinationView.extend({
  targets: z.array(
    z.object({ id: z.string(), awaiting: z.array(z.object({ on: z.string(), what: z.string() })) }),
  ),
});

/** A city that takes part, and who reports for it. */
export interface PlayedCity {
  readonly code: string;
  readonly name: string;
  readonly underDirectPlanning: boolean;
  readonly clerk: ServiceConnection;
  readonly reports: readonly WrittenReport[];
}

/** Those who act beside the cities' clerks. */
export interface Offices {
  readonly province: ServiceConnection;
  readonly ip: ServiceConnection;
  readonly finance: ServiceConnection;
  readonly approver: ServiceConnection;
}

/** What people do in one year, step by step, each of which asserts what must have come of it. */
export class Play {
  constructor(private readonly offices: Offices) {}

  async enrolAndAward({ code, name, underDirectPlanning }: PlayedCity): Promise<void> {
    const { finance } = this.offices;
    const document = '示例核〔2019〕1号';
    const subject = { programme, code, name, underDirectPlanning, document };
    await finance.post('subjects', subject);
    await finance.post(`${at(code)}/money`, { kind: 'award', amount: '18000', document });
    await finance.post(`${at(code)}/money`, {
      ...{ kind: 'payment', amount: '12000', document: '示例拨〔2019〕2号' },
    });
  }

  /** The city asks more of itself than the notice does, and the reviewer puts that on file. */
  async filePlan({ code, clerk }: PlayedCity): Promise<void> {
    const plan = {
      document: '示例政〔2019〕1号',
      targets: { 'custody-smes': { threshold: '1200' } },
    };
    const { id } = planView.parse(await clerk.post(`${at(code)}/plans`, { plan }));
    const decision = { outcome: 'accepted', opinion: '同意备案' };
    await this.offices.ip.post(`${at(code)}/plans/${id}/decision`, decision);
    const [filed] = z.array(planView).parse(await clerk.get(`${at(code)}/plans`));
    assert.equal(filed?.inForce, true);
  }

  /** Sends a workbook in and waits until it is read. */
  async send({ code, clerk }: PlayedCity, { path }: WrittenReport): Promise<void> {
    const name = encodeURIComponent(basename(path));
    const answer = await clerk.send(`${at(code)}/reports?name=${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Uint8Array.from(await readFile(path)),
    });
    const { id } = reportView.parse(await answer.json());
    await until('the report is read', async () => {
      const { state } = reportView.parse(await clerk.get(`${at(code)}/reports/${id}`));
      assert.notEqual(state.kind, 'refused');
      return state.kind === 'accepted';
    });
  }

  async submit({ code, clerk }: PlayedCity, of: number): Promise<void> {
    await move(clerk, code, of, { move: 'submit', opinion: '现予报送' });
    const locked = await refusal(move(clerk, code, of, { move: 'submit', opinion: '再报' }));
    assert.match(locked, /409/);
  }

  /** Past the province, unless the city is under direct planning; and verified by the office. */
  async verify({ code, underDirectPlanning }: PlayedCity, of: number): Promise<void> {
    const { province, ip } = this.offices;
    const forward = { move: 'forward', opinion: '同意转报' };
    if (underDirectPlanning) {
      assert.match(await refusal(move(province, code, of, forward)), /409/);
    } else {
      await move(province, code, of, forward);
    }
    await move(ip, code, of, { move: 'verify', opinion: '核查通过' });
  }

  /** Returns a report for a reason about one target. */
  async giveBack({ code, clerk }: PlayedCity, of: number, target: string): Promise<void> {
    const { province } = this.offices;
    const bare = { move: 'return', opinion: '请补正' };
    assert.match(await refusal(move(province, code, of, bare)), /422/);
    const reasons = [{ target, reason: '名单少一家，请核对后重报' }];
    await move(province, code, of, { ...bare, reasons });
    const { state } = yearView.parse(await clerk.get(`${at(code)}/years/${of}`));
    assert.equal(state, 'returned');
  }

  /** Records a finding on everything that the determination awaits. */
  async find({ code }: PlayedCity): Promise<void> {
    const { ip } = this.offices;
    await this.evaluated(code);
    const path = `${at(code)}/determinations/${year}?standing=submitted`;
    const { targets } = withAwaiting.parse(await ip.get(path));
    for (const { id: target, awaiting } of targets) {
      for (const { on, what } of awaiting) {
        const finding = { target, on, year, outcome: 'met', reason: `经查阅证明材料：${what}` };
        await ip.post(`${at(code)}/findings`, finding);
      }
    }
    await this.evaluated(code);
  }

  /** Starts the yearly run twice, which is one run, and gives its summary. */
  async yearlyRun() {
    const { finance } = this.offices;
    const runs = `programmes/${programme}/yearly-runs`;
    await Promise.all([1, 2].map(() => finance.post(runs, { year })));
    await until('the yearly run is finished', async () => {
      const { finishedAt } = yearlyRunView.parse(await finance.get(`${runs}/${year}`));
      return finishedAt !== null;
    });
    return yearlySummaryView.parse(await finance.get(`${runs}/${year}/summary`));
  }

  async conclude({ code }: PlayedCity, result: 'passed' | 'failed'): Promise<void> {
    const conclusion = { year, document: `示例考〔2022〕${code}号`, date: '2022-06-30', result };
    await this.offices.finance.post(`${at(code)}/conclusions`, conclusion);
  }

  /** One proposes, another approves what was shown, and it is paid; then nothing is left. */
  async release({ code, clerk }: PlayedCity): Promise<void> {
    const { finance, approver } = this.offices;
    const before = await this.gate(code);
    assert.equal(before.opensMoney, true);
    const release = { year, determination: before.determination, amount: '6000' };
    const releases = `${at(code)}/releases`;
    const { id } = releaseView.parse(await finance.post(releases, release));
    assert.match(await refusal(finance.post(releases, release)), /409/);
    const { shown } = shownReleaseView.parse(await approver.get(`${releases}/${id}`));
    const approve = { move: 'approve', shown, opinion: '同意拨付' };
    for (const other of [finance, clerk]) {
      assert.match(await refusal(other.post(`${releases}/${id}/moves`, approve)), /403/);
    }
    await approver.post(`${releases}/${id}/moves`, approve);
    await finance.post(`${releases}/${id}/moves`, { move: 'pay', document: '示例付〔2022〕1号' });
    const { money } = await this.gate(code);
    assert.deepEqual(
      {
        award: money.award,
        paid: money.paid,
        released: money.released,
        remaining: money.remaining,
      },
      { award: '18000', paid: '12000', released: '6000', remaining: '0' },
    );
    assert.match(await refusal(finance.post(releases, release)), /409|422/);
  }

  /** What the gate holds back cannot even be proposed. */
  async releaseNothing({ code }: PlayedCity): Promise<void> {
    const { opensMoney, determination } = await this.gate(code);
    assert.equal(opensMoney, false);
    const release = { year, determination, amount: '6000' };
    const refused = await refusal(this.offices.finance.post(`${at(code)}/releases`, release));
    assert.match(refused, /409|422/);
  }

  private async gate(code: string) {
    return gateView.parse(await this.offices.finance.get(`${at(code)}/gate?year=${year}`));
  }

  private evaluated(code: string): Promise<void> {
    return until('everything is evaluated', async () => {
      const { determination, why } = await this.gate(code);
      return determination !== null && !why.some((each) => each.code === 'evaluation-unfinished');
    });
  }
}

const at = (code: string) => `subjects/${programme}/${code}`;

function move(by: ServiceConnection, code: string, of: number, body: object): Promise<unknown> {
  return by.post(`${at(code)}/years/${of}/moves`, body);
}

/** What a call that must fail was answered. Throws where it did not fail. */
async function refusal(call: Promise<unknown>): Promise<string> {
  const [outcome] = await Promise.allSettled([call]);
  if (outcome.status === 'fulfilled') throw new Error('what must be refused was done');
  return String(outcome.reason);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const late = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > late) throw new Error(`not within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
