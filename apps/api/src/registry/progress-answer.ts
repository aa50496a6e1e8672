import type { FastifyReply } from 'fastify';

export const LINES = 'application/x-ndjson';

/** An answer in lines of JSON: each step as it is done, the result last. Nothing is sent before the first line. */
export class ProgressAnswer {
  private last = '';

  constructor(private readonly reply: FastifyReply) {}

  get hasBegun(): boolean {
    return this.reply.sent;
  }

  /** One line per step and hundredth: a thousand committees make no thousand lines. */
  progress(step: string, done: number, total: number): void {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
    const now = `${step} ${String(percent)}`;
    if (now === this.last) return;
    this.last = now;
    this.line({ kind: 'PROGRESS', step, done, total });
  }

  end(value: object): void {
    this.line(value);
    this.reply.raw.end();
  }

  private line(value: object): void {
    if (!this.hasBegun) this.begin();
    // Whoever went away reads nothing; what was begun is ended all the same.
    if (!this.reply.raw.destroyed) this.reply.raw.write(`${JSON.stringify(value)}\n`);
  }

  private begin(): void {
    const headers = Object.entries(this.reply.getHeaders()).filter(([, v]) => v !== undefined);
    this.reply.hijack();
    this.reply.raw.writeHead(200, {
      ...(Object.fromEntries(headers) as Record<string, string>),
      'Content-Type': `${LINES}; charset=utf-8`,
      'Cache-Control': 'no-store',
      // A proxy that gathers answers would hold back what should be told at once.
      'X-Accel-Buffering': 'no',
    });
  }
}
