import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CloseAccount,
  CreateAccount,
  EndSession,
  GrantRole,
  ResetCredentials,
  RevokeToken,
  UnlockAccount,
  type Account,
  type Actor,
  type Role,
} from '#application';
import {
  accountParams,
  accountSessionParams,
  accountView,
  enrolmentCodeView,
  newAccount,
  newGrant,
  pageOf,
  pageQuery,
  sessionView,
  tokenView,
  type NewAccountBody,
  type NewGrantBody,
  type PageQuery,
} from '#contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Acting, Allows } from '../allows.js';
import { Answers } from '../api-answers.js';
import { Once } from '../once.interceptor.js';
import { RequestFailure, valueOf } from '../request-failure.js';
import { ServiceHost } from '../service-host.js';

const system = { roles: ['system-administrator'], data: 'people' } as const;
const security = { roles: ['security-administrator'], data: 'people' } as const;
const overseers: readonly Role[] = ['system-administrator', 'security-administrator', 'auditor'];

type AccountParams = z.infer<typeof accountParams>;
type AccountSessionParams = z.infer<typeof accountSessionParams>;

/** What the administrators do: one creates and closes accounts, another says what each may do. */
@ApiTags('账号 accounts')
@Controller('api/accounts')
export class AccountsController {
  private readonly createAccount: CreateAccount;
  private readonly closeAccount: CloseAccount;
  private readonly grantRole: GrantRole;
  private readonly resetCredentials: ResetCredentials;
  private readonly unlockAccount: UnlockAccount;
  private readonly endSession: EndSession;
  private readonly revokeToken: RevokeToken;

  constructor(private readonly host: ServiceHost) {
    this.createAccount = new CreateAccount(host.people);
    this.closeAccount = new CloseAccount(host.people);
    this.grantRole = new GrantRole(host.people);
    this.resetCredentials = new ResetCredentials(host.people);
    this.unlockAccount = new UnlockAccount(host.people);
    this.endSession = new EndSession(host.people);
    this.revokeToken = new RevokeToken(host.people);
  }

  @Get()
  @Allows({ roles: overseers, data: 'people' })
  @ApiOperation({ summary: '账号，按建立先后，含已注销的' })
  @Answers('账号 accounts', pageOf(accountView), { failures: [400] })
  list(@Query({ schema: pageQuery }) page: PageQuery) {
    return this.host.people.accounts.list(page);
  }

  @Post()
  @Allows(system)
  @ApiOperation({ summary: '建立账号；授予角色之前什么都不能做' })
  @Answers('账号 account', accountView, { status: 201, failures: [400, 409] })
  async create(
    @Acting() actor: Actor,
    @Body({ schema: newAccount }) person: NewAccountBody,
  ): Promise<Account> {
    return valueOf(await this.createAccount.execute(actor, person));
  }

  @Get(':account')
  @Allows({ roles: overseers, data: 'people' })
  @ApiOperation({ summary: '一个账号' })
  @Answers('账号 account', accountView, { failures: [400, 404] })
  read(@Param({ schema: accountParams }) { account }: AccountParams): Promise<Account> {
    return this.known(account);
  }

  @Post(':account/closure')
  @HttpCode(HttpStatus.OK)
  @Allows(system)
  @ApiOperation({ summary: '注销离任者的账号：保留记录，结束登录与令牌' })
  @Answers('已注销 closed', z.object({}), { failures: [400, 404, 409] })
  async close(
    @Acting() actor: Actor,
    @Param({ schema: accountParams }) { account }: AccountParams,
  ): Promise<object> {
    valueOf(await this.closeAccount.execute(actor, account));
    return {};
  }

  @Post(':account/grants')
  @Allows(security)
  @ApiOperation({ summary: '授予角色与区域，取代原有的；结束登录与令牌' })
  @Answers('账号 account', accountView, { status: 201, failures: [400, 404, 409, 422] })
  async grant(
    @Acting() actor: Actor,
    @Param({ schema: accountParams }) { account }: AccountParams,
    @Body({ schema: newGrant }) grant: NewGrantBody,
  ): Promise<Account> {
    return valueOf(await this.grantRole.execute(actor, account, grant));
  }

  @Post(':account/resets')
  @Allows(security)
  @Once('never')
  @ApiOperation({ summary: '发登记码：新账号，或密码、动态口令设备遗失；原有的作废' })
  @Answers('登记码 code', enrolmentCodeView, { status: 201, failures: [400, 404, 409] })
  async reset(
    @Acting() actor: Actor,
    @Param({ schema: accountParams }) { account }: AccountParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('cache-control', 'no-store');
    return valueOf(await this.resetCredentials.execute(actor, account));
  }

  @Post(':account/unlocking')
  @HttpCode(HttpStatus.OK)
  @Allows(security)
  @ApiOperation({ summary: '解除因多次登录失败的锁定' })
  @Answers('已解锁 unlocked', z.object({}), { failures: [400, 404, 409] })
  async unlock(
    @Acting() actor: Actor,
    @Param({ schema: accountParams }) { account }: AccountParams,
  ): Promise<object> {
    valueOf(await this.unlockAccount.execute(actor, account));
    return {};
  }

  @Get(':account/sessions')
  @Allows({ roles: ['security-administrator', 'auditor'], data: 'people' })
  @ApiOperation({ summary: '一个账号的登录' })
  @Answers('登录 sessions', z.array(sessionView), { failures: [400, 404] })
  async sessions(@Param({ schema: accountParams }) { account }: AccountParams) {
    return this.host.people.sessions.of((await this.known(account)).id);
  }

  @Delete(':account/sessions')
  @Allows(security)
  @ApiOperation({ summary: '结束一个账号的全部登录' })
  @Answers('已结束 ended', z.object({}), { failures: [400, 404] })
  async endSessions(
    @Acting() actor: Actor,
    @Param({ schema: accountParams }) { account }: AccountParams,
  ): Promise<object> {
    valueOf(await this.endSession.execute(actor, (await this.known(account)).id));
    return {};
  }

  @Get(':account/tokens')
  @Allows({ roles: ['security-administrator', 'auditor'], data: 'people' })
  @ApiOperation({ summary: '一个账号的机器令牌' })
  @Answers('令牌 tokens', z.array(tokenView), { failures: [400, 404] })
  async tokens(@Param({ schema: accountParams }) { account }: AccountParams) {
    return this.host.people.sessions.tokens((await this.known(account)).id);
  }

  @Delete(':account/tokens/:id')
  @Allows(security)
  @ApiOperation({ summary: '吊销一个机器令牌' })
  @Answers('已吊销 revoked', z.object({}), { failures: [400, 404] })
  async revoke(
    @Acting() actor: Actor,
    @Param({ schema: accountSessionParams }) { account, id }: AccountSessionParams,
  ): Promise<object> {
    valueOf(await this.revokeToken.execute(actor, account, id));
    return {};
  }

  private async known(id: string): Promise<Account> {
    const account = await this.host.people.accounts.byId(id);
    if (!account) throw new RequestFailure({ kind: 'unknown-account', id });
    return account;
  }
}
