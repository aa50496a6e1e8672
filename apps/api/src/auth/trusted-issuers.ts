import { claimMap, homeTerms, type IssuerTerms } from '@twinning/identity';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The console's client at an issuer, and the file with its private key (JWK) or its secret. */
export interface ClientSettings {
  readonly id: string;
  readonly scope: string;
  readonly keyFile: string | null;
  readonly secretFile: string | null;
}

/** An issuer whose tokens are taken, for whom, and how people sign in there. */
export interface TrustedIssuer {
  /** Its name in addresses; `home` is the one of `OIDC_ISSUER`, or the local one. */
  readonly id: string;
  /** What people read on the way to it; null for the home issuer. */
  readonly name: string | null;
  readonly issuer: string;
  readonly audience: string;
  /** `at+jwt` (RFC 9068); `JWT` for an issuer that does not tell its kinds of token apart. */
  readonly tokenType: 'at+jwt' | 'JWT';
  readonly client: ClientSettings;
  readonly terms: IssuerTerms;
}

export const HOME = 'home';

const memberId = z.number().int().min(0).max(2_147_483_647);
const entry = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,19}$/)
    .refine((id) => id !== HOME, 'this name is taken'),
  name: z.string().min(1).max(100),
  issuer: z.url(),
  bodies: z.array(memberId).min(1),
  audience: z.string().default('twinning'),
  tokenType: z.enum(['at+jwt', 'JWT']).default('at+jwt'),
  client: z
    .strictObject({
      id: z.string().default('twinning-console'),
      keyFile: z.string().optional(),
      secretFile: z.string().optional(),
    })
    .prefault({}),
  scope: z.string().default('openid profile twinning'),
  claims: claimMap.prefault({}),
});
// An empty list would leave the field to the local issuer.
const list = z
  .array(entry)
  .min(1)
  .superRefine((entries, context) => {
    const twice = (of: (one: z.infer<typeof entry>) => string) =>
      entries.length !== new Set(entries.map(of)).size;
    if (twice((one) => one.id)) context.addIssue('two issuers have one id');
    if (twice((one) => one.issuer)) context.addIssue('one issuer stands there twice');
  });

/** The issuers of bodies of their own, from a JSON file; throws with every fault named. */
export function readBrokered(file: string): readonly TrustedIssuer[] {
  const parsed = list.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data.map(({ id, name, issuer, bodies, audience, tokenType, ...rest }) => ({
    ...{ id, name, issuer, audience, tokenType },
    client: {
      id: rest.client.id,
      scope: rest.scope,
      keyFile: rest.client.keyFile ?? null,
      secretFile: rest.client.secretFile ?? null,
    },
    terms: { prefix: id, others: [], bodies, claims: rest.claims },
  }));
}

/** What the home issuer is configured with, as far as it matters here. */
interface Home {
  readonly publicUrl: string;
  readonly issuer: string | null;
  readonly audience: string;
  readonly tokenType: 'at+jwt' | 'JWT';
  readonly client: ClientSettings;
  readonly brokered: readonly TrustedIssuer[];
}

/** Whether the local issuer stands in: no other is named. */
export const isLocal = ({ issuer, brokered }: Home): boolean =>
  issuer === null && brokered.length === 0;

/** Every issuer whose tokens are taken; the home issuer, if there is one, comes first. */
export function trustedIssuers(config: Home): readonly TrustedIssuer[] {
  const { publicUrl, audience, tokenType, client, brokered } = config;
  const issuer = isLocal(config) ? `${publicUrl}/oidc` : config.issuer;
  if (issuer === null) return brokered;
  if (brokered.some((other) => other.issuer === issuer)) {
    throw new Error(`${issuer} is the home issuer and cannot speak for bodies of its own as well.`);
  }
  const terms = homeTerms(brokered.map(({ id }) => id));
  return [{ id: HOME, name: null, issuer, audience, tokenType, client, terms }, ...brokered];
}
