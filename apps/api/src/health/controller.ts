import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import { preferredLanguage } from '@twinning/domain';
import { ailments, within, workersPresent, WriteProbe } from '@twinning/engine';
import { logSize } from '@twinning/event-log';
import type { FastifyReply } from 'fastify';
import { Public, Uncounted } from '../auth/guard.js';
import { Resources } from '../resources.js';
import { reasonText, type HealthReason } from './texts.js';

/** A probe that hangs tells nothing: silence counts as absence after this. */
const PATIENCE_MS = 3_000;

/** A probe that writes costs a commit: one in this time, however often somebody asks. */
const WRITES_EVERY_MS = 5_000;

interface Ailing {
  readonly reason: HealthReason;
  readonly count: number;
}

const CANNOT_WRITE: Ailing = { reason: 'CANNOT_WRITE', count: 1 };
const NO_WORKER: Ailing = { reason: 'NO_WORKER', count: 1 };

type State = 'ready' | 'degraded' | 'down';

/** Live: the process answers. Ready: what it stands on answers, with a reason for each part that does not. */
@Public()
@Uncounted()
@Controller('health')
export class HealthController {
  private readonly probe: WriteProbe;

  constructor(private readonly resources: Resources) {
    this.probe = new WriteProbe(resources.health, {
      everyMs: WRITES_EVERY_MS,
      patienceMs: PATIENCE_MS,
    });
  }

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accepted?: string,
  ) {
    const [record, conductor, ailing, writes] = await Promise.all([
      this.record(),
      this.conductor(),
      this.ailing(),
      this.probe.writes(),
    ]);
    // A database that does not answer is told as such, by `record`.
    const found = record === 'ok' ? [...ailing, ...(writes ? [] : [CANNOT_WRITE])] : [];
    const language = preferredLanguage(accepted);
    const reasons = found.map((one) => ({ ...one, text: reasonText(one.reason, language) }));
    // Without Temporal the API still reads, and stores commands that are carried out later.
    const isWell = conductor === 'ok' && reasons.length === 0;
    const status: State = record !== 'ok' ? 'down' : isWell ? 'ready' : 'degraded';
    void reply.header('Cache-Control', 'no-store').status(status === 'down' ? 503 : 200);
    return { status, record, conductor, reasons };
  }

  private async record(): Promise<string> {
    try {
      const size = await within(PATIENCE_MS, logSize(this.resources.health));
      return size > 0 ? 'ok' : 'the log has not been opened';
    } catch {
      return 'PostgreSQL does not answer';
    }
  }

  // Whoever cannot look does not know, and says so: no answer is not a good one.
  private async ailing(): Promise<readonly Ailing[]> {
    const { health, continuity } = this.resources;
    const looked = async (): Promise<readonly Ailing[]> => [
      ...(await ailments(health)),
      ...((await workersPresent(health)) === 0 ? [NO_WORKER] : []),
    ];
    const found = await within(PATIENCE_MS, looked()).catch(() => [
      { reason: 'UNKNOWN' as const, count: 1 },
    ]);
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
