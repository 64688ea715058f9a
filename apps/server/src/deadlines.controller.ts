import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  currentDeadlines,
  enrolled,
  FollowDeadlines,
  programmeOf,
  RecordDeadline,
  RecordHolidays,
  type Actor,
  type SubjectKey,
} from '#application';
import {
  deadlineView,
  holidaysView,
  keptDeadlineView,
  newDeadline,
  newHolidays,
  pageQuery,
  programmeParams,
  remindersView,
  subjectParams,
  type DeadlineView,
  type NewDeadlineBody,
  type NewHolidaysBody,
  type PageQuery,
} from '#contracts';
import { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

type OfProgramme = z.infer<typeof programmeParams>;

@ApiTags('期限 deadlines')
@Controller('api')
export class DeadlinesController {
  private readonly recordDeadline: RecordDeadline;
  private readonly recordHolidays: RecordHolidays;
  private readonly followDeadlines: FollowDeadlines;

  constructor(private readonly host: ServiceHost) {
    this.recordDeadline = new RecordDeadline(host.service);
    this.recordHolidays = new RecordHolidays(host.service);
    this.followDeadlines = new FollowDeadlines(host.service);
  }

  @Get('programmes/:programme/deadlines')
  @Allows({ roles: readers, data: 'area' })
  @ApiOperation({ summary: '各年度各环节的期限，按记录先后' })
  @Answers('期限 deadlines', z.array(deadlineView), { failures: [400, 404] })
  async list(@Param({ schema: programmeParams }) { programme }: OfProgramme) {
    const { programmes, deadlines } = this.host.service;
    const all = await deadlines.all(valueOf(programmeOf(programmes, programme)).id);
    const current = currentDeadlines(all);
    return all.map((each) => ({ ...each, inForce: current.includes(each) }));
  }

  @Post('programmes/:programme/deadlines')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['ip-reviewer'], data: 'nation' })
  @ApiOperation({ summary: '记录一个环节的期限；变更须注明所变更的期限' })
  @Answers('期限 deadline', deadlineView, { status: 201, failures: [400, 404, 409, 422] })
  async record(
    @Acting() actor: Actor,
    @Param({ schema: programmeParams }) { programme }: OfProgramme,
    @Body({ schema: newDeadline }) given: NewDeadlineBody,
  ): Promise<DeadlineView> {
    const recorded = valueOf(await this.recordDeadline.execute(actor, { ...given, programme }));
    return { ...recorded, inForce: true };
  }

  @Get('holidays')
  @Allows({ roles: readers, data: 'area' })
  @ApiOperation({ summary: '补充的放假安排，按记录先后' })
  @Answers('放假安排 holidays', z.array(holidaysView), { failures: [400] })
  holidays() {
    return this.host.service.deadlines.holidays();
  }

  @Post('holidays')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['ip-reviewer'], data: 'nation' })
  @ApiOperation({ summary: '记录一年的放假安排，此后据以计算工作日' })
  @Answers('放假安排 holidays', holidaysView, { status: 201, failures: [400, 422] })
  async addHolidays(@Acting() actor: Actor, @Body({ schema: newHolidays }) given: NewHolidaysBody) {
    return valueOf(await this.recordHolidays.execute(actor, given));
  }

  @Get('subjects/:programme/:code/deadlines')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '一个填报主体各环节是否按期' })
  @Answers('期限 deadlines', z.array(keptDeadlineView), { failures: [400, 404] })
  async kept(@Param({ schema: subjectParams }) key: SubjectKey) {
    return valueOf(await this.followDeadlines.execute(key));
  }

  @Get('subjects/:programme/:code/reminders')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '关于一个填报主体的提醒，最近的在前' })
  @Answers('提醒 reminders', remindersView, { failures: [400, 404] })
  async reminders(
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Query({ schema: pageQuery }) page: PageQuery,
  ) {
    valueOf(await enrolled(this.host.service, key));
    return this.host.service.reminders.about(key, page);
  }
}
