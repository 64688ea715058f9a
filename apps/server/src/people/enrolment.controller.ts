import { Body, Controller, HttpCode, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Enrol, FirstAdministrators } from '#application';
import {
  accountView,
  deviceView,
  enrolment,
  firstAdministrators,
  firstAdministratorsView,
  offerDevice,
  type FirstAdministratorsBody,
} from '#contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allows } from '../allows.js';
import { Answers } from '../api-answers.js';
import { valueOf } from '../request-failure.js';
import { LimitedAsSignIn } from '../request-limits.js';
import { ServiceHost } from '../service-host.js';

@ApiTags('登记 enrolment')
@Controller('api')
export class EnrolmentController {
  private readonly enrol: Enrol;
  private readonly first: FirstAdministrators;

  constructor({ people }: ServiceHost) {
    this.enrol = new Enrol(people);
    this.first = new FirstAdministrators(people);
  }

  @Post('first-administrators')
  @Allows('everybody')
  @LimitedAsSignIn()
  @ApiOperation({ summary: '以首次启动的凭据建立系统管理员、安全管理员、审计员，只此一次' })
  @Answers('三员及其登记码 administrators', firstAdministratorsView, {
    ...{ status: 201, failures: [400, 401, 409] },
  })
  async begin(
    @Body({ schema: firstAdministrators }) { code, ...persons }: FirstAdministratorsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('cache-control', 'no-store');
    return valueOf(await this.first.create(code, persons));
  }

  @Post('enrolment/device')
  @Allows('everybody')
  @LimitedAsSignIn()
  @ApiOperation({ summary: '凭登记码取得动态口令设备的密钥' })
  @Answers('密钥 secret', deviceView, { status: 201, failures: [400, 401] })
  async device(
    @Body({ schema: offerDevice }) { code }: z.infer<typeof offerDevice>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('cache-control', 'no-store');
    return valueOf(await this.enrol.offerDevice(code));
  }

  @Post('enrolment')
  @HttpCode(HttpStatus.OK)
  @Allows('everybody')
  @LimitedAsSignIn()
  @ApiOperation({ summary: '凭登记码设定密码，并以动态口令证明设备可用' })
  @Answers('已登记 enrolled', accountView, { failures: [400, 401, 422] })
  async complete(@Body({ schema: enrolment }) given: z.infer<typeof enrolment>) {
    const { deviceCode, ...rest } = given;
    return valueOf(
      await this.enrol.execute({ ...rest, ...(deviceCode !== undefined && { deviceCode }) }),
    );
  }
}
