import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, Policy } from '../auth/guard.js';
import { Sessions } from '../auth/sessions.js';
import { Standings } from '../people/standings.js';
import { parseQuery, wholeNumber } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { LiveFeed } from './feed.js';
import { UpdateStream } from './stream.js';

const STREAMS_PER_PERSON = 20;
/** A token is judged when it is sent: after this time its owner has to send it again. */
const TOKEN_MS = 5 * 60_000;

const index = wholeNumber(-1).optional();

/** Tells at once what changed, for as long as the caller is signed in. */
@Policy('OWN')
@Controller('v1/updates')
export class UpdatesController {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly resources: Resources,
    private readonly feed: LiveFeed,
    private readonly sessions: Sessions,
    private readonly standings: Standings,
  ) {}

  @Get()
  async updates(
    @Caller() caller: Principal,
    @Query('after') after: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const seen = parseQuery(index, request.headers['last-event-id'] ?? after);
    const size = await this.feed.size();
    const { person } = caller;
    const count = this.open.get(person) ?? 0;
    if (count >= STREAMS_PER_PERSON) throw new Problem('TOO_MANY_STREAMS');
    this.open.set(person, count + 1);

    const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(Object.fromEntries(headers) as Record<string, string>),
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that gathers answers would hold back what should be told at once.
      'X-Accel-Buffering': 'no',
    });
    const id = request.headers.authorization === undefined ? this.sessions.idOf(request) : null;
    const stream = new UpdateStream(reply.raw, {
      db: this.resources.db,
      feed: this.feed,
      caller: () => this.standings.now(caller),
      // A place beyond the record is of another record: from there on nothing would ever come.
      from: seen === undefined || seen >= size ? size : seen + 1,
      stands: async () =>
        (id === null || (await this.sessions.stands(id))) && this.isStillSomebody(caller),
    });
    const unwatch =
      id === null
        ? undefined
        : this.sessions.watch(id, () => {
            stream.end('ended');
          });
    const timer =
      id === null
        ? setTimeout(() => {
            stream.end();
          }, TOKEN_MS)
        : undefined;
    reply.raw.once('close', () => {
      clearTimeout(timer);
      unwatch?.();
      const left = (this.open.get(person) ?? 1) - 1;
      if (left === 0) this.open.delete(person);
      else this.open.set(person, left);
    });
  }

  // Ended by their body, or left without any role, since the stream was opened.
  private async isStillSomebody(then: Principal): Promise<boolean> {
    const { grants, former } = await this.standings.now(then);
    const isEnded = former === true && then.former !== true;
    return !isEnded && (grants.length > 0 || then.grants.length === 0);
  }
}
