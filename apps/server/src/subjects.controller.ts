import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  enrolled,
  EnrolSubject,
  programmeOf,
  ReadGate,
  RecordFinding,
  RecordMoneyEntry,
  type Actor,
  type Subject,
  type SubjectKey,
} from '#application';
import {
  determinationView,
  evaluationView,
  findingView,
  gateQuery,
  gateView,
  hashParams,
  moneyEntryView,
  newFinding,
  newMoneyEntry,
  newSubject,
  pageOf,
  pageQuery,
  standingQuery,
  subjectParams,
  subjectsQuery,
  subjectView,
  subjectYearParams,
  yearsView,
  type FindingView,
  type GateView,
  type MoneyEntryView,
  type NewFindingBody,
  type NewMoneyEntryBody,
  type NewSubjectBody,
  type PageQuery,
  type SubjectView,
} from '#contracts';
import { quantity } from '#engine';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { RequestFailure, valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';
import { gateToView, moneyEntryToView } from './views.js';

type SubjectYear = z.infer<typeof subjectYearParams>;

@ApiTags('填报主体 subjects')
@Controller('api/subjects')
export class SubjectsController {
  private readonly enrolSubject: EnrolSubject;
  private readonly readGate: ReadGate;
  private readonly recordFinding: RecordFinding;
  private readonly recordMoneyEntry: RecordMoneyEntry;

  constructor(private readonly host: ServiceHost) {
    this.enrolSubject = new EnrolSubject(host.service);
    this.readGate = new ReadGate(host.service);
    this.recordFinding = new RecordFinding(host.service);
    this.recordMoneyEntry = new RecordMoneyEntry(host.service);
  }

  @Get()
  @Allows({ roles: readers, data: 'area' })
  @ApiOperation({ summary: '一个项目的填报主体，按代码' })
  @Answers('填报主体 subjects', pageOf(subjectView), { failures: [400, 404] })
  async list(
    @Acting() { area }: Actor,
    @Query({ schema: subjectsQuery }) { programme, ...page }: z.infer<typeof subjectsQuery>,
  ) {
    const { programmes, subjects } = this.host.service;
    return subjects.list(valueOf(programmeOf(programmes, programme)).id, area, page);
  }

  @Post()
  @Allows({ roles: ['finance-reviewer'], data: 'area' })
  @ApiOperation({ summary: '登记参加项目的填报主体' })
  @Answers('填报主体 subject', subjectView, { status: 201, failures: [400, 404, 409, 422] })
  @Answers('早已登记 enrolled before', subjectView, { status: 200 })
  async enrol(
    @Acting() actor: Actor,
    @Body({ schema: newSubject }) given: NewSubjectBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubjectView> {
    const { subject, isNew } = valueOf(await this.enrolSubject.execute(actor, given));
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return subject;
  }

  @Get(':programme/:code')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '一个填报主体' })
  @Answers('填报主体 subject', subjectView, { failures: [400, 404] })
  read(@Param({ schema: subjectParams }) key: SubjectKey): Promise<SubjectView> {
    return this.known(key);
  }

  @Get(':programme/:code/years')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '有草稿的年度' })
  @Answers('年度 years', yearsView, { failures: [400, 404] })
  async years(@Param({ schema: subjectParams }) key: SubjectKey) {
    return this.host.service.reports.years(await this.known(key), 'draft');
  }

  @Get(':programme/:code/determinations')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '历次评定，最新的在前' })
  @Answers('评定 evaluations', pageOf(evaluationView), { failures: [400, 404] })
  async evaluations(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    return this.host.service.determinations.evaluations(await this.known(key), page);
  }

  @Get(':programme/:code/determinations/:year')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '某年度现行的评定结果，逐字节原样：按草稿，或按已提交的报告' })
  @Answers('评定结果 determination', determinationView, { failures: [400, 404] })
  async current(
    @Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear,
    @Query({ schema: standingQuery }) { standing }: z.infer<typeof standingQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { determinations } = this.host.service;
    const current = await determinations.current(await this.known(key), year, standing);
    if (!current) throw new RequestFailure({ kind: 'not-evaluated', year });
    await this.send(key, current.hash, reply);
  }

  @Get(':programme/:code/determinations/by-hash/:hash')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '一份评定结果，逐字节原样：正文的 SHA-256 即其编号' })
  @Answers('评定结果 determination', determinationView, { failures: [400, 404] })
  async frozen(
    @Param({ schema: hashParams }) { hash, ...key }: z.infer<typeof hashParams>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(await this.known(key), hash, reply);
  }

  @Get(':programme/:code/gate')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '拨付判定与剩余资金' })
  @Answers('拨付判定 gate', gateView, { failures: [400, 404, 422] })
  async gate(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: gateQuery }) { year }: z.infer<typeof gateQuery>,
  ): Promise<GateView> {
    return gateToView(valueOf(await this.readGate.execute(key, year)));
  }

  @Get(':programme/:code/findings')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '核查结论，按记录先后' })
  @Answers('核查结论 findings', pageOf(findingView), { failures: [400, 404] })
  async findings(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    return this.host.service.findings.list(await this.known(key), page);
  }

  @Post(':programme/:code/findings')
  @Allows({ roles: ['ip-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '记录核查结论；更正须注明所更正的结论' })
  @Answers('核查结论 finding', findingView, { status: 201, failures: [400, 404, 409, 422] })
  async addFinding(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newFinding }) { document, replaces, ...finding }: NewFindingBody,
  ): Promise<FindingView> {
    const given = {
      ...finding,
      ...(document !== undefined && { document }),
      ...(replaces !== undefined && { replaces }),
    };
    return valueOf(await this.recordFinding.execute(actor, key, given));
  }

  @Get(':programme/:code/money')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '资金记录，按记录先后' })
  @Answers('资金记录 money entries', pageOf(moneyEntryView), { failures: [400, 404] })
  async money(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<{ items: MoneyEntryView[]; next: number | null }> {
    const { items, next } = await this.host.service.money.list(await this.known(key), page);
    return { items: items.map(moneyEntryToView), next };
  }

  @Post(':programme/:code/money')
  @Allows({ roles: ['finance-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '记录核定资金或已拨付资金；更正须注明所更正的记录' })
  @Answers('资金记录 money entry', moneyEntryView, { status: 201, failures: [400, 404, 409, 422] })
  @Answers('早已记录 recorded before', moneyEntryView, { status: 200 })
  async addMoney(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newMoneyEntry }) { amount, ...rest }: NewMoneyEntryBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MoneyEntryView> {
    const given = { ...rest, fen: quantity(amount, '万元'), replaces: rest.replaces ?? null };
    const { entry, isNew } = valueOf(await this.recordMoneyEntry.execute(actor, key, given));
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return moneyEntryToView(entry);
  }

  /** The subject, where it is enrolled: a list of nothing would hide a misspelt one. */
  private async known(key: SubjectKey): Promise<Subject> {
    return valueOf(await enrolled(this.host.service, key));
  }

  /** Sends a determination's canonical bytes as they were frozen. */
  private async send(key: SubjectKey, hash: string, reply: FastifyReply): Promise<void> {
    const canonical = await this.host.service.determinations.canonical(key, hash);
    if (canonical === undefined) throw new RequestFailure({ kind: 'unknown-determination', hash });
    const sent = reply.header('etag', `"${hash}"`).type('application/json; charset=utf-8');
    void sent.send(canonical);
  }
}
