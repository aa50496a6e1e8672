import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { canSee, type Principal } from '@twinning/domain';
import { asRead, within, type RefusalLedger } from '@twinning/engine';
import { loadState, readingAs } from '@twinning/read-model';
import type { FastifyRequest } from 'fastify';
import { callerIn } from '../auth/callers.js';
import { commandAt } from '../commands/command-names.js';
import type { Limit, SharedLimiter } from '../limits/shared-limiter.js';
import type { Resources } from '../resources.js';
import { correlationOf } from './correlation.js';
import type { EdgeCode } from './problem.js';

/**
 * Entries of one person in the ledger, and as many again for what leaves the service as a file; what they try beyond is
 * told by the process log alone.
 */
export const LEDGER_BUDGET: Limit = { name: 'ledger', points: 30, seconds: 3_600 };

/** Nobody waits longer for their refusal because it is written down. */
const PATIENCE_MS = 2_000;

/** How long refusals are summed up before their entry is written, and for how many persons and codes at once at most. */
const SUMMED_MS = 3_600_000;
const SUMMED_AT_ONCE = 10_000;

interface Summed {
  readonly code: EdgeCode;
  readonly caller: Principal;
  readonly correlation: string;
  readonly routes: Set<string>;
  count: number;
}

const RECORDED: ReadonlySet<EdgeCode> = new Set(['FORBIDDEN', 'STEP_UP_REQUIRED']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Routes at which a file is handed out: nothing else that is refused uses up their entries. */
const OF_FILES = /^\/v1\/agreements\/:\w+\/(case-file|papers|attachments)(\/|$)/;

interface Params {
  readonly id?: string;
  readonly agreement?: string;
  readonly command?: string;
}

/**
 * Writes into the refusal ledger what the edge refuses to a person it knows (decisions 0036, 0071). What is not shown (404)
 * and what is refused beyond the budget is summed up: one entry an hour, process and person, with the number and the routes.
 */
export class RefusedAccesses implements OnModuleDestroy {
  private readonly logger = new Logger('ledger');
  private readonly summed = new Map<string, Summed>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly resources: Resources,
    private readonly ledger: RefusalLedger,
    private readonly budget: SharedLimiter,
  ) {}

  /** Resolves when it is written, or will not be: a refusal stays one whatever becomes of its entry. */
  async note(code: EdgeCode, request: FastifyRequest): Promise<void> {
    const caller = callerIn(request);
    if (caller === undefined || this.resources.continuity.fault !== null) return;
    // An id that was made up and one that is another's are counted alike, and neither is written down.
    if (code === 'NOT_FOUND' && hasIds(request)) this.sum(code, caller, request);
    if (!RECORDED.has(code)) return;
    // Beyond the budget nothing is read or written: a refusal must cost no more than an answer.
    const account = accountOf(caller, request);
    if (this.budget.waitFor(account) > 0) {
      this.sum(code, caller, request);
      return;
    }
    try {
      await within(PATIENCE_MS, this.write(caller, account, code, request));
    } catch (error) {
      this.logger.warn(`not recorded: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.flush();
  }

  /** Writes what has been summed up until now. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const all = [...this.summed.values()];
    this.summed.clear();
    // Side by side: a process that stops waits once, not once for each.
    await Promise.all(all.map((one) => this.writeSum(one)));
  }

  private async writeSum({ code, caller, correlation, routes, count }: Summed): Promise<void> {
    const route = [...routes].sort().join(', ');
    const entry = { code, route, command: null, agreement: null, last: false, count };
    try {
      await within(PATIENCE_MS, this.ledger.record({ ...entry, caller, correlation }));
    } catch (error) {
      this.logger.warn(`not recorded: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private sum(code: EdgeCode, caller: Principal, request: FastifyRequest): void {
    const key = `${code} ${caller.person}`;
    const known = this.summed.get(key);
    if (known === undefined && this.summed.size >= SUMMED_AT_ONCE) return;
    const of = known ?? {
      ...{ code, caller, correlation: correlationOf(request) },
      ...{ routes: new Set<string>(), count: 0 },
    };
    of.count += 1;
    of.routes.add(routeOf(request));
    this.summed.set(key, of);
    this.timer ??= setTimeout(() => void this.flush(), SUMMED_MS).unref();
  }

  private async write(
    caller: Principal,
    account: string,
    code: EdgeCode,
    request: FastifyRequest,
  ): Promise<void> {
    await this.budget.count(account);
    const { id, agreement = id, command } = request.params as Params;
    await this.ledger.record({
      code,
      route: routeOf(request),
      command: command === undefined ? null : (commandAt(command) ?? null),
      agreement: await this.seen(caller, agreement),
      last: this.budget.waitFor(account) > 0,
      caller,
      correlation: correlationOf(request),
    });
  }

  // An id that somebody made up or may not see is not written down as one of ours.
  private async seen(caller: Principal, id: string | undefined): Promise<string | null> {
    if (id === undefined || !UUID.test(id)) return null;
    const state = await readingAs(asRead(this.resources.db), caller, (trx) => loadState(trx, id));
    return state !== null && canSee(caller, state) ? id : null;
  }
}

const accountOf = ({ person }: Principal, { routeOptions }: FastifyRequest): string =>
  OF_FILES.test(routeOptions.url ?? '') ? `${person} files` : person;

const routeOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${routeOptions.url ?? '-'}`;

const hasIds = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.includes(':') === true;
