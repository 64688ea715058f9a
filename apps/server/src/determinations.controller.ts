import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Service } from '#application';
import { determinationView, hashParams } from '#contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Answers } from './api-answers.js';
import { RequestFailure } from './request-failure.js';
import { ServiceHost } from './service-host.js';

@ApiTags('评定结果 determinations')
@Controller('api/determinations')
export class DeterminationsController {
  constructor(private readonly host: ServiceHost) {}

  @Get(':hash')
  @ApiOperation({ summary: '一份评定结果，逐字节原样：正文的 SHA-256 即其编号' })
  @Answers('评定结果 determination', determinationView, { failures: [400, 404] })
  async read(
    @Param({ schema: hashParams }) { hash }: z.infer<typeof hashParams>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDetermination(this.host.service, hash, reply);
  }
}

/** Sends a determination's canonical bytes as they were frozen. */
export async function sendDetermination(
  { determinations }: Service,
  hash: string,
  reply: FastifyReply,
): Promise<void> {
  const canonical = await determinations.canonical(hash);
  if (canonical === undefined) throw new RequestFailure({ kind: 'unknown-determination', hash });
  await reply.header('etag', `"${hash}"`).type('application/json; charset=utf-8').send(canonical);
}
