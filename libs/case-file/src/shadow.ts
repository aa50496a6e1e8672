import { deadlineKey, deadlines } from '@twinning/domain';
import {
  Aside,
  childrenOf,
  namesOfStreams,
  participationRows,
  peopleRows,
  type Db,
  type OpenChild,
} from '@twinning/engine';
import type { EventLog } from '@twinning/event-log';
import { loadCase, statesOf } from './case.js';
import { redecide, type Redecision } from './redecide.js';

/** A deadline that the running build and this one see differently; RFC 3339, null where a build has none. */
export interface MovedDeadline {
  readonly key: string;
  readonly then: string | null;
  readonly now: string | null;
}

/** How this build would have treated, and would treat, one agreement. */
export interface Shadow {
  readonly agreement: string;
  readonly decisions: number;
  readonly same: number;
  readonly notRepeatable: number;
  readonly different: readonly Redecision[];
  readonly deadlines: number;
  readonly moved: readonly MovedDeadline[];
  /** Why its events cannot be folded by this build; null when they can. */
  readonly unreadable: string | null;
  /** Processes beside its workflow that are open. */
  readonly children: readonly OpenChild[];
}

export interface Shadows {
  readonly shadows: readonly Shadow[];
  /** Agreements whose workflows run. */
  readonly open: readonly string[];
  /** Streams of people and participations that this build cannot read, and why; and those that it reads otherwise. */
  readonly aside: {
    readonly unreadable: ReadonlyMap<string, string>;
    readonly different: readonly string[];
  };
}

/**
 * Decides every recorded command and timer of an agreement again, computes the deadlines of every agreement anew, and reads
 * the people and participations, with the rules of this build. The log says which there are. All in one read-only snapshot: nothing is written, and a product of another build may be at work meanwhile.
 */
export async function shadowAll(
  db: Db,
  log: EventLog,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Shadows> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const streams = await namesOfStreams(trx, AGREEMENTS);
      const shadows: Shadow[] = [];
      for (const stream of streams) {
        shadows.push(await shadowOf(trx, log, stream.slice(AGREEMENTS.length)));
        onProgress(shadows.length, streams.length);
      }
      // One that cannot be read may run all the same.
      const open = shadows
        .filter(({ deadlines: left, unreadable }) => left > 0 || unreadable !== null)
        .map(({ agreement }) => agreement);
      const asides = [
        await Aside.of(trx, log, peopleRows),
        await Aside.of(trx, log, participationRows),
      ];
      const aside = {
        unreadable: new Map(asides.flatMap(({ stopped }) => [...stopped])),
        different: asides.flatMap(({ differing }) => differing),
      };
      return { shadows, open, aside };
    });
}

const AGREEMENTS = 'agreement/';

async function shadowOf(db: Db, log: EventLog, agreement: string): Promise<Shadow> {
  try {
    const of = await loadCase(db, log, agreement);
    const decisions = redecide(of);
    const count = (verdict: Redecision['verdict']) =>
      decisions.filter((d) => d.verdict === verdict).length;
    const state = statesOf(of).at(-1);
    const now = state === undefined ? [] : deadlines(state);
    const dues = new Map(now.map((d) => [deadlineKey(d), String(d.due)]));
    return {
      agreement,
      decisions: decisions.length,
      same: count('SAME'),
      notRepeatable: count('NOT_REPEATABLE'),
      different: decisions.filter((d) => d.verdict === 'DIFFERENT'),
      deadlines: now.length,
      moved: await movedSince(db, agreement, dues),
      unreadable: null,
      children: state === undefined ? [] : childrenOf(state),
    };
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : String(error);
    const none = { decisions: 0, same: 0, notRepeatable: 0, deadlines: 0 };
    return { agreement, ...none, different: [], moved: [], unreadable, children: [] };
  }
}

async function movedSince(
  db: Db,
  agreement: string,
  now: ReadonlyMap<string, string>,
): Promise<readonly MovedDeadline[]> {
  const rows = await db
    .selectFrom('read.deadline')
    .select(['key', 'due'])
    .where('agreement', '=', agreement)
    .execute();
  const then = new Map(rows.map((row) => [row.key, row.due.toISOString()]));
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [then.get(key) ?? null, now.get(key) ?? null];
    const moved = was === null || is === null || Date.parse(was) !== Date.parse(is);
    return moved ? [{ key, then: was, now: is }] : [];
  });
}
