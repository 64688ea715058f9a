import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { aboutView, healthView, type AboutView } from '#contracts';
import { Answers } from './api-answers.js';
import { ServiceHost } from './service-host.js';

@ApiTags('系统 system')
@Controller()
export class AboutController {
  constructor(private readonly host: ServiceHost) {}

  @Get('api/about')
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
  @ApiOperation({ summary: '进程在运行' })
  @Answers('在运行 alive', healthView)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @ApiOperation({ summary: '数据库可用' })
  @Answers('可用 ready', healthView, { failures: [500] })
  async ready() {
    await this.host.service.jobs.unfinished();
    return { status: 'ok' };
  }
}
