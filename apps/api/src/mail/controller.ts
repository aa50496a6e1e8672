import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  asRead,
  changeSettings,
  readSettings,
  RHYTHMS,
  type MailSettings,
  type ShownSettings,
} from '@twinning/engine';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Public } from '../auth/guard.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

const UNSUBSCRIBE = '/v1/mail-settings/:secret/unsubscribe';

const change = z.strictObject({
  rhythm: z.enum(RHYTHMS).optional(),
  news: z.enum(['true', 'false']).optional(),
});

/** How often an address of e-mail hears of what can wait. The link in each message is the key: its reader may have no account. */
@Controller('v1/mail-settings')
export class MailSettingsController {
  constructor(private readonly resources: Resources) {}

  @Public()
  @Get(':secret')
  async read(@Param('secret') secret: string): Promise<ShownSettings> {
    return known(await readSettings(asRead(this.resources.db), secret));
  }

  @Public()
  @Post(':secret')
  @HttpCode(200)
  change(@Param('secret') secret: string, @Query() given: unknown): Promise<ShownSettings> {
    const { rhythm, news } = parseQuery(change, given);
    return this.set(secret, {
      ...(rhythm !== undefined && { rhythm }),
      ...(news !== undefined && { news: news === 'true' }),
    });
  }

  /** What the receiver's own program sends at one click (RFC 8058); nobody has to sign in or confirm. */
  @Public()
  @Post(':secret/unsubscribe')
  @HttpCode(200)
  unsubscribe(@Param('secret') secret: string): Promise<ShownSettings> {
    return this.set(secret, { news: false });
  }

  private async set(secret: string, settings: Partial<MailSettings>): Promise<ShownSettings> {
    return known(await changeSettings(this.resources.db, { secret }, settings));
  }
}

const known = (settings: ShownSettings | null): ShownSettings => {
  if (settings === null) throw new Problem('NOT_FOUND');
  return settings;
};

/** RFC 8058 lets a receiver send its click as a form of several parts: nothing of it is read, and no other address takes one. */
export function acceptUnsubscribing(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'string', bodyLimit: 4_096 },
    (request, _, done) => {
      if (request.routeOptions.url === UNSUBSCRIBE) done(null, {});
      else done(new Problem('UNSUPPORTED_MEDIA_TYPE'));
    },
  );
}
