import { Module, StandardSchemaValidationPipe, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AboutController } from './about.controller.js';
import { AuditController } from './audit.controller.js';
import { DeadlinesController } from './deadlines.controller.js';
import { FailureFilter, MalformedRequest } from './failure.filter.js';
import { InboxController } from './inbox.controller.js';
import { MatrixController } from './matrix.controller.js';
import { OnceInterceptor } from './once.interceptor.js';
import { AccessGuard } from './people/access.guard.js';
import { MoneyController } from './money.controller.js';
import { AccountsController } from './people/accounts.controller.js';
import { EnrolmentController } from './people/enrolment.controller.js';
import { SessionController } from './people/session.controller.js';
import { TokensController } from './people/tokens.controller.js';
import { OperationController } from './operation.controller.js';
import { PapersController } from './papers.controller.js';
import { VerificationController } from './verification.controller.js';
import { WeightsController } from './weights.controller.js';
import { PlansController } from './plans.controller.js';
import { RefusalInterceptor } from './refusal.interceptor.js';
import { ReleasesController } from './releases.controller.js';
import { ProgrammesController } from './programmes.controller.js';
import { ReportsController } from './reports.controller.js';
import { RequestLimits } from './request-limits.js';
import { SamplesController } from './samples.controller.js';
import { RowsController } from './rows.controller.js';
import { ServiceHost } from './service-host.js';
import { SubjectsController } from './subjects.controller.js';
import { YearlyRunsController } from './yearly-runs.controller.js';
import { YearsController } from './years.controller.js';

const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    new MalformedRequest(
      issues.map(({ path = [], message }) => {
        const keys = path.map((part) => String(typeof part === 'object' ? part.key : part));
        return keys.length > 0 ? `${keys.join('.')}: ${message}` : message;
      }),
    ),
});

@Module({
  controllers: [
    AboutController,
    AuditController,
    DeadlinesController,
    InboxController,
    MatrixController,
    MoneyController,
    OperationController,
    PapersController,
    VerificationController,
    WeightsController,
    PlansController,
    ProgrammesController,
    ReleasesController,
    ReportsController,
    SamplesController,
    RowsController,
    SubjectsController,
    YearlyRunsController,
    SessionController,
    EnrolmentController,
    AccountsController,
    TokensController,
    YearsController,
  ],
})
export class ServerModule {
  static of(host: ServiceHost, limits: RequestLimits): DynamicModule {
    return {
      module: ServerModule,
      providers: [
        { provide: ServiceHost, useValue: host },
        { provide: RequestLimits, useValue: limits },
        { provide: APP_FILTER, useClass: FailureFilter },
        { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
        { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useExisting: RequestLimits },
        { provide: APP_PIPE, useValue: validation },
      ],
    };
  }
}
