import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  acceptedPlans,
  DecidePlan,
  enrolled,
  FilePlan,
  type Actor,
  type SubjectKey,
} from '#application';
import {
  newPlan,
  newPlanDecision,
  planParams,
  planView,
  subjectParams,
  type NewPlanBody,
  type NewPlanDecisionBody,
  type PlanView,
} from '#contracts';
import { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';

@ApiTags('方案备案 plans')
@Controller('api/subjects/:programme/:code/plans')
export class PlansController {
  private readonly filePlan: FilePlan;
  private readonly decidePlan: DecidePlan;

  constructor(private readonly host: ServiceHost) {
    this.filePlan = new FilePlan(host.service);
    this.decidePlan = new DecidePlan(host.service);
  }

  @Get()
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '历次备案的方案，按备案先后' })
  @Answers('方案 plans', z.array(planView), { failures: [400, 404] })
  async list(@Param({ schema: subjectParams }) key: SubjectKey): Promise<PlanView[]> {
    valueOf(await enrolled(this.host.service, key));
    return this.views(key);
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['city-clerk'], data: 'subject' })
  @ApiOperation({ summary: '备案方案；调整现行方案须填批准文号' })
  @Answers('已备案 filed', planView, { status: 201, failures: [400, 404, 409, 422] })
  async file(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newPlan }) given: NewPlanBody,
  ): Promise<PlanView> {
    const { id } = valueOf(await this.filePlan.execute(actor, key, given));
    return this.one(key, id);
  }

  @Post(':id/decision')
  @HttpCode(HttpStatus.CREATED)
  @Allows({ roles: ['ip-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '受理备案的方案，或不予受理；受理即生效' })
  @Answers('方案 plan', planView, { status: 201, failures: [400, 404, 409] })
  async decide(
    @Acting() actor: Actor,
    @Param({ schema: planParams }) { id, ...key }: z.infer<typeof planParams>,
    @Body({ schema: newPlanDecision }) said: NewPlanDecisionBody,
  ): Promise<PlanView> {
    valueOf(await this.decidePlan.execute(actor, key, id, said));
    return this.one(key, id);
  }

  private async views(key: SubjectKey): Promise<PlanView[]> {
    const all = await this.host.service.plans.all(key);
    const inForce = acceptedPlans(all).at(-1);
    return all.map(({ content, ...filing }) => ({
      ...filing,
      plan: planView.shape.plan.parse(JSON.parse(content)),
      inForce: filing.id === inForce?.id,
    }));
  }

  private async one(key: SubjectKey, id: string): Promise<PlanView> {
    const view = (await this.views(key)).find((each) => each.id === id);
    if (!view) throw new Error(`no plan ${id}`);
    return view;
  }
}
