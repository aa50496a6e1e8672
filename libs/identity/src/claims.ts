import type { Grant, Principal } from '@twinning/domain';
import { z } from 'zod';

/** Authentication context that says the person was proved again for this token (RFC 9470). */
export const STEP_UP = 'urn:twinning:step-up';

/** A role that a token may carry. */
export const tokenRole = z.enum([
  'NSB_REP',
  'MBUA',
  'COMMITTEE_MANAGER',
  'TPM',
  'TMB_SEC',
  'TMB_MEMBER',
  'ISO_CS',
  'AUDITOR',
]);

/** Claims of an access token that name who acts, for which body and in which roles. */
export const claims = z.object({
  sub: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  twinning_member: z.number().int().positive().nullish(),
  twinning_roles: z
    .array(
      z.object({
        role: tokenRole,
        committees: z.union([z.array(z.number().int()), z.literal('ALL')]).optional(),
      }),
    )
    .default([]),
  acr: z.string().optional(),
});

/** The caller that a verified token names; throws a `ZodError` when the claims do not say it. */
export function principalOf(payload: unknown): Principal {
  const parsed = claims.parse(payload);
  return {
    person: parsed.sub,
    member: parsed.twinning_member ?? null,
    grants: parsed.twinning_roles.map(
      ({ role, committees }): Grant => (committees === undefined ? { role } : { role, committees }),
    ),
    stepUp: parsed.acr === STEP_UP,
  };
}
