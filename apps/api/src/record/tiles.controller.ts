import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { checkpointNow, parseTilePath, readTile } from '@twinning/event-log';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/guard.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

/**
 * The record as C2SP tlog-tiles serves it: checkpoint and hash tiles for everybody who mirrors or watches it. Entries
 * are never public: there are no entry bundles.
 */
@Public()
@Controller()
export class TilesController {
  constructor(private readonly resources: Resources) {}

  @Get('checkpoint')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  checkpoint(): Promise<string> {
    return checkpointNow(this.resources.db, this.resources.signer);
  }

  @Get('tile/*')
  async tile(
    @Param('*') given: string | readonly string[],
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const tile = parseTilePath(typeof given === 'string' ? given : given.join('/'));
    const bytes = tile === null ? null : await readTile(this.resources.db, tile);
    if (bytes === null) throw new Problem('NOT_FOUND');
    // Not immutable: a record that is put back from a backup and goes on has another first leaf, other hashes above it, and
    // other leaves in the place of those that were lost, under the same addresses.
    void reply
      .header('Content-Type', 'application/octet-stream')
      .header('Cache-Control', 'no-cache');
    return bytes;
  }
}
