import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { jobKey } from '#application';
import { jobsView, pageQuery, settingsView, type PageQuery, type SettingsView } from '#contracts';
import { Allows } from './allows.js';
import { Answers } from './api-answers.js';
import { ServiceHost } from './service-host.js';

/** Whoever runs the system, and who watches; neither sees business data by it. */
const operators = { roles: ['system-administrator', 'auditor'], data: 'people' } as const;

@ApiTags('运行 operation')
@Controller('api')
export class OperationController {
  constructor(private readonly host: ServiceHost) {}

  @Get('settings')
  @Allows(operators)
  @ApiOperation({ summary: '现行设置；含密码的只说是否已设' })
  @Answers('设置 settings', settingsView)
  settings(): SettingsView {
    return [...this.host.settings];
  }

  @Get('jobs')
  @Allows(operators)
  @ApiOperation({ summary: '各状态的任务数，和搁置的任务，最新的在前' })
  @Answers('任务 jobs', jobsView, { failures: [400] })
  async jobs(@Query({ schema: pageQuery }) page: PageQuery) {
    const { jobs } = this.host.service;
    const [counts, { items, next }] = await Promise.all([jobs.counts(), jobs.failed(page)]);
    return { counts, items: items.map((each) => ({ ...each, job: jobKey(each.job) })), next };
  }
}
