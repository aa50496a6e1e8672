import { Controller, Get, Header, Res } from '@nestjs/common';
import { ailments, within, type Ailment } from '@twinning/engine';
import { logSize } from '@twinning/event-log';
import type { FastifyReply } from 'fastify';
import { Public, Uncounted } from '../auth/guard.js';
import { Resources } from '../resources.js';

/** A probe that hangs tells nothing: silence counts as absence after this. */
const PATIENCE_MS = 3_000;

type State = 'ready' | 'degraded' | 'down';

/** Live: the process answers. Ready: what it stands on answers, with a reason for each part that does not. */
@Public()
@Uncounted()
@Controller('health')
export class HealthController {
  constructor(private readonly resources: Resources) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [record, conductor, reasons] = await Promise.all([
      this.record(),
      this.conductor(),
      this.ailing(),
    ]);
    // Without Temporal the API still reads, and stores commands that are carried out later.
    const isWell = conductor === 'ok' && reasons.length === 0;
    const status: State = record !== 'ok' ? 'down' : isWell ? 'ready' : 'degraded';
    void reply.header('Cache-Control', 'no-store').status(status === 'down' ? 503 : 200);
    return { status, record, conductor, reasons };
  }

  private async record(): Promise<string> {
    try {
      const size = await within(PATIENCE_MS, logSize(this.resources.db));
      return size > 0 ? 'ok' : 'the log has not been opened';
    } catch {
      return 'PostgreSQL does not answer';
    }
  }

  // Silence of the database is told as such, by `record`.
  private async ailing(): Promise<readonly Ailment[]> {
    const { db, continuity } = this.resources;
    const found = await within(PATIENCE_MS, ailments(db)).catch(() => []);
    return continuity.fault === null
      ? found
      : [{ reason: 'RECORD_NOT_CONTINUED', count: 1 }, ...found];
  }

  private async conductor(): Promise<string> {
    const { sender } = this.resources;
    if (!(await sender.ready())) return 'Temporal does not answer';
    return (await sender.hasWorker()) ? 'ok' : 'no worker carries out commands';
  }
}
