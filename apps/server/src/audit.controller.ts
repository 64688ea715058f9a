import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { roles } from '#application';
import {
  auditPageQuery,
  auditPageView,
  auditVerificationView,
  checkpointView,
  type AuditVerificationView,
} from '#contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allows } from './allows.js';
import { Answers } from './api-answers.js';
import { ServiceHost } from './service-host.js';

const auditors = { roles: ['auditor'], data: 'nation' } as const;

@ApiTags('审计 audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly host: ServiceHost) {}

  @Get()
  @Allows(auditors)
  @ApiOperation({ summary: '审计记录，最新的在前，可按人员、事项、时间、对象筛选' })
  @Answers('审计记录 audit entries', auditPageView, { failures: [400] })
  list(@Query({ schema: auditPageQuery }) asked: z.infer<typeof auditPageQuery>) {
    const { limit, from, ...filter } = asked;
    return this.host.service.audit.list(filter, { limit, ...(from !== undefined && { from }) });
  }

  @Get('verification')
  @Allows(auditors)
  @ApiOperation({ summary: '核对审计链与全部数据，不改变任何东西；数据多时需要一些时间' })
  @Answers('核对结果 verification', auditVerificationView)
  async verify(@Res({ passthrough: true }) reply: FastifyReply): Promise<AuditVerificationView> {
    void reply.header('cache-control', 'no-store');
    const { found, ...verified } = await this.host.verifier.verify();
    return { ...verified, found: [...found] };
  }

  @Get('checkpoint')
  @Allows({ roles, data: 'people' })
  @ApiOperation({ summary: '审计校验点，印在每份导出的结果上' })
  @Answers('校验点 checkpoint', checkpointView)
  checkpoint() {
    return this.host.service.audit.checkpoint();
  }
}
