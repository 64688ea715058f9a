import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { VerifyPaper } from '#application';
import { verificationParams, verifiedPaperView, type VerifiedPaperView } from '#contracts';
import type { z } from 'zod';
import { Allows } from './allows.js';
import { Answers } from './api-answers.js';
import { valueOf } from './request-failure.js';
import { LimitedAsSignIn } from './request-limits.js';
import { ServiceHost } from './service-host.js';

@ApiTags('文件核验 verification')
@Controller('api/verification')
export class VerificationController {
  private readonly verifyPaper: VerifyPaper;

  constructor(host: ServiceHost) {
    this.verifyPaper = new VerifyPaper(host.service);
  }

  @Get(':code')
  @Allows('everybody')
  @LimitedAsSignIn()
  @ApiOperation({ summary: '按核验码核对一份已出具的文件，不须登录' })
  @Answers('文件 paper', verifiedPaperView, { failures: [400, 404] })
  async verify(
    @Param({ schema: verificationParams }) { code }: z.infer<typeof verificationParams>,
  ): Promise<VerifiedPaperView> {
    const { paper, programmeName, subjectName, standing } = valueOf(
      await this.verifyPaper.execute(code),
    );
    const { kind, year, gist, issuedAt, determination, subject, files } = paper;
    return {
      ...{ code: paper.code, kind, year, standing, gist, issuedAt, determination },
      isDraft: paper.standing === 'draft',
      programme: { id: subject.programme, name: programmeName },
      subject: { code: subject.code, name: subjectName },
      files: [...files],
    };
  }
}
