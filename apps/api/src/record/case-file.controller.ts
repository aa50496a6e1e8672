import { Controller, Get, Header, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { prepareCaseFile, type ShownOf } from '@twinning/case-file';
import {
  isForAll,
  isLeafShown,
  preferredLanguage,
  sectionsFor,
  SECTIONS,
  shownPayload,
  type Principal,
  type Section,
} from '@twinning/domain';
import { AccessLog, findCommand } from '@twinning/engine';
import type { Withhold } from '@twinning/event-log';
import { readingAs } from '@twinning/read-model';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AgreementReader } from '../agreements/reader.js';
import { Caller, Policy } from '../auth/guard.js';
import { Files } from '../documents/attachments.controller.js';
import { correlationOf } from '../problems/correlation.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { AgreementHistory, momentOf } from './agreement-history.js';
import { Receipts } from './receipts.js';
import { runHistories } from './run-histories.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const caseQuery = z.object({
  withhold: z
    .string()
    .max(1_000)
    .default('')
    .transform((names) => names.split(',').filter((name) => name !== '')),
  /** Sizes of checkpoints that somebody has kept, separated by commas. */
  since: z
    .string()
    .regex(/^[1-9]\d{0,14}(,[1-9]\d{0,14}){0,19}$/)
    .transform((sizes) => sizes.split(',').map(Number))
    .optional(),
  /** `none` leaves the documents out: their hashes stand in the events all the same. */
  documents: z.enum(['all', 'none']).default('all'),
});
const between = z.object({ from: z.string().max(40), to: z.string().max(40).optional() });

/** What proves itself outside of the service: case files and receipts; and what changed between two moments. */
@Controller('v1')
export class CaseFileController {
  private readonly history: AgreementHistory;

  constructor(
    private readonly resources: Resources,
    private readonly reader: AgreementReader,
    private readonly accesses: AccessLog,
    private readonly files: Files,
    private readonly receipts: Receipts,
  ) {
    this.history = new AgreementHistory(resources);
  }

  private get stores() {
    const { db, log, signer } = this.resources;
    return { db, log, signer };
  }

  @Policy('AGREEMENT')
  @Get('agreements/:id/case-file')
  async caseFile(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const state = await this.reader.state(caller, id);
    // A case file shows every part: whoever reads only some of them gets none.
    if (sectionsFor(caller, state).length < SECTIONS.length) throw new Problem('FORBIDDEN');
    const { withhold, since, documents } = parseQuery(caseQuery, given);
    const reader = this.resources.as(caller);
    const prepared = await prepareCaseFile({ ...this.stores, reader }, id, {
      withhold: withheldFrom(caller, withhold),
      histories: await runHistories(this.resources, id),
      since,
      vault: documents === 'none' ? undefined : this.files.vault,
    });
    if (prepared === null) throw new Problem('NOT_FOUND');
    // Recorded before anything leaves; when it cannot be recorded, nothing leaves.
    await this.accesses.record({
      kind: 'CaseFileExported',
      agreement: id,
      caller,
      details: {
        ...{ version: state.version, withheld: withhold.length },
        documents: prepared.documents,
      },
      correlation: correlationOf(request),
    });
    void reply
      .header('Content-Type', 'application/zip')
      .header('Content-Disposition', `attachment; filename="case-${id}.zip"`)
      .header('Cache-Control', 'no-store')
      // Piece by piece: the documents of an agreement may be larger than what a request should hold.
      .send(Readable.from(prepared.pieces(), { objectMode: false }));
  }

  @Policy('OWN')
  @Get('commands/:id/receipt')
  @Header('Cache-Control', 'no-store')
  async receipt(@Caller() caller: Principal, @Param('id') id: string) {
    const found = UUID.test(id)
      ? await readingAs(this.resources.db, caller, (trx) => findCommand(trx, id, caller))
      : null;
    if (found === null || found.outcome === null) throw new Problem('NOT_FOUND');
    const { agreement, outcome, person } = found;
    // Without a body one stands beside the desks of ISO: the body alone opens nothing.
    const shownOf =
      person === caller.person
        ? ownTo(caller)
        : shownTo((await this.reader.open(caller, agreement)).sections);
    const receipt = await this.receipts.ofCommand(caller, { id, agreement, outcome }, shownOf);
    if (receipt === null) throw new Problem('NOT_FOUND');
    return receipt;
  }

  @Policy('AGREEMENT')
  @Get('agreements/:id/difference')
  async difference(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { from, to } = parseQuery(between, given);
    const { sections } = await this.reader.open(caller, id);
    return this.history.difference(caller, id, { from, to }, sections, preferredLanguage(accepted));
  }

  /** The whole programme between two dates, or two sizes of the record. */
  @Policy('SIGNED_IN')
  @Get('difference')
  async programme(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { from, to } = parseQuery(between, given);
    return this.history.programme(
      caller,
      momentOf('from', from),
      to === undefined ? null : momentOf('to', to),
      preferredLanguage(accepted),
    );
  }
}

// One's own command is known to its sender; a colleague at the same desk may read fewer sections.
const shownTo =
  (sections: readonly Section[]): ShownOf =>
  (event, payload) =>
    isLeafShown(sections, event) ? shownPayload(sections, { type: event.type, payload }) : null;

const DESKS: readonly string[] = ['TPM', 'TMB_SEC', 'ISO_CS', 'AUDITOR'];
const isDesk = ({ grants }: Principal): boolean =>
  grants.some((g) => isForAll(g) && DESKS.includes(g.role));

// What a decision read is of other agreements and bodies too: a desk needs it to decide again, a partner proves it unseen.
const ownTo =
  (caller: Principal): ShownOf =>
  (_, payload) => {
    const { $read, ...rest } = payload;
    return isDesk(caller) ? payload : rest;
  };

// What the other partner tried in vain is its own affair: a partner's copy proves that something was refused, not what.
const withheldFrom = (caller: Principal, fields: readonly string[]): Withhold => {
  const desk = isDesk(caller);
  return ({ stream, actor }, field) =>
    fields.includes(field) ||
    (!desk &&
      (field === '$read' || (stream.startsWith('refusals/') && actor.body !== caller.member)));
};
