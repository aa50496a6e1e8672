import { Body, Controller, Get, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { preferredLanguage, type Principal } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { correlationOf } from '../problems/correlation.js';
import { Problem } from '../problems/problem.js';
import { commandAt } from './command-names.js';
import { CommandService, receiptAddress, type Answer } from './service.js';

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** The version in `If-Match: "12"`; null when the header is absent. */
export function versionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim());
  if (match === null) {
    throw new Problem('INVALID_INPUT', {
      faults: [{ pointer: 'If-Match', expected: 'the ETag of the agreement, e.g. "12"' }],
    });
  }
  return Number(match[1]);
}

const EARLIEST = Date.parse('1900-01-01T00:00:00Z');
// `Date.parse` alone takes "1" and "Jan 1, 2024 (x)" as well, and years that the database does not know.
const instant = z.iso.datetime({ offset: true }).refine((text) => Date.parse(text) >= EARLIEST);

function occurredOn(request: FastifyRequest): string | undefined {
  const value = header(request, 'twinning-occurred-on');
  if (value === undefined) return undefined;
  const read = instant.safeParse(value);
  if (read.success) return new Date(read.data).toISOString();
  throw new Problem('INVALID_INPUT', {
    faults: [
      {
        pointer: 'Twinning-Occurred-On',
        expected: 'an instant in RFC 3339 with its zone, not before 1900',
      },
    ],
  });
}

/** Commands: one address each below the agreement; the first of an agreement is posted to the collection. */
@Policy('COMMAND')
@Controller('v1')
export class CommandsController {
  constructor(private readonly commands: CommandService) {}

  @Post('agreements')
  start(
    @Caller() caller: Principal,
    @Body() payload: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(caller, null, 'StartDraft', payload, request, reply);
  }

  @Post('agreements/catch-up')
  catchUp(
    @Caller() caller: Principal,
    @Body() payload: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(caller, null, 'OpenCatchUp', payload, request, reply);
  }

  @Post('agreements/:agreement/:command')
  async command(
    @Caller() caller: Principal,
    @Param('agreement') agreement: string,
    @Param('command') path: string,
    @Body() payload: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const type = commandAt(path);
    if (type === undefined) throw new Problem('NOT_FOUND');
    return this.send(caller, agreement, type, payload, request, reply);
  }

  @Policy('OWN')
  @Get('commands/:id')
  async find(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const language = preferredLanguage(accepted);
    return this.reply(await this.commands.find(caller, id, language), reply, 200);
  }

  private async send(
    caller: Principal,
    agreement: string | null,
    type: string,
    payload: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const answer = await this.commands.send({
      caller,
      key: header(request, 'idempotency-key'),
      agreement,
      type,
      payload: payload ?? {},
      expectedVersion: agreement === null ? null : versionOf(header(request, 'if-match')),
      occurredOn: occurredOn(request),
      correlation: correlationOf(request),
      language: preferredLanguage(request.headers['accept-language']),
    });
    return this.reply(answer, reply, agreement === null ? 201 : 200);
  }

  private reply(answer: Answer, reply: FastifyReply, status: number) {
    const at = `/v1/commands/${answer.command}`;
    void reply.header('Cache-Control', 'no-store');
    if (!answer.decided || answer.outcome === null) {
      void reply.status(202).header('Location', at).header('Retry-After', '5');
      return { command: answer.command, agreement: answer.agreement, status: 'STORED', at };
    }
    const { version, decidedAt, events } = answer.outcome;
    void reply.status(status).header('ETag', `"${String(version)}"`);
    if (status === 201) void reply.header('Location', `/v1/agreements/${answer.agreement}`);
    return {
      command: answer.command,
      agreement: answer.agreement,
      status: 'ACCEPTED',
      version,
      decidedAt,
      events,
      receipt: receiptAddress(answer.command),
      ...answer.receipt,
    };
  }
}
