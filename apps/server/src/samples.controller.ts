import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DrawSample,
  enrolled,
  MarkSample,
  ReadSample,
  type Actor,
  type Sample,
  type SampleFound,
} from '#application';
import {
  newMarks,
  newSample,
  sampleFoundView,
  sampleParams,
  sampleView,
  subjectYearParams,
  type NewMarksBody,
  type NewSampleBody,
  type SampleView,
} from '#contracts';
import { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

type SubjectYear = z.infer<typeof subjectYearParams>;
type OfSample = z.infer<typeof sampleParams>;

@ApiTags('抽样核查 samples')
@Controller('api/subjects/:programme/:code/years/:year/samples')
export class SamplesController {
  private readonly drawSample: DrawSample;
  private readonly markSample: MarkSample;
  private readonly readSample: ReadSample;

  constructor(private readonly host: ServiceHost) {
    this.drawSample = new DrawSample(host.service);
    this.markSample = new MarkSample(host.service);
    this.readSample = new ReadSample(host.service);
  }

  @Get()
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '某年度历次抽样，按先后' })
  @Answers('抽样 samples', z.array(sampleView), { failures: [400, 404] })
  async list(@Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear) {
    valueOf(await enrolled(this.host.service, key));
    return (await this.host.service.samples.ofYear(key, year)).map(sampleToView);
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['ip-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '从某年度已提交的报告中抽取若干行' })
  @Answers('抽样 sample', sampleView, { status: 201, failures: [400, 404, 409, 422] })
  async draw(
    @Acting() actor: Actor,
    @Param({ schema: subjectYearParams }) { year, ...key }: SubjectYear,
    @Body({ schema: newSample }) asked: NewSampleBody,
  ): Promise<SampleView> {
    return sampleToView(valueOf(await this.drawSample.execute(actor, key, year, asked)));
  }

  @Get(':id')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '一次抽样的各行与核查情况，并列申报值与核算值之差' })
  @Answers('抽样 sample', sampleFoundView, { failures: [400, 404] })
  async read(
    @Param({ schema: sampleParams }) { id, year, ...key }: OfSample,
  ): Promise<SampleFound> {
    return valueOf(await this.readSample.execute(key, year, id));
  }

  @Post(':id/marks')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['ip-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '记录抽中各行是否属实；同一行以后记的为准' })
  @Answers('抽样 sample', sampleFoundView, { status: 201, failures: [400, 404, 422] })
  async mark(
    @Acting() actor: Actor,
    @Param({ schema: sampleParams }) { id, year, ...key }: OfSample,
    @Body({ schema: newMarks }) { marks }: NewMarksBody,
  ): Promise<SampleFound> {
    valueOf(await this.markSample.execute(actor, key, { id, year }, marks));
    return valueOf(await this.readSample.execute(key, year, id));
  }
}

function sampleToView({ rows, ...sample }: Sample): SampleView {
  return { ...sample, size: rows.length };
}
