import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { roles } from '#application';
import { programmeParams, templateQuery } from '#contracts';
import { reportYears } from '#engine';
import { z } from 'zod';
import { Allows } from './allows.js';
import { Answers } from './api-answers.js';
import { workbookNamed } from './attachment.js';
import { RequestFailure, valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

@ApiTags('项目 programmes')
@Controller('api/programmes/:programme')
export class ProgrammesController {
  constructor(private readonly host: ServiceHost) {}

  @Get('template')
  @Allows({ roles, data: 'people' })
  @ApiOperation({ summary: '某年度报告的填报模板（.xlsx）' })
  @Answers('模板 template', z.string(), { failures: [400, 404, 422] })
  async template(
    @Param({ schema: programmeParams }) { programme: id }: z.infer<typeof programmeParams>,
    @Query({ schema: templateQuery }) { year }: z.infer<typeof templateQuery>,
  ): Promise<StreamableFile> {
    const { programmes } = this.host.service;
    const programme = programmes.find((each) => each.id === id);
    if (!programme) throw new RequestFailure({ kind: 'unknown-programme', programme: id });
    const years = reportYears(programme);
    if (!years.includes(year)) throw new RequestFailure({ kind: 'year-not-reported', year, years });
    const order = { kind: 'template', programme: id, year } as const;
    const content = valueOf(await this.host.paperWriter.write(order));
    return workbookNamed(`${id}-${year}-填报模板.xlsx`, Readable.from([content]));
  }
}
