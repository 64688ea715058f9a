import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { programmeOf, RecordWeights, type Actor, type WeightsRecord } from '#application';
import {
  newWeights,
  programmeParams,
  weightsView,
  type NewWeightsBody,
  type WeightsView,
} from '#contracts';
import { formatScaled } from '#engine';
import { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

type OfProgramme = z.infer<typeof programmeParams>;

@ApiTags('分值 weights')
@Controller('api/programmes/:programme/weights')
export class WeightsController {
  private readonly recordWeights: RecordWeights;

  constructor(private readonly host: ServiceHost) {
    this.recordWeights = new RecordWeights(host.service);
  }

  @Get()
  @Allows({ roles: readers, data: 'area' })
  @ApiOperation({ summary: '各年度绩效目标自评表的分值，按记录先后' })
  @Answers('分值 weights', z.array(weightsView), { failures: [400, 404] })
  async list(@Param({ schema: programmeParams }) { programme }: OfProgramme) {
    const { programmes, weights } = this.host.service;
    const all = await weights.all(valueOf(programmeOf(programmes, programme)).id);
    const replaced = new Set(all.map(({ replaces }) => replaces));
    return all.map((each) => weightsToView(each, !replaced.has(each.id)));
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['finance-reviewer'], data: 'nation' })
  @ApiOperation({ summary: '记录一个年度的分值及文号；更正须注明所更正的分值' })
  @Answers('分值 weights', weightsView, { status: 201, failures: [400, 404, 409, 422] })
  async record(
    @Acting() actor: Actor,
    @Param({ schema: programmeParams }) { programme }: OfProgramme,
    @Body({ schema: newWeights }) { points, ...given }: NewWeightsBody,
  ): Promise<WeightsView> {
    const asked = { ...given, programme, points: eachOf(points, hundredthsOf) };
    return weightsToView(valueOf(await this.recordWeights.execute(actor, asked)), true);
  }
}

function hundredthsOf(points: string): number {
  const [whole = '', fraction = ''] = points.split('.');
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
}

function weightsToView({ points, ...weights }: WeightsRecord, inForce: boolean): WeightsView {
  const inWords = (hundredths: number) => formatScaled(BigInt(hundredths), 2);
  return { ...weights, points: eachOf(points, inWords), inForce };
}

function eachOf<T, U>(points: Readonly<Record<string, T>>, change: (each: T) => U) {
  const changed = Object.entries(points).map(([id, each]) => [id, change(each)] as const);
  return Object.fromEntries<U>(changed);
}
