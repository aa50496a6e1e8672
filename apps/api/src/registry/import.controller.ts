import { Controller, HttpCode, Logger, Post, Query, Req, Res } from '@nestjs/common';
import { isDay, preferredLanguage, type Principal } from '@twinning/domain';
import { parseCommittees } from '@twinning/registry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { correlationOf } from '../problems/correlation.js';
import { toProblem } from '../problems/filter.js';
import { parseQuery } from '../problems/parse.js';
import { EDGE_TEXTS } from '../problems/texts.js';
import { importRefusal, importView, RegistryImports, senderOf } from './imports.js';
import { LINES, ProgressAnswer } from './progress-answer.js';
import { snapshotBytes, snapshotFormat } from './snapshot-upload.js';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');
const query = z.object({
  asOf: z.string().refine(isDay, 'a date YYYY-MM-DD').optional(),
  skipBad: flag,
  dryRun: flag,
  dissolve: flag,
  coverage: z.enum(['WHOLE', 'SOME_COMMITTEES']).default('WHOLE'),
});

/** Snapshots of ISO's committees are sent here as files; no address is ever fetched for a caller. */
@Policy('OPERATE')
@Controller('v1/registry/imports')
export class RegistryImportController {
  private readonly logger = new Logger('registry');

  constructor(private readonly imports: RegistryImports) {}

  @Post()
  @HttpCode(200)
  async take(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { asOf, ...options } = parseQuery(query, given);
    const language = preferredLanguage(request.headers['accept-language']);
    const snapshot = await parseCommittees(snapshotBytes(request), snapshotFormat(request));
    const lines = (request.headers.accept ?? '').includes(LINES) ? new ProgressAnswer(reply) : null;
    try {
      const result = await this.imports.take(snapshot, {
        ...options,
        ...(asOf !== undefined && { asOf }),
        by: senderOf(caller),
        onProgress: ({ step, done, total }) => lines?.progress(step, done, total),
      });
      if (result.kind === 'REFUSED') throw importRefusal(result, language);
      const view = importView(result, options.dryRun, language);
      if (lines === null) void reply.send(view);
      else lines.end({ kind: 'RESULT', result: view });
    } catch (error) {
      // Once lines were sent, the status has been sent with them: what went wrong is then the last line.
      if (lines?.hasBegun !== true) throw error;
      const { code } = toProblem(error);
      const correlation = correlationOf(request);
      this.logger.error(`${correlation}: ${String(error)}`);
      const { title, help } = EDGE_TEXTS[language][code];
      lines.end({ kind: 'FAILED', code, title, detail: help, correlation });
    }
  }
}
