import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  enrolled,
  ListConflicts,
  ReadRow,
  RecordRowFinding,
  shownCells,
  type Actor,
  type Conflict,
  type ConflictRow,
  type SubjectKey,
} from '#application';
import {
  conflictView,
  newRowFinding,
  pageOf,
  pageQuery,
  reportRowParams,
  reportRowView,
  rowFindingView,
  subjectParams,
  type ConflictView,
  type NewRowFindingBody,
  type PageQuery,
} from '#contracts';
import type { Ledger } from '#engine';
import type { z } from 'zod';
import { Acting, Allows, readers, reviewers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

@ApiTags('单行核查 rows')
@Controller('api/subjects/:programme/:code')
export class RowsController {
  private readonly recordRowFinding: RecordRowFinding;
  private readonly listConflicts: ListConflicts;
  private readonly readRow: ReadRow;

  constructor(private readonly host: ServiceHost) {
    this.recordRowFinding = new RecordRowFinding(host.service);
    this.listConflicts = new ListConflicts(host.service);
    this.readRow = new ReadRow(host.service);
  }

  @Get('reports/:id/ledgers/:ledger/rows/:row')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '报告中台账的一行，逐格' })
  @Answers('台账行 row', reportRowView, { failures: [400, 404, 422] })
  async row(
    @Param({ schema: reportRowParams })
    { id, ledger, row, ...key }: z.infer<typeof reportRowParams>,
  ) {
    return valueOf(await this.readRow.execute(key, id, ledger, row));
  }

  @Get('row-findings')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '单行核查结论，按记录先后' })
  @Answers('单行核查结论 row findings', pageOf(rowFindingView), { failures: [400, 404] })
  async findings(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    const { service } = this.host;
    return service.rowFindings.list(valueOf(await enrolled(service, key)), page);
  }

  @Post('row-findings')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['ip-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '对已提交报告的一行作出结论：剔除，或确认属于该主体' })
  @Answers('单行核查结论 row finding', rowFindingView, {
    ...{ status: 201, failures: [400, 404, 409, 422] },
  })
  async addFinding(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newRowFinding }) finding: NewRowFindingBody,
  ) {
    return valueOf(await this.recordRowFinding.execute(actor, key, finding));
  }

  @Get('conflicts')
  @Allows({ roles: reviewers, data: 'subject' })
  @ApiOperation({ summary: '与其他主体重复申报的内容，双方的行都列出' })
  @Answers('重复申报 conflicts', pageOf(conflictView), { failures: [400, 404] })
  async conflicts(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<{ items: ConflictView[]; next: number | null }> {
    const { items, next } = valueOf(await this.listConflicts.execute(key, page));
    return { items: items.map(conflictToView), next };
  }
}

function conflictToView({ ledger, values, own, others }: Conflict): ConflictView {
  const rows = (of: readonly ConflictRow[]) => of.map((row) => rowToView(ledger, row));
  return {
    ...{ ledger: ledger.id, sheet: ledger.sheet, claim: shownCells(ledger, values) },
    ...{ own: rows(own), others: rows(others) },
  };
}

function rowToView(
  ledger: Ledger,
  { code, name, report, year, row, values, finding }: ConflictRow,
): ConflictView['own'][number] {
  return {
    ...{ code, name, part: report, year, row, cells: shownCells(ledger, values) },
    finding: finding && { id: finding.id, outcome: finding.outcome, reason: finding.reason },
  };
}
