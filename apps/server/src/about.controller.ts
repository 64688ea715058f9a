import { setTimeout } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { aboutView, healthView, type AboutView } from '#contracts';
import { Allows } from './allows.js';
import { Answers } from './api-answers.js';
import { RequestFailure } from './request-failure.js';
import { ServiceHost } from './service-host.js';

/** How long the database may take to be ready, in milliseconds. */
const patience = 2000;

@ApiTags('系统 system')
@Controller()
export class AboutController {
  constructor(private readonly host: ServiceHost) {}

  @Get('api/about')
  @Allows('everybody')
  @ApiOperation({ summary: '本系统，及是否为演示' })
  @Answers('本系统 about', aboutView)
  about(): AboutView {
    const { service, demonstration } = this.host;
    const programmes = service.programmes.map(({ id, name, version, document }) => ({
      ...{ id, name, version, document },
    }));
    return { demonstration, programmes };
  }

  @Get('health/live')
  @Allows('everybody')
  @ApiOperation({ summary: '进程在运行' })
  @Answers('在运行 alive', healthView)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Allows('everybody')
  @ApiOperation({ summary: '数据库可读写' })
  @Answers('可用 ready', healthView, { failures: [503] })
  async ready() {
    const late = setTimeout(patience, undefined, { ref: false }).then(() => {
      throw new Error(`no answer within ${patience} ms`);
    });
    try {
      await Promise.race([this.host.service.check(), late]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new RequestFailure({ kind: 'not-ready', why });
    }
    return { status: 'ok' };
  }
}
