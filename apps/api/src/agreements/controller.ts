import { asRead, asRegistry } from '@twinning/engine';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import {
  label,
  PHASES,
  preferredLanguage,
  STATUSES,
  statusText,
  TWINNING_TYPES,
  type Principal,
} from '@twinning/domain';
import { listAgreements, readingAs } from '@twinning/read-model';
import { searchCommittees, searchMembers } from '@twinning/registry';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { idNumber, parseQuery, wholeNumber } from '../problems/parse.js';
import { momentOf } from '../record/agreement-history.js';
import { listAgreementsAt } from '../record/past-lists.js';
import { namesOf } from '../registry/names.js';
import { Resources } from '../resources.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { AgreementReader } from './reader.js';
import { versionsOf } from './versions.js';

const many = <const V extends readonly [string, ...string[]]>(values: V) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)))
    .optional();

/** Query of the list; `status` and `phase` take several values separated by commas. */
export const listQuery = z.strictObject({
  status: many(STATUSES),
  phase: many(PHASES),
  type: z.enum(TWINNING_TYPES).optional(),
  committee: idNumber.optional(),
  member: idNumber.optional(),
  /** Words of a body's or a committee's name, without regard to accents and case. */
  q: z.string().trim().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  /** A date, an instant, or `@size` of the record: the list as it stood then. */
  asOf: z.string().max(40).optional(),
});

/** Bodies and committees that a search takes into account; ISO has fewer of both. */
const FOUND = 2_000;

@Policy('AGREEMENT')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly reader: AgreementReader,
    private readonly resources: Resources,
  ) {}

  private async named(q: string) {
    const registry = asRegistry(this.resources.db);
    const ids = (rows: readonly { readonly id: number }[]) => rows.map((row) => row.id);
    const [members, committees] = await Promise.all([
      searchMembers(registry, q, FOUND),
      searchCommittees(registry, q, FOUND),
    ]);
    return { members: ids(members), committees: ids(committees) };
  }

  @Get()
  async list(
    @Caller() caller: Principal,
    @Query() query: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { cursor, asOf, ...wanted } = parseQuery(listQuery, query);
    const { status, phase, type, committee, member, q, limit } = wanted;
    const after = decodeCursor(cursor);
    const filter = {
      limit: limit + 1,
      ...(status && { status }),
      ...(phase && { phase }),
      ...(type !== undefined && { type }),
      ...(committee !== undefined && { committee }),
      ...(member !== undefined && { member }),
      ...(q !== undefined && { among: await this.named(q) }),
      ...(after && { after }),
    };
    const rows =
      asOf === undefined
        ? await readingAs(asRead(this.resources.db), caller, (trx) =>
            listAgreements(trx, caller, filter),
          )
        : await listAgreementsAt(this.resources, caller, momentOf('asOf', asOf), filter);
    const language = preferredLanguage(accepted);
    const page = rows.slice(0, limit);
    const names = await namesOf(
      this.resources.db,
      page.flatMap((row) => [row.lead, row.twinned]),
      page.map((row) => row.committee),
    );
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((row) => ({
        id: row.agreement,
        version: row.version,
        status: row.status,
        statusText: statusText(row.status, row.start_ahead, language),
        phase: row.phase,
        phaseText: label('phase', row.phase, language),
        type: row.type,
        typeText: label('type', row.type, language),
        lead: row.lead,
        leadAcronym: names.member(row.lead),
        twinned: row.twinned,
        twinnedAcronym: names.member(row.twinned),
        committee: row.committee,
        committeeReference: names.committee(row.committee),
        workingGroup: row.working_group,
        start: row.start_day,
        end: row.end_day,
        nextDeadline: row.deadline_shown?.toISOString() ?? null,
        updatedAt: row.updated_at.toISOString(),
      })),
      next:
        last === undefined
          ? null
          : encodeCursor({ updatedAt: last.updated_at.toISOString(), ordinal: last.ordinal }),
    };
  }

  @Get(':id')
  async detail(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query('version') version: string | undefined,
    @Query('asOf') asOf: string | undefined,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const until = AgreementReader.until(version, asOf);
    const detail = await this.reader.detail(caller, id, until, preferredLanguage(accepted));
    void reply.header('ETag', `"${String(detail.version)}"`);
    return detail;
  }

  @Get(':id/timeline')
  async timeline(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query('version') version: string | undefined,
    @Query('asOf') asOf: string | undefined,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const until = AgreementReader.until(version, asOf);
    return { items: await this.reader.timeline(caller, id, until, preferredLanguage(accepted)) };
  }

  @Get(':id/versions')
  async versions(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const language = preferredLanguage(accepted);
    return { items: await versionsOf(this.resources, this.reader, caller, id, language) };
  }

  @Get(':id/deadlines')
  async deadlines(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query('version') version: string | undefined,
    @Query('asOf') asOf: string | undefined,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const until = AgreementReader.until(version, asOf);
    return { items: await this.reader.deadlines(caller, id, until, preferredLanguage(accepted)) };
  }

  @Get(':id/events')
  async events(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query('after') after: string | undefined,
  ) {
    const { after: from } = parseQuery(eventsQuery, { after });
    return { items: await this.reader.events(caller, id, from) };
  }
}

const eventsQuery = z.object({
  after: wholeNumber().pipe(z.number().max(2_147_483_647)).default(0),
});
