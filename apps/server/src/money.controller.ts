import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListMoney, type Actor } from '#application';
import { moneyLineView, moneyLinesQuery, pageOf, programmeParams } from '#contracts';
import type { z } from 'zod';
import { Acting, Allows } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';
import { gateToView, releaseToView } from './views.js';

@ApiTags('拨付 releases')
@Controller('api/programmes/:programme/money')
export class MoneyController {
  private readonly listMoney: ListMoney;

  constructor({ service }: ServiceHost) {
    this.listMoney = new ListMoney(service);
  }

  @Get()
  @Allows({ roles: ['finance-reviewer', 'finance-approver', 'auditor'], data: 'area' })
  @ApiOperation({ summary: '各填报主体的资金、拨付判定和正在办理的拨付，按代码' })
  @Answers('资金 money', pageOf(moneyLineView), { failures: [400, 404, 422] })
  async list(
    @Acting() actor: Actor,
    @Param({ schema: programmeParams }) { programme }: z.infer<typeof programmeParams>,
    @Query({ schema: moneyLinesQuery }) { year, ...page }: z.infer<typeof moneyLinesQuery>,
  ) {
    const { items, next } = valueOf(await this.listMoney.execute(actor, programme, year, page));
    const lines = items.map(({ gate, open, ...subject }) => ({
      ...{ ...subject, gate: gateToView(gate) },
      open: open && releaseToView(open),
    }));
    return { items: lines, next };
  }
}
