import type { Claims, Facts, MemberFacts } from '@twinning/domain';

/** What a decision reads from outside its stream. */
export interface Read {
  readonly facts: Facts;
  readonly claims: Claims;
}

/** The caller's body as every command looks at it. */
export type ActingBody = Pick<MemberFacts, 'id' | 'active'>;

/** Facts that have not been loaded were asked for: the decision is made again with them. */
class Unread extends Error {}

const unread = (): never => {
  throw new Unread();
};

/** Knows whether the acting body is active, and nothing else: whoever asks for more gets `Unread`. */
function onlyActing(body: ActingBody | null): Read {
  const known: object =
    body === null
      ? {}
      : Object.defineProperties(
          {},
          Object.fromEntries(
            Object.entries(FIELDS).map(([field]) => [
              field,
              field in body ? { value: body[field as keyof ActingBody] } : { get: unread },
            ]),
          ),
        );
  const members = new Proxy(
    {},
    {
      get: (_, id) => (body !== null && id === String(body.id) ? known : unread()),
      ownKeys: unread,
    },
  );
  return {
    facts: Object.defineProperties({} as Facts, {
      members: { value: members },
      committee: { get: unread },
      previousRuns: { get: unread },
      workingGroup: { get: unread },
      rolesLeft: { get: unread },
      tmbBodies: { get: unread },
      papers: { get: unread },
    }),
    claims: new Proxy({}, { get: unread, ownKeys: unread }),
  };
}

// Named one by one, so that a new fact cannot be read without being loaded.
const FIELDS: Readonly<Record<keyof MemberFacts, true>> = {
  id: true,
  acronym: true,
  active: true,
  category: true,
  newRights: true,
  status: true,
  statusSince: true,
  barredUntil: true,
  pMemberships: true,
  secretariats: true,
  chairsOrConvenors: true,
  openAsLead: true,
  openAsTwinned: true,
};

/**
 * Decides with as little as the decision asks for: most commands read nothing but whether their body is active, and a
 * pure decision can be made twice. Answers what was read, to be recorded with the result.
 */
export async function decideReading<T>(
  acting: ActingBody | null,
  load: () => Promise<Read>,
  decide: (read: Read) => T,
): Promise<{ readonly result: T; readonly read: Partial<Read> }> {
  try {
    const result = decide(onlyActing(acting));
    return { result, read: acting === null ? {} : { facts: onlyMember(acting) } };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
  }
  const read = await load();
  return { result: decide(read), read };
}

const onlyMember = (acting: ActingBody): Facts =>
  ({ members: { [String(acting.id)]: acting } }) as unknown as Facts;
