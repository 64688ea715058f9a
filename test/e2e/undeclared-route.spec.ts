import { Controller, Get, Module, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { declaredRoutes } from '../../apps/server/src/people/declared-routes.js';

describe('a route that does not declare who may use it', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get(':id')
    read(): string {
      return 'everything';
    }
  }
  @Module({ controllers: [ForgottenController] })
  class ForgottenModule {}

  const quiet: Pick<NestApplicationOptions, 'logger'> = { logger: false };

  it('keeps the server from starting', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(
      ForgottenModule,
      new FastifyAdapter(),
      quiet,
    );
    expect(() => declaredRoutes(app)).toThrow('GET /forgotten/:id');
    await app.close();
  });
});
