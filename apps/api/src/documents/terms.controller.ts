import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import { z } from 'zod';
import { AgreementReader } from '../agreements/reader.js';
import { Caller, Policy } from '../auth/guard.js';
import { parseQuery, wholeNumber } from '../problems/parse.js';
import { Resources } from '../resources.js';
import { TermsReader } from './terms.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits');
const version = wholeNumber().pipe(z.number().max(999_999_999));
const hashes = z.object({ from: hash, to: hash.optional() });
const versions = z.object({
  from: version,
  to: version.optional(),
  document: z.enum(['AGREEMENT', 'PLAN']).optional(),
  language: z.enum(['en', 'fr']).optional(),
});
const sentence = z.object({ sentence: z.string().min(1).max(4_000) });

/** How the terms came about: versions of a clause, where a sentence comes from, and differences word by word. */
@Policy('AGREEMENT')
@Controller('v1/agreements/:id')
export class TermsController {
  private readonly terms: TermsReader;

  constructor(resources: Resources, reader: AgreementReader) {
    this.terms = new TermsReader(resources, reader);
  }

  @Get('terms/difference')
  async difference(@Caller() caller: Principal, @Param('id') id: string, @Query() query: unknown) {
    const { from, to, document, language } = parseQuery(versions, query);
    return this.terms.between(caller, id, from, to, { document, language });
  }

  @Get('terms/starters')
  starters(@Caller() caller: Principal, @Param('id') id: string) {
    return this.terms.starters(caller, id);
  }

  @Get('clauses/:clause/history')
  history(@Caller() caller: Principal, @Param('id') id: string, @Param('clause') clause: string) {
    return this.terms.history(caller, id, clause);
  }

  @Get('clauses/:clause/origin')
  origin(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Param('clause') clause: string,
    @Query() query: unknown,
  ) {
    return this.terms.origin(caller, id, clause, parseQuery(sentence, query).sentence);
  }

  @Get('clauses/:clause/difference')
  ofClause(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Param('clause') clause: string,
    @Query() query: unknown,
  ) {
    const { from, to } = parseQuery(hashes, query);
    return this.terms.ofClause(caller, id, clause, from, to);
  }
}
