import type { Claims, Facts } from '@twinning/domain';
import type { JsonObject } from '@twinning/event-log';

/** Today's rules ask for a fact that the decision of then did not read: it cannot be made again. */
export class NotReadThen extends Error {}

const guarded = <T extends object>(known: T): T =>
  new Proxy(known, {
    get: (target, field) => {
      if (typeof field === 'symbol' || Object.hasOwn(target, field)) {
        return Reflect.get(target, field) as unknown;
      }
      throw new NotReadThen(field);
    },
    ownKeys: () => {
      throw new NotReadThen('all');
    },
  });

/**
 * What a decision read, as it was recorded. A whole reading is taken as it is; of a partial one (most decisions read
 * nothing but whether the acting body is active) anything else throws `NotReadThen`.
 */
export function asRead(read: JsonObject | null): {
  readonly facts: Facts;
  readonly claims: Claims;
} {
  if (read !== null && 'claims' in read) {
    return read as unknown as { facts: Facts; claims: Claims };
  }
  const { members = {} } = (read?.facts ?? {}) as unknown as { members?: Facts['members'] };
  const acting = Object.fromEntries(
    Object.entries(members).map(([id, fact]) => [id, guarded(fact)]),
  );
  return {
    // A partial reading of before papers were read says nothing of them; since then one that names papers is whole.
    facts: guarded({ members: guarded(acting), papers: undefined } as unknown as Facts),
    claims: guarded({}),
  };
}
