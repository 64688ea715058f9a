import { Controller, Get, HttpStatus, Param, Post, Body, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  programmeOf,
  ReadGate,
  RecordFinding,
  RecordMoneyEntry,
  type SubjectKey,
} from '#application';
import {
  determinationView,
  evaluationView,
  findingView,
  gateQuery,
  gateView,
  moneyEntryView,
  newFinding,
  newMoneyEntry,
  pageOf,
  pageQuery,
  subjectParams,
  subjectView,
  subjectYearParams,
  type FindingView,
  type GateView,
  type MoneyEntryView,
  type NewFindingBody,
  type NewMoneyEntryBody,
  type PageQuery,
} from '#contracts';
import { quantity } from '#engine';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Answers } from './api-answers.js';
import { sendDetermination } from './determinations.controller.js';
import { RequestFailure, valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';
import { gateToView, moneyEntryToView } from './views.js';

type SubjectYear = z.infer<typeof subjectYearParams>;

@ApiTags('填报主体 subjects')
@Controller('api/subjects')
export class SubjectsController {
  private readonly readGate: ReadGate;
  private readonly recordFinding: RecordFinding;
  private readonly recordMoneyEntry: RecordMoneyEntry;

  constructor(private readonly host: ServiceHost) {
    this.readGate = new ReadGate(host.service);
    this.recordFinding = new RecordFinding(host.service);
    this.recordMoneyEntry = new RecordMoneyEntry(host.service);
  }

  @Get()
  @ApiOperation({ summary: '已报送的填报主体' })
  @Answers('填报主体 subjects', z.array(subjectView))
  list() {
    return this.host.service.reports.subjects();
  }

  @Get(':programme/:code')
  @ApiOperation({ summary: '一个填报主体' })
  @Answers('填报主体 subject', subjectView, { failures: [400, 404] })
  async read(@Param({ schema: subjectParams }) key: SubjectKey) {
    const subject = await this.host.service.reports.subject(this.known(key));
    if (!subject) throw new RequestFailure({ kind: 'unknown-subject', ...key });
    return subject;
  }

  @Get(':programme/:code/determinations')
  @ApiOperation({ summary: '历次评定，最新的在前' })
  @Answers('评定 evaluations', pageOf(evaluationView), { failures: [400, 404] })
  evaluations(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    return this.host.service.determinations.evaluations(this.known(key), page);
  }

  @Get(':programme/:code/determinations/:year')
  @ApiOperation({ summary: '某年度现行的评定结果，逐字节原样' })
  @Answers('评定结果 determination', determinationView, { failures: [400, 404] })
  async current(
    @Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const current = await this.host.service.determinations.current(this.known(key), year);
    if (!current) throw new RequestFailure({ kind: 'not-evaluated', year });
    await sendDetermination(this.host.service, current.hash, reply);
  }

  @Get(':programme/:code/gate')
  @ApiOperation({ summary: '拨付判定与剩余资金' })
  @Answers('拨付判定 gate', gateView, { failures: [400, 404, 422] })
  async gate(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: gateQuery }) { year }: z.infer<typeof gateQuery>,
  ): Promise<GateView> {
    return gateToView(valueOf(await this.readGate.execute(key, year)));
  }

  @Get(':programme/:code/findings')
  @ApiOperation({ summary: '核查结论，按记录先后' })
  @Answers('核查结论 findings', pageOf(findingView), { failures: [400, 404] })
  findings(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    return this.host.service.findings.list(this.known(key), page);
  }

  @Post(':programme/:code/findings')
  @ApiOperation({ summary: '记录核查结论；更正须注明所更正的结论' })
  @Answers('核查结论 finding', findingView, { status: 201, failures: [400, 404, 409, 422] })
  async addFinding(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newFinding }) { document, replaces, ...finding }: NewFindingBody,
  ): Promise<FindingView> {
    const given = {
      ...finding,
      ...(document !== undefined && { document }),
      ...(replaces !== undefined && { replaces }),
    };
    return valueOf(await this.recordFinding.execute(key, given));
  }

  @Get(':programme/:code/money')
  @ApiOperation({ summary: '资金记录，按记录先后' })
  @Answers('资金记录 money entries', pageOf(moneyEntryView), { failures: [400, 404] })
  async money(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<{ items: MoneyEntryView[]; next: number | null }> {
    const { items, next } = await this.host.service.money.list(this.known(key), page);
    return { items: items.map(moneyEntryToView), next };
  }

  @Post(':programme/:code/money')
  @ApiOperation({ summary: '记录核定资金或已拨付资金' })
  @Answers('资金记录 money entry', moneyEntryView, { status: 201, failures: [400, 404, 409, 422] })
  @Answers('早已记录 recorded before', moneyEntryView, { status: 200 })
  async addMoney(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newMoneyEntry }) { kind, amount, document }: NewMoneyEntryBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MoneyEntryView> {
    const given = { kind, fen: quantity(amount, '万元'), document };
    const { entry, isNew } = valueOf(await this.recordMoneyEntry.execute(key, given));
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return moneyEntryToView(entry);
  }

  /** The key, where there is such a programme: a list of nothing would hide a misspelt one. */
  private known(key: SubjectKey): SubjectKey {
    valueOf(programmeOf(this.host.service.programmes, key.programme));
    return key;
  }
}
