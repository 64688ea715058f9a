import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  enrolled,
  MoveRelease,
  ProposeRelease,
  ReadRelease,
  RecordConclusion,
  type Actor,
  type NewReleaseMove,
  type SubjectKey,
} from '#application';
import {
  conclusionView,
  newConclusion,
  newRelease,
  newReleaseMove,
  releaseParams,
  releaseView,
  shownReleaseView,
  subjectParams,
  type ConclusionView,
  type NewConclusionBody,
  type NewReleaseBody,
  type NewReleaseMoveBody,
  type ReleaseView,
  type ShownReleaseView,
} from '#contracts';
import { quantity } from '#engine';
import { z } from 'zod';
import { Acting, Allows, readers } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { ServiceHost } from './service-host.js';
import { releaseToView, shownReleaseToView } from './views.js';

type ReleaseAddress = z.infer<typeof releaseParams>;

@ApiTags('拨付 releases')
@Controller('api/subjects/:programme/:code')
export class ReleasesController {
  private readonly recordConclusion: RecordConclusion;
  private readonly proposeRelease: ProposeRelease;
  private readonly moveRelease: MoveRelease;
  private readonly readRelease: ReadRelease;

  constructor(private readonly host: ServiceHost) {
    this.recordConclusion = new RecordConclusion(host.service);
    this.proposeRelease = new ProposeRelease(host.service);
    this.moveRelease = new MoveRelease(host.service);
    this.readRelease = new ReadRelease(host.service);
  }

  @Get('conclusions')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '两部门的考核结论，按记录先后' })
  @Answers('考核结论 conclusions', z.array(conclusionView), { failures: [400, 404] })
  async conclusions(@Param({ schema: subjectParams }) key: SubjectKey) {
    const { service } = this.host;
    return service.conclusions.all(valueOf(await enrolled(service, key)));
  }

  @Post('conclusions')
  @Allows({ roles: ['finance-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '记录考核结论；更正须注明所更正的结论' })
  @Answers('考核结论 conclusion', conclusionView, { status: 201, failures: [400, 404, 409, 422] })
  async addConclusion(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newConclusion }) given: NewConclusionBody,
  ): Promise<ConclusionView> {
    const conclusion = { ...given, replaces: given.replaces ?? null };
    return valueOf(await this.recordConclusion.execute(actor, key, conclusion));
  }

  @Get('releases')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '各笔拨付，按提出先后' })
  @Answers('拨付 releases', z.array(releaseView), { failures: [400, 404] })
  async list(@Param({ schema: subjectParams }) key: SubjectKey): Promise<ReleaseView[]> {
    const { service } = this.host;
    const releases = await service.releases.all(valueOf(await enrolled(service, key)));
    return releases.map(releaseToView);
  }

  @Post('releases')
  @Allows({ roles: ['finance-reviewer'], data: 'subject' })
  @ApiOperation({ summary: '提出一笔拨付，须由另一人审批' })
  @Answers('拨付 release', releaseView, { status: 201, failures: [400, 404, 409, 422] })
  async propose(
    @Acting() actor: Actor,
    @Param({ schema: subjectParams }) key: SubjectKey,
    @Body({ schema: newRelease }) { amount, opinion, ...given }: NewReleaseBody,
  ): Promise<ReleaseView> {
    const proposed = { ...given, fen: quantity(amount, '万元'), opinion: opinion ?? null };
    return releaseToView(valueOf(await this.proposeRelease.execute(actor, key, proposed)));
  }

  @Get('releases/:id')
  @Allows({ roles: readers, data: 'subject' })
  @ApiOperation({ summary: '一笔拨付、其经过，及审批时所示的全部依据' })
  @Answers('拨付 release', shownReleaseView, { failures: [400, 404] })
  async read(
    @Param({ schema: releaseParams }) { id, ...key }: ReleaseAddress,
  ): Promise<ShownReleaseView> {
    return shownReleaseToView(valueOf(await this.readRelease.execute(key, id)));
  }

  @Post('releases/:id/moves')
  @Allows({ roles: ['finance-reviewer', 'finance-approver'], data: 'subject' })
  @ApiOperation({ summary: '批准、退件、撤回、记录支付、取消、支付失败或退回' })
  @Answers('拨付 release', shownReleaseView, { status: 201, failures: [400, 403, 404, 409, 422] })
  async move(
    @Acting() actor: Actor,
    @Param({ schema: releaseParams }) { id, ...key }: ReleaseAddress,
    @Body({ schema: newReleaseMove }) given: NewReleaseMoveBody,
  ): Promise<ShownReleaseView> {
    const moved = await this.moveRelease.execute(actor, key, id, moveFromBody(given));
    return shownReleaseToView(valueOf(moved));
  }
}

function moveFromBody(given: NewReleaseMoveBody): NewReleaseMove {
  switch (given.move) {
    case 'approve':
      return { ...given, opinion: given.opinion ?? null };
    case 'return': {
      const { amount, ...move } = given;
      return { ...move, returned: quantity(amount, '万元') };
    }
    default:
      return given;
  }
}
