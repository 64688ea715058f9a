import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadMatrix, type Actor, type MatrixLine, type Page } from '#application';
import { matrixLineView, pageOf, pageQuery, programmeYearParams, type PageQuery } from '#contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

@ApiTags('一览 matrix')
@Controller('api/programmes/:programme/years/:year/matrix')
export class MatrixController {
  private readonly readMatrix: ReadMatrix;
  /** What was answered: a page that has not changed since is the same object. */
  private readonly written = new WeakMap<Page<MatrixLine>, Buffer>();

  constructor({ service }: ServiceHost) {
    this.readMatrix = new ReadMatrix(service);
  }

  @Get()
  @Allows({ roles: readers, data: 'area' })
  @ApiOperation({ summary: '各填报主体某年度的报送状态和逐项结论，按代码' })
  @Answers('一览 matrix', pageOf(matrixLineView), { failures: [400, 404, 422] })
  async read(
    @Acting() actor: Actor,
    @Param({ schema: programmeYearParams })
    { programme, year }: z.infer<typeof programmeYearParams>,
    @Query({ schema: pageQuery }) page: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = valueOf(await this.readMatrix.execute(actor, programme, year, page));
    void reply.type('application/json; charset=utf-8').send(this.asJson(lines));
  }

  private asJson(page: Page<MatrixLine>): Buffer {
    const known = this.written.get(page);
    if (known) return known;
    const written = Buffer.from(pageAsJson(page));
    this.written.set(page, written);
    return written;
  }
}

/** Past a parser and a serialiser, which would take longer than all the rest. */
function pageAsJson({ items, next }: Page<MatrixLine>): string {
  return `{"items":[${items.map(lineAsJson).join()}],"next":${JSON.stringify(next)}}`;
}

function lineAsJson({ determination, ...line }: MatrixLine): string {
  if (!determination) return JSON.stringify({ ...line, determination });
  const { lines, ...rest } = determination;
  const opened = (object: object) => JSON.stringify(object).slice(0, -1);
  return `${opened(line)},"determination":${opened(rest)},"targets":${lines}}}`;
}
