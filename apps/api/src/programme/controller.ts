import { asRead } from '@twinning/engine';
import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import { programmeRows, readingAs } from '@twinning/read-model';
import { Caller, Policy } from '../auth/guard.js';
import { namesOf } from '../registry/names.js';
import { Resources } from '../resources.js';
import { figuresOf } from './figures.js';

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
}
