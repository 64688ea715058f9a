import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  enrolled,
  IssuePaper,
  ReadPaper,
  type Actor,
  type AskedPaper,
  type PaperRecord,
  type Role,
  type SubjectKey,
} from '#application';
import {
  newReleaseLetter,
  newSelfAssessmentPaper,
  newSummaryPaper,
  paperFileParams,
  papersQuery,
  paperView,
  subjectParams,
  type PaperView,
} from '#contracts';
import { z } from 'zod';
import { Acting, Allows, readers, reviewers } from './allows.js';
import { Answers } from './api-answers.js';
import { fileNamed } from './attachment.js';
import { Once } from './once.interceptor.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

/** Everybody who works on the reports; the auditor only reads. */
const issuers: readonly Role[] = readers.filter((role) => role !== 'auditor');
const summarisers: readonly Role[] = reviewers.filter((role) => role !== 'auditor');

const titles = {
  'self-assessment': '绩效目标自评表',
  summary: '绩效评定情况汇总',
  'release-letter': '资金拨付函',
} as const;

/** Issuing what was issued already gives the same paper, so a repeated call does no harm. */
@ApiTags('文件 papers')
@Controller('api/subjects/:programme/:code/papers')
export class PapersController {
  private readonly issuePaper: IssuePaper;
  private readonly readPaper: ReadPaper;

  constructor(private readonly host: ServiceHost) {
    this.issuePaper = new IssuePaper(host.service, host.paperWriter);
    this.readPaper = new ReadPaper(host.service);
  }

  @Get()
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '已出具的文件，按先后' })
  @Answers('文件 papers', z.array(paperView), { failures: [400, 404] })
  async list(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: papersQuery }) { year }: z.infer<typeof papersQuery>,
  ): Promise<PaperView[]> {
    const { service } = this.host;
    const papers = await service.papers.all(valueOf(await enrolled(service, key)));
    return papers.filter((each) => year === undefined || each.year === year).map(paperToView);
  }

  @Post('self-assessment')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: issuers, data: 'subject' })
  @Once('never')
  @ApiOperation({ summary: '出具某年度的绩效目标自评表' })
  @Answers('文件 paper', paperView, { status: 201, failures: [400, 404, 422] })
  selfAssessment(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newSelfAssessmentPaper }) asked: z.infer<typeof newSelfAssessmentPaper>,
  ): Promise<PaperView> {
    return this.issue(actor, key, { kind: 'self-assessment', ...asked });
  }

  @Post('summary')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: summarisers, data: 'subject' })
  @Once('never')
  @ApiOperation({ summary: '出具某年度的绩效评定情况汇总' })
  @Answers('文件 paper', paperView, { status: 201, failures: [400, 404, 422] })
  summary(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newSummaryPaper }) asked: z.infer<typeof newSummaryPaper>,
  ): Promise<PaperView> {
    return this.issue(actor, key, { kind: 'summary', ...asked });
  }

  @Post('release-letter')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['finance-reviewer', 'finance-approver'], data: 'subject' })
  @Once('never')
  @ApiOperation({ summary: '出具一笔已批准拨付的资金拨付函' })
  @Answers('文件 paper', paperView, { status: 201, failures: [400, 404, 409, 422] })
  releaseLetter(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newReleaseLetter }) asked: z.infer<typeof newReleaseLetter>,
  ): Promise<PaperView> {
    return this.issue(actor, key, { kind: 'release-letter', ...asked });
  }

  @Get(':id/files/:format')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '已出具的文件，逐字节原样' })
  @Answers('文件 file', z.string(), { failures: [400, 404] })
  async file(
    @Param({ schema: paperFileParams }) { id, format, ...key }: z.infer<typeof paperFileParams>,
  ): Promise<StreamableFile> {
    const { paper, content } = valueOf(await this.readPaper.execute(key, id, format));
    const name = `${key.code}-${paper.year}-${titles[paper.kind]}.${format}`;
    return fileNamed(name, format, content);
  }

  private async issue(actor: Actor, key: SubjectKey, asked: AskedPaper): Promise<PaperView> {
    return paperToView(valueOf(await this.issuePaper.execute(actor, key, asked)));
  }
}

function paperToView(paper: PaperRecord): PaperView {
  const { id, code, kind, year, standing, release, determination, gist, issuedAt, files } = paper;
  return {
    ...{ id, code, kind, year, standing, release, determination, gist, issuedAt },
    files: [...files],
  };
}
