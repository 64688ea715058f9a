import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadInbox, type Actor } from '#application';
import { doneView, pageQuery, waitingView, type PageQuery } from '#contracts';
import { Acting, Allows, movers } from './allows.js';
import { Answers } from './api-answers.js';
import { ServiceHost } from './service-host.js';

@ApiTags('待办 inbox')
@Controller('api/inbox')
export class InboxController {
  private readonly readInbox: ReadInbox;

  constructor(host: ServiceHost) {
    this.readInbox = new ReadInbox(host.service);
  }

  @Get('waiting')
  @Allows({ roles: movers, data: 'area' })
  @ApiOperation({ summary: '待办：等待本角色处理的年度报告' })
  @Answers('待办 waiting', waitingView, { failures: [400] })
  waiting(@Acting() actor: Actor, @Query({ schema: pageQuery }) page: PageQuery) {
    return this.readInbox.waiting(actor, page);
  }

  @Get('done')
  @Allows({ roles: movers, data: 'area' })
  @ApiOperation({ summary: '已办：本角色处理过的，最新的在前' })
  @Answers('已办 done', doneView, { failures: [400] })
  done(@Acting() actor: Actor, @Query({ schema: pageQuery }) page: PageQuery) {
    return this.readInbox.done(actor, page);
  }
}
