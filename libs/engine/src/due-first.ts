import {
  dayAt,
  deadlines,
  fireNext,
  needsOf,
  toMs,
  type Agreement,
  type Instant,
} from '@twinning/domain';
import type { EventLog, Head, JsonObject } from '@twinning/event-log';
import { projectAgreement } from '@twinning/read-model';
import { hashOf } from './commands.js';
import { commitOf } from './commit-of.js';
import { asRead, type Trx } from './database.js';
import { loadFacts, type DueOfHolder } from './facts.js';
import { noticesOf, type Notice } from './outbox/notices.js';
import { decideReading } from './reading.js';
import { stateToLookAt } from './state-to-decide.js';

/** A transaction that holds the log's head lock. */
export interface UnderLock {
  readonly trx: Trx;
  readonly log: EventLog;
  readonly head: Head;
  /** The clock's instant, whatever day an entry of the past bears. */
  readonly now: Instant;
  /** Messages that the commits of this transaction cause, written before it ends. */
  readonly outgoing: Notice[];
}

const entersThePast = (state: Agreement): boolean => state.catchUp?.open === true;

/** By when something is due: in catch-up mode time is that of the entries (D22), and nothing is due by the clock. */
export const judgedAt = (state: Agreement, now: Instant): Instant =>
  state.catchUp?.open === true ? state.catchUp.lastOccurredOn : now;

interface Applied {
  readonly state: Agreement;
  /** When the last of what was due happened, or `by` when nothing was. */
  readonly at: Instant;
}

/** Fires and appends what is due in an agreement at or before `by` (lifecycle.md D1); the caller shows the new state. */
export const applyDue = (on: UnderLock, before: Agreement, by: Instant): Promise<Applied> =>
  firing(on, before, by, (state, at) => dueOfHolders(on, entersThePast(state) ? on.now : at));

/**
 * What is due by an instant in an agreement that holds a claim is recorded before the claim is judged: else a worker that
 * is late there would decide here (D1, D9). One level deep: a holder's own timers read the claims as they are.
 */
export const dueOfHolders =
  (on: UnderLock, by: Instant): DueOfHolder =>
  async (agreement) => {
    const found = await stateToLookAt(on.trx, on.log, agreement);
    if (found === null) return;
    const { state, at } = await firing(on, found.state, judgedAt(found.state, by), () => undefined);
    if (state.version > found.state.version) await projectAgreement(asRead(on.trx), state, at);
  };

async function firing(
  on: UnderLock,
  before: Agreement,
  by: Instant,
  holdersAt: (state: Agreement, at: Instant) => DueOfHolder | undefined,
): Promise<Applied> {
  let state = before;
  let lastAt = by;
  for (let next = deadlines(state)[0]; next && toMs(next.due) <= toMs(by); ) {
    const at = next.due;
    const before = state;
    const { result: step, read } = await decideReading(
      null,
      () =>
        loadFacts(on.trx, before, needsOf(before, null, null), dayAt(at), holdersAt(before, at)),
      (known) => fireNext(before, { now: by, ...known, hash: hashOf }),
    );
    if (step === null) break;
    const [first] = await on.log.append(
      on.trx,
      commitOf(
        state,
        step.fired.events,
        {
          at,
          actor: { person: null, role: 'SYSTEM', body: null },
          onBehalfOf: null,
          ...{ commandId: null, requestHash: null },
          causation: null,
          correlation: state.id,
        },
        read as unknown as JsonObject,
      ),
      on.head,
    );
    on.outgoing.push(...noticesOf(state, step.state, step.fired.events, first?.nonce ?? null));
    state = step.state;
    lastAt = at;
    next = deadlines(state)[0];
  }
  return { state, at: lastAt };
}
