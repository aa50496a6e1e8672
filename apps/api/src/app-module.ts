import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { AccessLog, RefusalLedger, SessionStore } from '@twinning/engine';
import { FilePersonKeys } from '@twinning/event-log';
import { renewFeed } from '@twinning/filing';
import { join } from 'node:path';
import { AgreementsController } from './agreements/controller.js';
import { AgreementReader } from './agreements/reader.js';
import { AppealsController } from './appeals/controller.js';
import { AppealReader } from './appeals/reader.js';
import { WhatIfController } from './agreements/what-if.controller.js';
import { WhatIf } from './agreements/what-if.js';
import { issuerPeople } from './auth/development-issuer.js';
import { DatabaseTime } from './auth/database-time.js';
import { Entrance } from './auth/entrance.js';
import { BearerGuard } from './auth/guard.js';
import { ProtectedResource, ResourceController } from './auth/resource.controller.js';
import { Sessions } from './auth/sessions.js';
import { SignIn, signInAt } from './auth/sign-in-parts.js';
import { SignInController } from './auth/sign-in.controller.js';
import { isLocal, trustedIssuers } from './auth/trusted-issuers.js';
import { TrustedTokens } from './auth/trusted-tokens.js';
import { CommandsController } from './commands/controller.js';
import { SharedBudget, SharedLimiter, type Limit } from './limits/shared-limiter.js';
import { CommandService } from './commands/service.js';
import { ToldNotes } from './commands/told.js';
import type { ApiConfig } from './config.js';
import { DeskController } from './desk/controller.js';
import { RemindersController } from './desk/reminders.controller.js';
import { DocsController } from './docs/controller.js';
import { AttachmentsController, Files } from './documents/attachments.controller.js';
import { Erasures } from './documents/erasures.js';
import { MailSettingsController } from './mail/controller.js';
import { CalendarController, feedOf } from './documents/calendar.controller.js';
import { feedSeals } from './documents/feed-seals.js';
import { PapersController, PublicAddress } from './documents/papers.controller.js';
import { TermsController } from './documents/terms.controller.js';
import { HealthController } from './health/controller.js';
import { MatchingController } from './matching/controller.js';
import { SuggestionsController } from './matching/suggestions.controller.js';
import { Matching } from './matching/matching.js';
import { AuditController } from './audit/controller.js';
import { UpdatesController } from './live/controller.js';
import { LiveFeed } from './live/feed.js';
import { ParticipationController } from './participation/controller.js';
import { ParticipationDesk } from './participation/desk.js';
import { PeopleController } from './people/controller.js';
import { PeopleDesk } from './people/desk.js';
import { Standings } from './people/standings.js';
import { PolicyController } from './policy/controller.js';
import { ProblemFilter } from './problems/filter.js';
import { LEDGER_BUDGET, RefusedAccesses } from './problems/refused-access.js';
import { QueryGuard } from './problems/undeclared.js';
import { ProgrammeController } from './programme/controller.js';
import { CaseFileController } from './record/case-file.controller.js';
import { ContinuityGuard } from './record/continuity-guard.js';
import { RecordController } from './record/controller.js';
import { Receipts } from './record/receipts.js';
import { TilesController } from './record/tiles.controller.js';
import { RegistryController } from './registry/controller.js';
import { RegistryImportController } from './registry/import.controller.js';
import { MemberImportController } from './registry/member-import.controller.js';
import { RegistryImports } from './registry/imports.js';
import { Resources } from './resources.js';
import { OneClick, OneClickController } from './session/controller.js';
import { OwnSessionsController } from './session/own.controller.js';
import { TasksController } from './tasks.controller.js';
import { WordsController } from './words/controller.js';

const perMinute = (name: string, points: number): Limit => ({ name, points, seconds: 60 });

/** All wiring of the API. */
@Module({})
export class AppModule {
  static with(config: ApiConfig, resources: Resources): DynamicModule {
    const issuers = trustedIssuers(config);
    const reader = new AgreementReader(resources);
    const appeals = new AppealReader(resources, reader);
    // One count of refusals, whatever was refused.
    const refusals = new SharedLimiter(
      resources.db,
      perMinute('refusals', config.refusalsPerMinute),
    );
    const openBudget = new SharedBudget(
      resources.db,
      perMinute('open', config.openRequestsPerMinute),
    );
    const receipts = new Receipts(resources);
    const ledger = new RefusalLedger(resources.db, resources.log, resources.clock);
    return {
      module: AppModule,
      controllers: [
        AgreementsController,
        AppealsController,
        WhatIfController,
        CommandsController,
        TasksController,
        DeskController,
        RemindersController,
        ProgrammeController,
        UpdatesController,
        RegistryController,
        RegistryImportController,
        MemberImportController,
        MatchingController,
        SuggestionsController,
        ParticipationController,
        PeopleController,
        AuditController,
        RecordController,
        CaseFileController,
        TilesController,
        TermsController,
        PapersController,
        AttachmentsController,
        CalendarController,
        MailSettingsController,
        HealthController,
        DocsController,
        PolicyController,
        SignInController,
        ResourceController,
        OneClickController,
        OwnSessionsController,
        WordsController,
      ],
      providers: [
        { provide: Resources, useValue: resources },
        { provide: PublicAddress, useValue: new PublicAddress(config.publicUrl) },
        {
          provide: Files,
          useFactory: () => Files.open(config),
        },
        {
          provide: Erasures,
          inject: [Files],
          useFactory: (files: Files) =>
            new Erasures(
              resources,
              new FilePersonKeys(join(config.dataFolder, 'person-keys')),
              files,
            ),
        },
        {
          provide: TrustedTokens,
          useValue: new TrustedTokens(issuers, new DatabaseTime(resources.db)),
        },
        {
          provide: Sessions,
          useValue: new Sessions(new SessionStore(resources.db), config.publicUrl, (principal) =>
            renewFeed(resources.db, feedSeals, feedOf(principal)),
          ),
        },
        {
          provide: ProtectedResource,
          useValue: new ProtectedResource(
            config.publicUrl,
            issuers.map((one) => one.issuer),
          ),
        },
        { provide: SignIn, useValue: signInAt(config, issuers) },
        {
          provide: OneClick,
          useValue: new OneClick(isLocal(config) ? issuerPeople() : null),
        },
        { provide: AgreementReader, useValue: reader },
        { provide: Receipts, useValue: receipts },
        { provide: AppealReader, useValue: appeals },
        { provide: WhatIf, useValue: new WhatIf(reader, resources) },
        { provide: Matching, useValue: new Matching(resources) },
        {
          provide: RegistryImports,
          useValue: new RegistryImports(config.databaseUrl, resources.log),
        },
        { provide: LiveFeed, useValue: new LiveFeed(resources.db) },
        { provide: Standings, useValue: new Standings(resources) },
        {
          provide: AccessLog,
          useValue: new AccessLog(resources.db, resources.log, resources.clock),
        },
        {
          provide: PeopleDesk,
          useValue: new PeopleDesk(resources, refusals, receipts),
        },
        {
          provide: ParticipationDesk,
          useValue: new ParticipationDesk(resources, refusals, receipts),
        },
        {
          provide: CommandService,
          useValue: new CommandService(
            resources,
            config,
            refusals,
            new ToldNotes(resources.db),
            appeals,
            receipts,
          ),
        },
        {
          provide: Entrance,
          useFactory: (tokens: TrustedTokens, sessions: Sessions) =>
            new Entrance(
              tokens,
              sessions,
              new SharedLimiter(resources.db, perMinute('tokens', config.failedTokensPerMinute)),
              openBudget,
            ),
          inject: [TrustedTokens, Sessions],
        },
        {
          provide: APP_GUARD,
          useFactory: (reflector: Reflector, entrance: Entrance, standings: Standings) =>
            new BearerGuard(
              reflector,
              entrance,
              standings,
              new SharedBudget(resources.db, perMinute('requests', config.requestsPerMinute)),
              openBudget,
            ),
          inject: [Reflector, Entrance, Standings],
        },
        // After the one that asks who calls.
        { provide: APP_GUARD, useClass: QueryGuard },
        { provide: APP_GUARD, useClass: ContinuityGuard },
        { provide: RefusalLedger, useValue: ledger },
        {
          provide: RefusedAccesses,
          useValue: new RefusedAccesses(
            resources,
            ledger,
            new SharedLimiter(resources.db, LEDGER_BUDGET),
          ),
        },
        {
          provide: APP_FILTER,
          useFactory: (accesses: RefusedAccesses) => new ProblemFilter(accesses),
          inject: [RefusedAccesses],
        },
      ],
    };
  }
}
