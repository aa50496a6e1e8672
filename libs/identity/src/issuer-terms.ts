import type { Principal } from '@twinning/domain';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { principalOf, STEP_UP, tokenRole } from './claims.js';

/** Member ids, 0 for the desks of ISO; `ALL` for the issuer that the whole service trusts. */
export type Bodies = 'ALL' | readonly number[];

// A claim that lies deeper, e.g. ["realm_access", "roles"]; a name with dots in it is one name.
const place = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
type Place = z.infer<typeof place>;

/** Where an issuer writes what the service asks for, and in which words. */
export const claimMap = z.strictObject({
  member: place.default('twinning_member'),
  roles: place.default('twinning_roles'),
  /** The issuer's words for bodies and roles; without them it writes ids and `[{"role": …}]`. */
  members: z.record(z.string(), z.number().int().positive()).optional(),
  groups: z.record(z.string(), tokenRole).optional(),
  /** What says that the person was proved again: contexts or methods of a sign-in in the last ten minutes (`auth_time`). */
  acr: z.array(z.string()).default([STEP_UP]),
  amr: z.array(z.string()).default([]),
});
export type ClaimMap = z.infer<typeof claimMap>;

/** On which terms an issuer is believed. */
export interface IssuerTerms {
  /** Before each `sub` of this issuer; null where persons bear the `sub` itself. */
  readonly prefix: string | null;
  /** Prefixes of the other issuers: nobody here may bear one. */
  readonly others: readonly string[];
  readonly bodies: Bodies;
  readonly claims: ClaimMap;
}

/** The terms of the one issuer that speaks for everybody. */
export const homeTerms = (others: readonly string[] = []): IssuerTerms => ({
  prefix: null,
  others,
  bodies: 'ALL',
  claims: claimMap.parse({}),
});

/** The token says something that its issuer has no say in. */
export class BeyondItsIssuer extends Error {
  readonly code = 'ERR_JWT_BEYOND_ITS_ISSUER';
}

const FRESH_SECONDS = 600;
const LONGEST = 64;
// Administrators of a body are its own affair; what ISO gives (TMB, desks, committees) is not.
const OF_BODY = ['NSB_REP', 'MBUA'];

const at = (payload: Readonly<Record<string, unknown>>, where: Place): unknown =>
  [where].flat().reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    return (value as Readonly<Record<string, unknown>>)[name];
  }, payload);

/** Issuer and `sub` together name a person: the same `sub` elsewhere is somebody else. */
function personOf(sub: unknown, { prefix, others }: IssuerTerms): unknown {
  if (typeof sub !== 'string' || sub === '') return sub;
  if (prefix === null) {
    if (others.some((other) => sub.startsWith(`${other}.`))) throw new BeyondItsIssuer('sub');
    return sub;
  }
  const plain = `${prefix}.${sub}`;
  return plain.length <= LONGEST && /^[A-Za-z0-9._-]+$/.test(sub)
    ? plain
    : `${prefix}.${createHash('sha256').update(sub).digest('base64url')}`;
}

function memberOf(said: unknown, { bodies, claims: { members } }: IssuerTerms): unknown {
  if (said === undefined || said === null) {
    // An issuer of one body need not say which.
    return bodies !== 'ALL' && bodies.length === 1 && bodies[0] !== 0 ? bodies[0] : null;
  }
  if (members === undefined || typeof said !== 'string') return said;
  // A word that was not agreed on must not turn into "no body".
  return Object.hasOwn(members, said) ? members[said] : said;
}

function rolesOf(said: unknown, { groups }: ClaimMap): unknown {
  if (groups === undefined || said === undefined) return said;
  const words = z.union([z.array(z.string()), z.string().transform((text) => text.split(' '))]);
  return words
    .parse(said)
    .filter((word) => Object.hasOwn(groups, word))
    .map((word) => ({ role: groups[word] }));
}

function isProved(
  payload: Readonly<Record<string, unknown>>,
  { acr, amr }: ClaimMap,
  nowMs: number,
): boolean {
  const { acr: context, auth_time: when, amr: used } = payload;
  const now = nowMs / 1000;
  const isFresh = typeof when === 'number' && when <= now + 5 && now - when < FRESH_SECONDS;
  const inContext = typeof context === 'string' && acr.includes(context);
  // Without its time a proof may be as old as the issuer's session.
  if (!isFresh) return false;
  return inContext || (Array.isArray(used) && used.some((method) => amr.includes(String(method))));
}

/** The caller that a verified token names at this moment, as far as its issuer may say so; throws otherwise. */
export function principalUnder(
  terms: IssuerTerms,
  payload: Readonly<Record<string, unknown>>,
  nowMs: number,
): Principal {
  const { bodies, claims } = terms;
  const principal = principalOf({
    sub: personOf(payload.sub, terms),
    twinning_member: memberOf(at(payload, claims.member), terms),
    twinning_roles: rolesOf(at(payload, claims.roles), claims),
    ...(isProved(payload, claims, nowMs) && { acr: STEP_UP }),
  });
  if (bodies === 'ALL') return principal;
  const { member, grants } = principal;
  // Who is of no body and no desk would be whatever any body's list says of them.
  const desk = bodies.includes(0);
  const isItsOwn = member === null ? desk && grants.length > 0 : bodies.includes(member);
  if (!isItsOwn) throw new BeyondItsIssuer('member');
  if (!desk && grants.some(({ role }) => !OF_BODY.includes(role)))
    throw new BeyondItsIssuer('roles');
  return principal;
}
