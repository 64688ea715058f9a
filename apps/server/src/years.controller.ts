import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FollowYear, ListChanges, MoveReport, type Actor } from '#application';
import {
  moveView,
  newMove,
  pageOf,
  pageQuery,
  roundParams,
  rowChangeView,
  subjectYearParams,
  yearView,
  type NewMoveBody,
  type PageQuery,
} from '#contracts';
import { z } from 'zod';
import { Acting, Allows, movers, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

type SubjectYear = z.infer<typeof subjectYearParams>;

@ApiTags('年度报告 years')
@Controller('api/subjects/:programme/:code/years/:year')
export class YearsController {
  private readonly followYear: FollowYear;
  private readonly moveReport: MoveReport;
  private readonly listChanges: ListChanges;

  constructor(private readonly host: ServiceHost) {
    this.followYear = new FollowYear(host.service);
    this.moveReport = new MoveReport(host.service);
    this.listChanges = new ListChanges(host.service);
  }

  @Get()
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '某年度报告处于什么状态，下一步由谁做什么' })
  @Answers('年度报告 year', yearView, { failures: [400, 404, 422] })
  async read(@Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear) {
    return valueOf(await this.followYear.execute(key, year));
  }

  @Get('moves')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '某年度报告的历次流转，按先后' })
  @Answers('流转 moves', z.array(moveView), { failures: [400, 404, 422] })
  async moves(@Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear) {
    valueOf(await this.followYear.execute(key, year));
    return this.host.service.moves.ofYear(key, year);
  }

  @Post('moves')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: movers, data: 'subject' })
  @ApiOperation({ summary: '提交、转报、核查通过或退回；退回须按绩效目标或按行说明理由' })
  @Answers('流转 move', moveView, { status: 201, failures: [400, 404, 409, 422] })
  async move(
    @Acting() actor: Actor,
    @Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear,
    @Body({ schema: newMove }) asked: NewMoveBody,
  ) {
    return valueOf(await this.moveReport.execute(actor, key, year, asked));
  }

  @Get('rounds/:round/changes')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '某次提交与前一次相比，逐行的改动' })
  @Answers('改动 changes', pageOf(rowChangeView), { failures: [400, 404, 422] })
  async changes(
    @Param({ schema: roundParams }) { year, round, ...key }: z.infer<typeof roundParams>,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    return valueOf(await this.listChanges.execute(key, year, round, page));
  }
}
