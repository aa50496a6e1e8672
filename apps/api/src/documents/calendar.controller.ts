import {
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { calendarOf, nextEntries, toldNow, type CalendarEntry } from '@twinning/documents';
import { label, preferredLanguage, type Language, type Principal } from '@twinning/domain';
import { asRead } from '@twinning/engine';
import {
  findFeed,
  openFeed,
  revokeFeed,
  sha256Of,
  tellFeed,
  toldBy,
  type Feed,
} from '@twinning/filing';
import { listDuties, readingAs } from '@twinning/read-model';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AgreementReader } from '../agreements/reader.js';
import { Caller, Policy, Public } from '../auth/guard.js';
import { Standings } from '../people/standings.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { dayOf, deadlinesOwed, keyOfDeadline, versionsOf } from './calendar-entries.js';
import { feedSeals } from './feed-seals.js';
import { PublicAddress } from './papers.controller.js';

const ICAL = 'text/calendar; charset=utf-8';
const one = z.object({ key: z.string().min(1).max(200) });

/** Deadlines in people's own calendars: a private feed that can be revoked, and a file for each. */
@Controller('v1')
export class CalendarController {
  constructor(
    private readonly resources: Resources,
    private readonly reader: AgreementReader,
    private readonly address: PublicAddress,
    private readonly standings: Standings,
  ) {}

  /** A new address; the one before is worth nothing from now on. */
  @Policy('OWN')
  @Post('me/calendar')
  async open(
    @Caller() caller: Principal,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const language = preferredLanguage(accepted);
    const token = await openFeed(this.resources.db, feedSeals, { ...feedOf(caller), language });
    return { address: `${this.address.url}/v1/calendars/${token}.ics` };
  }

  @Policy('OWN')
  @Delete('me/calendar')
  @HttpCode(204)
  async revoke(@Caller() caller: Principal): Promise<void> {
    if (!(await revokeFeed(this.resources.db, caller.person))) throw new Problem('NOT_FOUND');
  }

  /** The address itself is the key: calendars send no token. */
  @Public()
  @Get('calendars/:file')
  async feed(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const { db, clock } = this.resources;
    const token = /^(.+)\.ics$/.exec(file)?.[1] ?? '';
    const feed = await findFeed(db, feedSeals, token);
    if (feed === null) throw new Problem('NOT_FOUND');
    // An address outlives what its owner may see: who they are is asked again each time it is read.
    const principal = await this.standings.now(feed.principal as unknown as Principal);
    const language = feed.language as Language;
    const rows = await readingAs(asRead(db), principal, (trx) =>
      listDuties(trx, principal, { of: 'me', limit: null }),
    );
    const now = await deadlinesOwed(db, rows, language, {
      uid: (key) => this.uid(key),
      page: (id) => this.page(id),
    });
    const at = await clock.now(db);
    const versionOf = await versionsOf(db, await toldBy<CalendarEntry>(db, feed.person));
    const entries = await db
      .transaction()
      .execute((trx) =>
        tellFeed<CalendarEntry>(trx, feed.person, (told) => nextEntries(told, now, at, versionOf)),
      );
    send(reply, calendarOf(toldNow(entries, at), language), 'twinning');
  }

  /** One deadline of an agreement as a file; `key` is its timer, step and subject, joined by slashes. */
  @Policy('AGREEMENT')
  @Get('agreements/:id/calendar')
  async deadline(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key } = parseQuery(one, given);
    const language = preferredLanguage(accepted);
    const state = await this.reader.state(caller, id);
    const found = (await this.reader.deadlines(caller, id, {}, language)).find(
      (d) => keyOfDeadline(d) === key,
    );
    if (found === undefined) throw new Problem('NOT_FOUND');
    const entry: CalendarEntry = {
      uid: this.uid(`${id}/${key}`),
      // Each version of the agreement may move it: a later file always wins over an earlier one.
      sequence: state.version,
      day: dayOf(found),
      summary: found.text,
      description: `${label('desk', found.whose, language)}\n${found.clause}`,
      url: this.page(id),
      cancelled: false,
      changedAt: await this.resources.clock.now(asRead(this.resources.db)),
    };
    send(reply, calendarOf([entry], language), 'deadline');
  }

  private page(id: string): string {
    return `${this.address.url}/agreements/${id}`;
  }

  private uid(key: string): string {
    return `${sha256Of(Buffer.from(key)).slice(0, 32)}@${new URL(this.address.url).hostname}`;
  }
}

/** Whose feed it is. What a calendar shows needs no proof of the person, and gives none. */
export const feedOf = (caller: Principal): Pick<Feed, 'person' | 'principal'> => ({
  person: caller.person,
  principal: JSON.parse(JSON.stringify({ ...caller, stepUp: false })) as object,
});

const send = (reply: FastifyReply, text: string, name: string): void => {
  void reply
    .header('Content-Type', ICAL)
    .header('Content-Disposition', `attachment; filename="${name}.ics"`)
    .header('Cache-Control', 'no-store')
    .send(text);
};
