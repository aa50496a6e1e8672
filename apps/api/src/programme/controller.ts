import { asRead } from '@twinning/engine';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { preferredLanguage, type Principal } from '@twinning/domain';
import { programmeRows, readingAs } from '@twinning/read-model';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { parseQuery } from '../problems/parse.js';
import { namesOf } from '../registry/names.js';
import { Resources } from '../resources.js';
import { figuresOf } from './figures.js';
import { TABLES_HEADERS, tablesPage } from './tables.js';

const asked = z.object({ language: z.enum(['en', 'fr']).optional() });

/** The programme as a whole: of every agreement that the caller may see. */
@Policy('SIGNED_IN')
@Controller('v1/programme')
export class ProgrammeController {
  constructor(private readonly resources: Resources) {}

  @Get()
  async figures(@Caller() caller: Principal) {
    const { db } = this.resources;
    const rows = await readingAs(asRead(db), caller, (trx) => programmeRows(trx, caller));
    const figures = figuresOf(rows);
    const bodies = figures.partnerships.flatMap((pair) => [pair.lead, pair.twinned]);
    const names = await namesOf(db, bodies, []);
    return {
      ...figures,
      partnerships: figures.partnerships.map((pair) => ({
        ...pair,
        leadAcronym: names.member(pair.lead),
        leadCountry: names.country(pair.lead),
        twinnedAcronym: names.member(pair.twinned),
        twinnedCountry: names.country(pair.twinned),
      })),
    };
  }

  /** The same figures as a page that needs no scripts. */
  @Get('tables')
  async tables(
    @Caller() caller: Principal,
    @Query() query: unknown,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { language = preferredLanguage(accepted) } = parseQuery(asked, query);
    void reply.headers(TABLES_HEADERS);
    return tablesPage(await this.figures(caller), language);
  }
}
