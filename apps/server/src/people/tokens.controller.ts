import { Body, Controller, Delete, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IssueToken, RevokeToken, type Actor } from '#application';
import { issuedTokenView, newToken, ownParams, tokenView } from '#contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Acting, Allows, readers } from '../allows.js';
import { Answers } from '../api-answers.js';
import { Once } from '../once.interceptor.js';
import { valueOf } from '../request-failure.js';
import { ServiceHost } from '../service-host.js';

@ApiTags('机器令牌 tokens')
@Controller('api/tokens')
export class TokensController {
  private readonly issueToken: IssueToken;
  private readonly revokeToken: RevokeToken;

  constructor(private readonly host: ServiceHost) {
    this.issueToken = new IssueToken(host.people);
    this.revokeToken = new RevokeToken(host.people);
  }

  @Get()
  @Allows({ roles: readers, data: 'people' })
  @ApiOperation({ summary: '本人的机器令牌' })
  @Answers('令牌 tokens', z.array(tokenView), { failures: [401] })
  list(@Acting() { account }: Actor) {
    return this.host.people.sessions.tokens(account);
  }

  @Post()
  @Allows({ roles: readers, data: 'people' })
  @Once('never')
  @ApiOperation({ summary: '签发机器令牌：只在本人权限之内，到期失效' })
  @Answers('令牌 token', issuedTokenView, { status: 201, failures: [400, 401, 403, 422] })
  async issue(
    @Acting() actor: Actor,
    @Body({ schema: newToken }) given: z.infer<typeof newToken>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { secret, token } = valueOf(await this.issueToken.execute(actor, given));
    void reply.header('cache-control', 'no-store');
    return { ...token, secret };
  }

  @Delete(':id')
  @Allows({ roles: readers, data: 'people' })
  @ApiOperation({ summary: '吊销本人的一个机器令牌' })
  @Answers('已吊销 revoked', z.object({}), { failures: [400, 401, 404] })
  async revoke(
    @Acting() actor: Actor,
    @Param({ schema: ownParams }) { id }: z.infer<typeof ownParams>,
  ): Promise<object> {
    valueOf(await this.revokeToken.execute(actor, actor.account, id));
    return {};
  }
}
