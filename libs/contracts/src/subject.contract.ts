import { z } from 'zod';
import { conclusionView, releaseMove, releaseMoveView, releaseView } from './money.contract.js';
import {
  gateState,
  moment,
  pageQuery,
  programmeId,
  sha256,
  standing,
  subjectCode,
  wanYuan,
  year,
  yearInAddress,
} from './names.contract.js';
import { role } from './people.contract.js';

export const subjectView = z
  .object({
    programme: programmeId,
    code: subjectCode,
    name: z.string(),
    underDirectPlanning: z.boolean().meta({ description: '计划单列市 under direct planning' }),
    document: z.string().meta({ description: '文号 the document that names it' }),
    enrolledAt: moment,
  })
  .meta({ id: 'Subject' });

export const newSubject = subjectView
  .omit({ enrolledAt: true })
  .extend({
    name: z.string().trim().min(1).max(100),
    document: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'NewSubject' });

export const subjectsQuery = pageQuery.extend({ programme: programmeId });

export const yearsView = z.array(year);

export const evaluationView = z
  .object({
    hash: sha256,
    year,
    standing: standing.meta({ description: '按草稿 or 按已提交的报告' }),
    at: moment,
    quantified: gateState,
    overall: gateState,
    rulebook: z.string(),
    engine: z.string(),
  })
  .meta({ id: 'Evaluation' });

/** The frozen document itself goes out byte for byte; the engine declares its shape. */
export const determinationView = z
  .looseObject({
    programme: programmeId,
    rulebook: z.string(),
    engine: z.string(),
    subject: z.object({ code: subjectCode, name: z.string() }),
    year,
    basis: z.enum(['evidence', 'declared']),
    gate: z.looseObject({ quantified: gateState, overall: gateState }),
    targets: z.array(z.looseObject({ id: z.string(), outcome: z.string() })),
  })
  .meta({ id: 'Determination' });

export const standingQuery = z.object({ standing: standing.default('draft') });

export const gateQuery = z.object({ year: yearInAddress.optional() });

export const gateView = z
  .object({
    year,
    determination: sha256.nullable(),
    basis: z.literal('evidence'),
    quantified: gateState,
    overall: gateState,
    awaiting: z
      .array(z.object({ target: z.string(), on: z.string() }))
      .meta({ description: '尚待核查 what a reviewer still has to confirm' }),
    conclusion: conclusionView.nullable(),
    opensMoney: z.boolean(),
    why: z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() })),
    money: z.object({
      award: wanYuan.nullable(),
      paid: wanYuan,
      released: wanYuan.meta({
        description: '已批准或已拨付，减退回 approved or paid, less returned',
      }),
      remaining: wanYuan.nullable(),
      releasable: wanYuan.meta({ description: '按拨付规则可拨付 what the policy lets out' }),
    }),
  })
  .meta({ id: 'Gate' });

export const moneyLinesQuery = pageQuery.extend(gateQuery.shape);

/** A subject's line on the money desk. */
export const moneyLineView = z
  .object({
    code: subjectCode,
    name: z.string(),
    gate: gateView,
    open: releaseView.nullable().meta({ description: '正在办理的拨付 the release under way' }),
  })
  .meta({ id: 'MoneyLine' });

/** A release as it is shown to whoever decides on it. */
export const shownReleaseView = releaseView
  .extend({
    moves: z.array(releaseMoveView),
    next: z
      .array(z.object({ move: releaseMove, by: role }))
      .meta({ description: '可以办理的事项及角色 what can be done now, and in which role' }),
    gate: gateView.meta({ description: '不计本笔时的拨付判定 the gate as it stands without it' }),
    shown: sha256.meta({ description: '所示内容的散列，批准时填写 to be named in an approval' }),
    holds: z
      .boolean()
      .meta({ description: '自提出以来没有变化 nothing changed since it was proposed' }),
  })
  .meta({ id: 'ShownRelease' });

export const newFinding = z
  .object({
    target: z.string().min(1).max(64),
    on: z.string().min(1).max(64).meta({ description: 'the aspect or confirmation decided' }),
    year,
    outcome: z.enum(['met', 'not_met', 'not_applicable']),
    reason: z.string().trim().min(1).max(2000),
    document: z.string().trim().min(1).max(200).optional(),
    replaces: z.uuid().optional().meta({ description: 'the finding that this one corrects' }),
  })
  .meta({ id: 'NewFinding' });

export const findingView = newFinding
  .omit({ replaces: true })
  .extend({ id: z.uuid(), replaces: z.uuid().nullable(), recordedAt: moment })
  .meta({ id: 'Finding' });

export const newMoneyEntry = z
  .object({
    kind: z.enum(['award', 'payment']).meta({ description: 'award 核定, payment 已拨付' }),
    amount: wanYuan,
    document: z.string().trim().min(1).max(200).meta({ description: '文号 document number' }),
    replaces: z.uuid().optional().meta({ description: 'the entry that this one corrects' }),
  })
  .meta({ id: 'NewMoneyEntry' });

export const moneyEntryView = newMoneyEntry
  .omit({ replaces: true })
  .extend({ id: z.uuid(), replaces: z.uuid().nullable(), recordedAt: moment })
  .meta({ id: 'MoneyEntry' });

export type SubjectView = z.infer<typeof subjectView>;
export type NewSubjectBody = z.infer<typeof newSubject>;
export type EvaluationView = z.infer<typeof evaluationView>;
export type GateView = z.infer<typeof gateView>;
export type ShownReleaseView = z.infer<typeof shownReleaseView>;
export type MoneyLineView = z.infer<typeof moneyLineView>;
export type NewFindingBody = z.infer<typeof newFinding>;
export type FindingView = z.infer<typeof findingView>;
export type NewMoneyEntryBody = z.infer<typeof newMoneyEntry>;
export type MoneyEntryView = z.infer<typeof moneyEntryView>;
