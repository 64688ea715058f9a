import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { failureView } from '#contracts';
import type { ZodType } from 'zod';

/** Documents a route: what it answers when all is well, and with which statuses it may fail. */
export function Answers(
  description: string,
  schema: ZodType,
  options: { status?: number; failures?: readonly number[] } = {},
): MethodDecorator {
  const { status = 200, failures = [] } = options;
  return applyDecorators(
    ApiResponse({ status, description, standardSchema: schema }),
    ...failures.map((each) =>
      ApiResponse({ status: each, description: '失败 failure', standardSchema: failureView }),
    ),
  );
}
