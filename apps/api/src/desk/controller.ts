import { asRead, type Db } from '@twinning/engine';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import {
  dayAt,
  label,
  preferredLanguage,
  sectionsFor,
  shownWith,
  standingText,
  type Language,
  type Principal,
  type Section,
} from '@twinning/domain';
import {
  listBallots,
  listEnding,
  listReviews,
  readingAs,
  type DeskRow,
} from '@twinning/read-model';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { from, parseQuery } from '../problems/parse.js';
import { namesOf, type Names } from '../registry/names.js';
import { Resources } from '../resources.js';
import { ballotOf } from './ballots.js';
import { rolesFallingVacant } from './cliff.js';
import { openReviews } from './reviews.js';

const limit = z.coerce.number().int().min(1).max(500).default(200);
const query = z.object({ limit, from });
const cliffQuery = z.object({
  limit,
  from,
  months: z.coerce.number().int().min(1).max(60).default(18),
});

/** The queues of an ISO desk: of the agreements that the caller may see, those of which it reads what the queue shows. */
@Policy('SIGNED_IN')
@Controller('v1/desk')
export class DeskController {
  constructor(private readonly resources: Resources) {}

  /** Ballots of the TMB members, open or waiting for their decision to be recorded, with the pack and the tally. */
  @Get('ballots')
  async ballots(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const wanted = parseQuery(query, given);
    const { rows, total } = await readingAs(asRead(this.resources.db), caller, (trx) =>
      listBallots(trx, caller, wanted),
    );
    const shown = shownRows(caller, rows, ['request', 'approval']);
    const entitled = shown.flatMap((row) => row.state.approval.ballots.flatMap((b) => b.entitled));
    return this.answer(shown, total, preferredLanguage(accepted), ballotOf, entitled);
  }

  /** Annual reviews that are not filed yet, and which parts are missing. */
  @Get('reviews')
  async reviews(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const wanted = parseQuery(query, given);
    const { rows, total } = await readingAs(asRead(this.resources.db), caller, (trx) =>
      listReviews(trx, caller, wanted),
    );
    const shown = shownRows(caller, rows, ['oversight']);
    return this.answer(shown, total, preferredLanguage(accepted), (row) => openReviews(row));
  }

  /** What ends within these months, and which roles fall vacant with it. */
  @Get('cliff')
  async cliff(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { months, ...wanted } = parseQuery(cliffQuery, given);
    const { db, clock } = this.resources;
    const day = new Date(`${dayAt(await clock.now(db))}T00:00:00Z`);
    day.setUTCMonth(day.getUTCMonth() + months);
    const until = day.toISOString().slice(0, 10);
    const { rows, total } = await readingAs(asRead(db), caller, (trx) =>
      listEnding(trx, caller, until, wanted),
    );
    const shown = shownRows(caller, rows, []);
    const found = await this.answer(shown, total, preferredLanguage(accepted), (row) => [
      { end: row.end, roles: rolesFallingVacant(row) },
    ]);
    return { until, ...found };
  }

  private async answer<T extends object>(
    rows: readonly DeskRow[],
    total: number,
    language: Language,
    itemsOf: (row: DeskRow, names: Names) => readonly T[],
    more: readonly number[] = [],
  ) {
    const names = await this.names(this.resources.db, rows, more);
    return {
      total,
      items: rows.flatMap((row) =>
        itemsOf(row, names).map((item) => ({ ...headOf(row, names, language), ...item })),
      ),
    };
  }

  private names(db: Db, rows: readonly DeskRow[], more: readonly number[]): Promise<Names> {
    const bodies = rows.flatMap((row) => [row.lead, row.twinned]);
    return namesOf(
      db,
      [...bodies, ...more],
      rows.map((row) => row.committee),
    );
  }
}

/** The rows of which the caller reads these sections, each with nothing in what is withheld. */
const shownRows = (
  caller: Principal,
  rows: readonly DeskRow[],
  needed: readonly Section[],
): readonly DeskRow[] =>
  rows.flatMap((row) => {
    const sections = sectionsFor(caller, row.state);
    return needed.every((section) => sections.includes(section))
      ? [{ ...row, state: shownWith(sections, row.state, caller.member) }]
      : [];
  });

/** Which agreement it is, as every queue says it. */
const headOf = (row: DeskRow, names: Names, language: Language) => ({
  agreement: row.agreement,
  statusText: standingText(row.state, language),
  typeText: label('type', row.type, language),
  leadAcronym: names.member(row.lead),
  twinnedAcronym: names.member(row.twinned),
  committeeReference: names.committee(row.committee),
});
