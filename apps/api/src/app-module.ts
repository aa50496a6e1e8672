import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { AgreementsController } from './agreements/controller.js';
import { AgreementReader } from './agreements/reader.js';
import { BearerGuard } from './auth/guard.js';
import { TokenVerifier } from './auth/token-verifier.js';
import { CommandsController } from './commands/controller.js';
import { RefusalLimiter } from './commands/refusal-limiter.js';
import { CommandService } from './commands/service.js';
import type { ApiConfig } from './config.js';
import { DocsController } from './docs/controller.js';
import { HealthController } from './health/controller.js';
import { ProblemFilter } from './problems/filter.js';
import { RecordController } from './record/controller.js';
import { RegistryController } from './registry/controller.js';
import { Resources } from './resources.js';
import { TasksController } from './tasks.controller.js';

/** All wiring of the API. */
@Module({})
export class AppModule {
  static with(config: ApiConfig, resources: Resources, issuer: string): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        AgreementsController,
        CommandsController,
        TasksController,
        RegistryController,
        RecordController,
        HealthController,
        DocsController,
      ],
      providers: [
        { provide: Resources, useValue: resources },
        { provide: TokenVerifier, useValue: new TokenVerifier(issuer, config.audience) },
        { provide: AgreementReader, useValue: new AgreementReader(resources) },
        {
          provide: CommandService,
          useValue: new CommandService(
            resources,
            config,
            new RefusalLimiter(config.refusalsPerMinute),
          ),
        },
        {
          provide: APP_GUARD,
          useFactory: (reflector: Reflector, verifier: TokenVerifier) =>
            new BearerGuard(reflector, verifier),
          inject: [Reflector, TokenVerifier],
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
