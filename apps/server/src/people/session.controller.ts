import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EndSession, roles, SignIn, type Actor, type Identity } from '#application';
import {
  ownParams,
  sessionView,
  signedInView,
  signIn,
  type SignedInView,
  type SignInBody,
} from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Acting, Allows, Identified } from '../allows.js';
import { Answers } from '../api-answers.js';
import { Once } from '../once.interceptor.js';
import { RequestFailure, valueOf } from '../request-failure.js';
import { LimitedAsSignIn } from '../request-limits.js';
import { ServiceHost } from '../service-host.js';
import { endOfCookie, sessionCookie } from './session-cookie.js';

/** In milliseconds. */
const minute = 60_000;

@ApiTags('登录 sessions')
@Controller('api')
export class SessionController {
  private readonly signIn: SignIn;
  private readonly endSession: EndSession;

  constructor(private readonly host: ServiceHost) {
    this.signIn = new SignIn(host.people);
    this.endSession = new EndSession(host.people);
  }

  private get idleMinutes(): number {
    return this.host.people.idleTime / minute;
  }

  @Post('session')
  @Allows('everybody')
  @LimitedAsSignIn()
  @ApiOperation({ summary: '登录' })
  @Answers('已登录 signed in', signedInView, { status: 201, failures: [400, 401] })
  async begin(
    @Body({ schema: signIn }) { deviceCode, bearer, ...attempt }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const device = deviceCode === undefined ? {} : { deviceCode };
    const { secret, session, account } = valueOf(
      await this.signIn.execute({ ...attempt, ...device, from: request.ip }),
    );
    void reply.header('cache-control', 'no-store');
    const { idleMinutes } = this;
    if (bearer) return { account, session, idleMinutes, secret };
    void reply.header('set-cookie', sessionCookie(secret, request));
    return { account, session, idleMinutes };
  }

  @Get('session')
  @Allows({ roles, data: 'people' })
  @ApiOperation({ summary: '当前登录者' })
  @Answers('已登录 signed in', signedInView, { failures: [401] })
  who(@Identified() { account, by }: Identity): SignedInView {
    const session = by.kind === 'session' ? by.session : null;
    return { account, session, idleMinutes: this.idleMinutes };
  }

  @Delete('session')
  @Allows({ roles, data: 'people' })
  @Once('never')
  @ApiOperation({ summary: '退出登录' })
  @Answers('已退出 signed out', z.object({}), { failures: [401] })
  async end(
    @Identified() { actor, by }: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    if (by.kind !== 'session') throw new RequestFailure({ kind: 'not-signed-in' });
    valueOf(await this.endSession.execute(actor, actor.account, by.session.id));
    void reply.header('set-cookie', endOfCookie(request));
    return {};
  }

  @Get('sessions')
  @Allows({ roles, data: 'people' })
  @ApiOperation({ summary: '本人的全部登录' })
  @Answers('登录 sessions', z.array(sessionView), { failures: [401] })
  own(@Acting() { account }: Actor) {
    return this.host.people.sessions.of(account);
  }

  @Delete('sessions/:id')
  @Allows({ roles, data: 'people' })
  @ApiOperation({ summary: '结束本人的一个登录' })
  @Answers('已结束 ended', z.object({}), { failures: [400, 401, 404] })
  async endOwn(
    @Acting() actor: Actor,
    @Param({ schema: ownParams }) { id }: z.infer<typeof ownParams>,
  ): Promise<object> {
    valueOf(await this.endSession.execute(actor, actor.account, id));
    return {};
  }
}
