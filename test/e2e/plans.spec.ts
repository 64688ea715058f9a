import { failureView, planView, type PlanView } from '#contracts';
import { z } from 'zod';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const subject = '/api/subjects/2019-city-operation/999901';
const plans = `${subject}/plans`;
const determination = z.object({
  plan: z.string().nullable(),
  targets: z.array(z.looseObject({ id: z.string() })),
});
const unit = 'certified-units';
const first = { document: '示例政〔2019〕1号', targets: { [unit]: { threshold: '120' } } };
const second = { document: '示例政〔2020〕2号', targets: { [unit]: { threshold: '110' } } };

describe('filed plans', () => {
  let service: ServiceOnTrial;
  beforeEach(async () => {
    service = await ServiceOnTrial.start();
  });
  afterEach(() => service.stop());

  const file = (plan: object, approval?: string) =>
    service.post(plans, { plan, ...(approval !== undefined && { approval }) });
  const filed = async (plan: object, approval?: string): Promise<PlanView> =>
    planView.parse(await (await file(plan, approval)).json());
  const decide = (id: string, outcome: string) =>
    service.post(`${plans}/${id}/decision`, { outcome, opinion: '经审核' });
  const refusal = async (answer: Response | Promise<Response>) => {
    const { error } = failureView.parse(await (await answer).json());
    return error.code;
  };
  /** What is asked of 贯标单位 in 2021, once that is evaluated under a plan. */
  const asked = async (document: string | null) => {
    for (;;) {
      const answer = await service.get(`${subject}/determinations/2021`);
      if (answer.status === 200) {
        const { plan, targets } = determination.parse(await answer.json());
        if (plan === document) return targets.find(({ id }) => id === unit);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('decide once a reviewer has accepted them, and keep what they asked before', async () => {
    await service.submit(smallReport(2021));
    expect(await asked(null)).toMatchObject({ threshold: '100', thresholdFrom: 'notice' });

    const one = await filed(first);
    expect(one).toMatchObject({ document: first.document, amends: null, inForce: false });
    expect((await decide(one.id, 'accepted')).status).toBe(201);
    expect(await asked(first.document)).toMatchObject({ threshold: '120', thresholdFrom: 'plan' });

    const two = await filed(second, '同意函1号');
    expect((await decide(two.id, 'accepted')).status).toBe(201);
    expect(await asked(second.document)).toMatchObject({
      ...{ threshold: '110', noticeThreshold: '100', approval: '同意函1号' },
      earlierThreshold: { value: '120', document: first.document },
    });
    expect(await service.json(plans)).toMatchObject([
      { id: one.id, plan: first, decision: { outcome: 'accepted' }, inForce: false },
      { id: two.id, plan: second, amends: one.id, approval: '同意函1号', inForce: true },
    ]);
  });

  it('are amended only by an approving document, and by a plan of another number', async () => {
    const { id } = await filed(first);
    expect(await refusal(file(second, '同意函1号'))).toBe('plan-undecided');
    await decide(id, 'accepted');
    expect(await refusal(file(second))).toBe('approval-needed');
    expect(await refusal(file(first, '同意函1号'))).toBe('plan-exists');
    expect((await file(second, '同意函1号')).status).toBe(201);
  });

  it('have no effect once declined, and can be filed anew', async () => {
    await service.submit(smallReport(2021));
    const { id } = await filed(first);
    expect((await decide(id, 'declined')).status).toBe(201);
    expect(await refusal(decide(id, 'accepted'))).toBe('plan-decided');
    expect(await asked(null)).toMatchObject({ threshold: '100' });
    expect((await file(first)).status).toBe(201);
    expect(await service.json(plans)).toMatchObject([
      { decision: { outcome: 'declined', opinion: '经审核' }, inForce: false },
      { decision: null, inForce: false },
    ]);
  });

  it('are refused with every fault in a sentence, and where they name what they amend', async () => {
    const unfit = await file({ targets: { unknown: {}, [unit]: { threshold: 120 } } });
    expect(unfit.status).toBe(422);
    expect(failureView.parse(await unfit.json()).error.message).toMatch(/document.*unknown.*120/);
    expect(await refusal(file({ ...second, earlier: first }))).toBe('unfit-plan');
    expect(await service.json(plans)).toEqual([]);
  });

  it("are not reached through another subject's address", async () => {
    const { id } = await filed(first);
    await service.enrol('999902');
    const through = `/api/subjects/2019-city-operation/999902/plans/${id}/decision`;
    const said = { outcome: 'accepted', opinion: '同意' };
    expect(await refusal(service.post(through, said))).toBe('unknown-plan');
    expect((await service.get(plans.replace('999901', '999903'))).status).toBe(404);
  });

  it('filed at the same moment are one', async () => {
    const answers = await Promise.all([file(first), file(second), file(first)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});
