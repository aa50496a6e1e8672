import { AccessLog, historyOf } from '@twinning/engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { PAPER_KINDS, paperOf, renderPaper, type PaperKind } from '@twinning/documents';
import {
  dayAt,
  isWithheld,
  readsFor,
  rolesOf,
  sectionsFor,
  SECTIONS,
  type Principal,
  type Section,
} from '@twinning/domain';
import { sha256Of } from '@twinning/filing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AgreementReader } from '../agreements/reader.js';
import { Caller, Policy } from '../auth/guard.js';
import { correlationOf } from '../problems/correlation.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { distributionOf } from './distribution.js';
import { findPaper, issuePaper, papersOf, type IssuedPaper } from './issued.js';
import { paperSource } from './paper-source.js';
import { standingOf, textHashOf } from './printed.js';

const query = z.object({
  language: z.enum(['en', 'fr', 'both']).default('en'),
  version: z.coerce.number().int().min(1).max(999_999_999).optional(),
  /** The calendar year of a review, or which of the agreement's years. */
  year: z.coerce.number().int().min(1).max(9999).optional(),
});
const kinds = z.object({ kind: z.enum(PAPER_KINDS) });

/** The part of the agreement that a paper shows; the account shows all of them. */
const SHOWS: Readonly<Record<PaperKind, readonly Section[]>> = {
  agreement: ['negotiation'],
  plan: ['negotiation'],
  annex: ['negotiation'],
  'ballot-pack': ['approval'],
  'annual-review': ['oversight', 'execution'],
  'closure-report': ['ending', 'execution'],
  'evaluation-report': ['evaluation'],
  'audit-account': SECTIONS,
};

const DESKS: readonly string[] = ['TPM', 'TMB_SEC', 'ISO_CS', 'AUDITOR'];

/** Where the papers' addresses and codes point to. */
export class PublicAddress {
  constructor(readonly url: string) {}
}

/** Documents as PDF, and the answer to "is this the one that both signed?". */
@Controller('v1')
export class PapersController {
  constructor(
    private readonly resources: Resources,
    private readonly reader: AgreementReader,
    private readonly address: PublicAddress,
    private readonly accesses: AccessLog,
  ) {}

  @Policy('AGREEMENT')
  @Get('agreements/:id/papers')
  async list(@Caller() caller: Principal, @Param('id') id: string) {
    const state = await this.reader.state(caller, id);
    const sections = sectionsFor(caller, state);
    const shown = (kind: string) =>
      (SHOWS[kind as PaperKind] ?? SECTIONS).every((s) => sections.includes(s));
    const papers = await papersOf(this.resources.as(caller), id);
    return {
      kinds: PAPER_KINDS.filter(shown),
      items: papers.filter((p) => shown(p.kind)).map(viewOf),
    };
  }

  /** Who gets a copy or is informed, and when that was sent. */
  @Policy('AGREEMENT')
  @Get('agreements/:id/distribution')
  async distribution(@Caller() caller: Principal, @Param('id') id: string) {
    const state = await this.reader.state(caller, id);
    if (!sectionsFor(caller, state).includes('negotiation')) throw new Problem('FORBIDDEN');
    const { db, clock } = this.resources;
    return distributionOf(this.resources, state, dayAt(await clock.now(db)));
  }

  @Policy('AGREEMENT')
  @Get('agreements/:id/papers/:kind')
  async paper(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Param('kind') given: string,
    @Query() asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind = kinds.safeParse({ kind: given }).data?.kind;
    if (kind === undefined) throw new Problem('NOT_FOUND');
    const { language, version = null, year = null } = parseQuery(query, asked);
    const now = await this.reader.state(caller, id);
    const sections = sectionsFor(caller, now);
    if (!SHOWS[kind].every((s) => sections.includes(s))) throw new Problem('FORBIDDEN');
    const desk = caller.grants.some((grant) => DESKS.includes(grant.role));
    const source = await paperSource(this.resources, caller, id, {
      kind,
      version,
      year,
      publicUrl: this.address.url,
      refusalsOf: desk ? 'ALL' : caller.member,
    });
    if (source === null) {
      const faults = [{ pointer: 'version', expected: 'a version of the agreement' }];
      throw new Problem('INVALID_INPUT', { faults });
    }
    const bytes = await renderPaper(paperOf(kind, language, source));
    const { db, log, clock } = this.resources;
    const at = await clock.now(db);
    const issued = await db.transaction().execute((trx) =>
      issuePaper(trx, log, {
        sha256: sha256Of(bytes),
        agreement: id,
        kind,
        language,
        version: source.state.version,
        textHash: textHashOf(kind, source.state),
        bytes: bytes.length,
        actor: {
          person: caller.person,
          role: rolesOf(caller, now)[0] ?? 'CALLER',
          body: caller.member,
        },
        onBehalfOf: readsFor(caller, now) ?? caller.member,
        at,
        correlation: correlationOf(request),
        ruleset: now.ruleset,
      }),
    );
    // What is withheld from somebody is handed out to nobody unrecorded, also when its bytes are known already.
    if (isWithheld(SHOWS[kind])) {
      await this.accesses.record({
        kind: 'DocumentRead',
        agreement: id,
        caller,
        details: { document: issued.sha256, paper: kind },
        correlation: correlationOf(request),
      });
    }
    const name = `${kind}-${id.slice(0, 8)}-v${String(source.state.version)}-${language}.pdf`;
    void reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .header('Cache-Control', 'no-store')
      .header('Repr-Digest', `sha-256=:${Buffer.from(issued.sha256, 'hex').toString('base64')}:`)
      .header('Twinning-Record-Index', String(issued.index))
      .send(bytes);
  }

  /** A file dropped in: is it one of ours, of which agreement, and did both sign its text? */
  @Policy('SIGNED_IN')
  @Post('papers/check')
  @HttpCode(200)
  async check(@Caller() caller: Principal, @Body() body: unknown) {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    if (bytes.length === 0) throw new Problem('FILE_NOT_ACCEPTED', { reason: 'EMPTY' });
    const sha256 = sha256Of(bytes);
    const unknown = { sha256, known: false, paper: null, bothSigned: false, current: false };
    const paper = await findPaper(this.resources.as(caller), sha256);
    if (paper === null) return unknown;
    // A paper of an agreement that the caller may not see is as unknown as any other file.
    const state = await this.reader.state(caller, paper.agreement).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'NOT_FOUND') return null;
      throw error;
    });
    const sections = state === null ? [] : sectionsFor(caller, state);
    const shows = SHOWS[paper.kind as PaperKind];
    if (state === null || !shows.every((s) => sections.includes(s))) return unknown;
    const events = await historyOf(this.resources.as(caller), this.resources.log, paper.agreement);
    return {
      sha256,
      known: true,
      paper: { agreement: paper.agreement, ...viewOf(paper) },
      ...standingOf({ kind: paper.kind as PaperKind, version: paper.version }, state, events),
    };
  }
}

const viewOf = ({ sha256, kind, language, version, textHash, index, issuedAt }: IssuedPaper) => ({
  sha256,
  kind,
  language,
  version,
  textHash,
  index,
  issuedAt,
});
