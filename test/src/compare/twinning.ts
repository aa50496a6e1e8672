import { agreementStream, check, storedClock } from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import { World } from '../faults/world.js';
import type { Processes } from '../support/processes.js';
import { COMMITTEE } from '../support/request.js';
import type { OwnServers } from '../support/servers.js';
import type { Application, Heard } from './application.js';
import { askJson } from './ask.js';

const SETTLE_MS = 60_000;
const KEY = /f[0-9a-f]{16}/;

/** The product itself. A command is an edit of a draft, whose text is the command's key. */
export class Twinning implements Application {
  readonly name = 'Twinning';

  private constructor(private readonly world: World) {}

  static async start(): Promise<Twinning> {
    return new Twinning(await World.start());
  }

  get servers(): OwnServers {
    return this.world.servers;
  }

  get processes(): Processes {
    return this.world.product.processes;
  }

  async open(count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
      const { body } = await this.world.product.act('asi.rep', null, 'start-draft', draft);
      ids.push(String(body.agreement));
    }
    return ids;
  }

  async read(agreement: string): Promise<number | null> {
    const answer = await this.ask(`/v1/agreements/${agreement}`, {});
    return answer?.status === 200 ? Number(answer.body.version) : null;
  }

  async send(agreement: string, key: string, saw: number): Promise<Heard> {
    const answer = await this.ask(`/v1/agreements/${agreement}/edit-request`, {
      method: 'POST',
      body: JSON.stringify({ goals: key }),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'If-Match': `"${String(saw)}"`,
      },
    });
    if (answer?.status === 200) return { version: Number(answer.body.version) };
    const { status = 0, body } = answer ?? {};
    const isRefused = [403, 404, 409, 412, 422].includes(status) && typeof body?.code === 'string';
    return isRefused ? 'refused' : null;
  }

  async carriedOut(agreement: string): Promise<readonly string[]> {
    const events = await new EventLog(null).readStream(
      this.world.product.db,
      agreementStream(agreement),
    );
    return events.flatMap(({ payload }) => {
      const [text] = JSON.stringify(payload).match(KEY) ?? [];
      return text === undefined ? [] : [text];
    });
  }

  async contradictions(): Promise<number> {
    const { violations } = await check({
      db: this.world.product.db,
      log: new EventLog(null),
      keys: null,
      clock: storedClock(),
      conductor: this.world.product.sender,
      settleMs: SETTLE_MS,
    });
    for (const { invariant, subject, what } of violations) {
      console.log(`      ${invariant} ${subject}: ${what}`);
    }
    return violations.length;
  }

  stop(): Promise<void> {
    return this.world.stop();
  }

  private async ask(path: string, init: RequestInit) {
    const Authorization = `Bearer ${await this.world.product.token('asi.rep')}`;
    return askJson(`${this.world.product.url}${path}`, {
      ...init,
      headers: { ...init.headers, Authorization },
    });
  }
}
