import { Controller, Headers, HttpCode, Post, Query, Req } from '@nestjs/common';
import { dayAt, isDay, preferredLanguage, type Principal } from '@twinning/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { importRefusal, memberImportView, RegistryImports, senderOf } from './imports.js';
import { snapshotBytes, snapshotFormat } from './snapshot-upload.js';

/** A letter takes up to twelve bytes of an address, of whose head no more than 16 KiB are read. */
export const MAX_JUSTIFICATION = 1_000;

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');
const query = z.object({
  asOf: z.string().refine(isDay, 'a date YYYY-MM-DD').optional(),
  skipBad: flag,
  dryRun: flag,
  justification: z
    .string()
    .refine(
      (text) => [...text].length <= MAX_JUSTIFICATION,
      `at most ${String(MAX_JUSTIFICATION)} characters`,
    )
    .optional(),
});

/** Country, category and New Rights of ISO's members, which the data of the committees have not. */
@Policy('OPERATE')
@Controller('v1/registry/imports/members')
export class MemberImportController {
  constructor(
    private readonly imports: RegistryImports,
    private readonly resources: Resources,
  ) {}

  @Post()
  @HttpCode(200)
  async take(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { asOf, justification, ...flags } = parseQuery(query, given);
    const language = preferredLanguage(accepted);
    if (snapshotFormat(request) !== 'csv') throw new Problem('UNSUPPORTED_MEDIA_TYPE');
    const { db, clock } = this.resources;
    const options = {
      ...flags,
      by: senderOf(caller),
      asOf: asOf ?? dayAt(await clock.now(db)),
      ...(justification !== undefined && { justification }),
    };
    const result = await this.imports.takeMembers(await textOf(request), options);
    if (result.kind === 'REFUSED') throw importRefusal(result, language);
    return memberImportView(result, options, language);
  }
}

async function textOf(request: FastifyRequest): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of snapshotBytes(request)) pieces.push(piece);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new Problem('MALFORMED');
  }
}
