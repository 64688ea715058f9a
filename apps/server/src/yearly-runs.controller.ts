import { Body, Controller, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { programmeOf, ReadYearlyRun, StartYearlyRun, type Actor } from '#application';
import {
  newYearlyRun,
  programmeParams,
  programmeYearParams,
  yearlyRunView,
  yearlySummaryView,
  type YearlyRunView,
} from '#contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Acting, Allows, nationalReaders } from './allows.js';
import { Answers } from './api-answers.js';
import { RequestFailure, valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

type ProgrammeYear = z.infer<typeof programmeYearParams>;

@ApiTags('年度评定 yearly runs')
@Controller('api/programmes/:programme/yearly-runs')
export class YearlyRunsController {
  private readonly startYearlyRun: StartYearlyRun;
  private readonly readYearlyRun: ReadYearlyRun;

  constructor(private readonly host: ServiceHost) {
    this.startYearlyRun = new StartYearlyRun(host.service);
    this.readYearlyRun = new ReadYearlyRun(host.service);
  }

  @Post()
  @Allows({ roles: ['finance-reviewer'], data: 'nation' })
  @ApiOperation({ summary: '开始年度评定：每个项目每年度一次；已开始的，继续其中搁置的' })
  @Answers('已开始 started', yearlyRunView, { status: 202, failures: [400, 404, 422] })
  @Answers('早已开始 started before', yearlyRunView, { status: 200 })
  async start(
    @Acting() actor: Actor,
    @Param({ schema: programmeParams }) { programme }: z.infer<typeof programmeParams>,
    @Body({ schema: newYearlyRun }) { year }: z.infer<typeof newYearlyRun>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<YearlyRunView> {
    const { isNew } = valueOf(await this.startYearlyRun.execute(actor, programme, year));
    void reply.status(isNew ? HttpStatus.ACCEPTED : HttpStatus.OK);
    return this.run({ programme, year });
  }

  @Get()
  @Allows({ roles: nationalReaders, data: 'nation' })
  @ApiOperation({ summary: '历年的年度评定，最近的在前' })
  @Answers('年度评定 yearly runs', z.array(yearlyRunView), { failures: [400, 404] })
  list(@Param({ schema: programmeParams }) { programme }: z.infer<typeof programmeParams>) {
    const { programmes } = this.host.service;
    return this.readYearlyRun.list(valueOf(programmeOf(programmes, programme)).id);
  }

  @Get(':year')
  @Allows({ roles: nationalReaders, data: 'nation' })
  @ApiOperation({ summary: '某年度评定的进度' })
  @Answers('年度评定 yearly run', yearlyRunView, { failures: [400, 404] })
  read(@Param({ schema: programmeYearParams }) of: ProgrammeYear): Promise<YearlyRunView> {
    return this.run(of);
  }

  @Get(':year/summary')
  @Allows({ roles: nationalReaders, data: 'nation' })
  @ApiOperation({ summary: '年度评定汇总，逐字节原样' })
  @Answers('汇总 summary', yearlySummaryView, { failures: [400, 404] })
  async summary(
    @Param({ schema: programmeYearParams }) of: ProgrammeYear,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { programme, year } = await this.run(of);
    const summary = await this.host.service.yearlyRuns.summary(programme, year);
    if (!summary) throw new RequestFailure({ kind: 'run-unfinished', year });
    const sent = reply.header('etag', `"${summary.hash}"`).type('application/json; charset=utf-8');
    void sent.send(summary.canonical);
  }

  private async run({ programme, year }: ProgrammeYear): Promise<YearlyRunView> {
    valueOf(programmeOf(this.host.service.programmes, programme));
    const run = await this.readYearlyRun.execute(programme, year);
    if (!run) throw new RequestFailure({ kind: 'no-yearly-run', year });
    return run;
  }
}
