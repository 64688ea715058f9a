import { Controller, Get, HttpStatus, Param, Post, Query, Req, Res, Sse } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  enrolled,
  FollowReport,
  MarkReport,
  SubmitReport,
  type Actor,
  type SubjectKey,
} from '#application';
import {
  pageOf,
  pageQuery,
  problemView,
  progressView,
  reportParams,
  reportView,
  subjectParams,
  uploadQuery,
  type PageQuery,
  type ProblemView,
  type ReportView,
} from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  distinctUntilChanged,
  exhaustMap,
  map,
  takeUntil,
  takeWhile,
  timer,
  type Observable,
} from 'rxjs';
import { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { workbookNamed } from './attachment.js';
import { answeredOnce, keyOf } from './answered-once.js';
import { Answers } from './api-answers.js';
import { Once } from './once.interceptor.js';
import { withReceivedFile } from './receive-file.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';
import { uploadOf } from './upload.js';

/** How often a follower is told, in milliseconds, at most. */
const progressInterval = 500;

@ApiTags('报告 reports')
@Controller('api/subjects/:programme/:code/reports')
export class ReportsController {
  private readonly submitReport: SubmitReport;
  private readonly followReport: FollowReport;
  private readonly markReport: MarkReport;

  constructor(private readonly host: ServiceHost) {
    this.submitReport = new SubmitReport(host.service);
    this.followReport = new FollowReport(host.service);
    this.markReport = new MarkReport(host.service);
  }

  @Post()
  @Allows({ roles: ['city-clerk'], data: 'subject', scope: 'submit' })
  @ApiOperation({
    summary: '报送报告文件（.xlsx 或 JSON），成为该年度的草稿。同一文件只算一份报告',
  })
  @Once('by-file')
  @ApiConsumes('multipart/form-data', 'application/octet-stream')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Answers('已收到 received', reportView, { status: 202, failures: [400, 404, 413] })
  @Answers('早已收到 received before', reportView, { status: 200 })
  async submit(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Req() request: FastifyRequest,
    @Query({ schema: uploadQuery }) { name, beside }: z.infer<typeof uploadQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { service, uploadLimit } = this.host;
    const exchange = { request, reply };
    keyOf(request);
    return withReceivedFile(await uploadOf(request, name), service.scratch, uploadLimit, (file) =>
      answeredOnce(service, actor, exchange, file.sha256, async (): Promise<ReportView> => {
        const { report, isNew } = valueOf(
          await this.submitReport.execute(actor, key, { ...file, beside }),
        );
        void reply.status(isNew ? HttpStatus.ACCEPTED : HttpStatus.OK);
        void reply.header(
          'location',
          `/api/subjects/${key.programme}/${key.code}/reports/${report.id}`,
        );
        return report;
      }),
    );
  }

  @Get()
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '报告列表，最新的在前' })
  @Answers('报告 reports', pageOf(reportView), { failures: [400, 404] })
  async list(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    const { service } = this.host;
    return service.reports.list(valueOf(await enrolled(service, key)), page);
  }

  @Get(':id')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '一份报告及其处理结果' })
  @Answers('报告 report', reportView, { failures: [400, 404] })
  async read(
    @Param({ schema: reportParams }) { id, ...key }: z.infer<typeof reportParams>,
  ): Promise<ReportView> {
    return valueOf(await this.followReport.execute(key, id)).report;
  }

  @Get(':id/problems')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '报告中发现的问题，按发现的顺序' })
  @Answers('问题 problems', pageOf(problemView), { failures: [400, 404] })
  async problems(
    @Param({ schema: reportParams }) { id, ...key }: z.infer<typeof reportParams>,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<{ items: ProblemView[]; next: number | null }> {
    const { report } = valueOf(await this.followReport.execute(key, id));
    const { items, next } = await this.host.service.reports.problems(id, page);
    return { items: items.map((each) => ({ ...each, file: report.fileName })), next };
  }

  @Get(':id/marked-copy')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '标注副本：原工作簿，错误和警告逐格标出' })
  @Answers('标注副本 marked copy', z.string(), { failures: [400, 404, 409] })
  async markedCopy(@Param({ schema: reportParams }) { id, ...key }: z.infer<typeof reportParams>) {
    const { name, copy } = valueOf(await this.markReport.execute(key, id));
    return workbookNamed(name, copy);
  }

  @Sse(':id/progress')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '处理进度，直到处理完毕（server-sent events）' })
  @Answers('进度 progress', progressView, { failures: [400, 404] })
  async progress(
    @Param({ schema: reportParams }) { id, ...key }: z.infer<typeof reportParams>,
  ): Promise<Observable<{ data: z.infer<typeof progressView> }>> {
    const follow = async () => valueOf(await this.followReport.execute(key, id)).progress;
    await follow();
    return timer(0, progressInterval).pipe(
      exhaustMap(follow),
      distinctUntilChanged((a, b) => a.stage === b.stage && a.rows === b.rows),
      takeUntil(this.host.stopping),
      takeWhile(({ stage }) => !['done', 'refused', 'set-aside'].includes(stage), true),
      map((data) => ({ data })),
    );
  }
}
