import { temporalTlsIn, type TemporalOptions } from '@twinning/conductor';
import { databaseUrlIn, type Secret } from '@twinning/engine';
import { SCANNER_ADDRESS, bucketIn, type Bucket } from '@twinning/filing';
import { z } from 'zod';
import { isLoopback } from './auth/local-issuer.js';
import { readBrokered, type ClientSettings, type TrustedIssuer } from './auth/trusted-issuers.js';

const environment = z.object({
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TWINNING_DATA: z.string().default('.twinning'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  /** The address under which clients reach the API; the issuer of the local start lies below it. */
  PUBLIC_URL: z.url().optional(),
  OIDC_ISSUER: z.url().optional(),
  /** Issuers that speak for bodies of their own only: a JSON file. */
  OIDC_ISSUERS_FILE: z.string().optional(),
  /** `true`: the local issuer may stand in before a record that is no demonstration, on this machine alone. */
  TWINNING_LOCAL_ISSUER: z.enum(['true', 'false']).default('false'),
  OIDC_AUDIENCE: z.string().default('twinning'),
  /** Kind of token that the issuer gives for this API; `JWT` accepts one that is not marked after RFC 9068. */
  OIDC_TOKEN_TYPE: z.enum(['at+jwt', 'JWT']).default('at+jwt'),
  /** The console's client at the issuer, and the file with its private key (JWK) or its secret. */
  OIDC_CLIENT_ID: z.string().default('twinning-console'),
  OIDC_CLIENT_KEY_FILE: z.string().optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile twinning'),
  /** Lines of the process log: for people, or one JSON object each. */
  TWINNING_LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  /** ClamAV's `clamd` (host:port): files are looked at there before they are kept. */
  TWINNING_CLAMD: z.string().regex(SCANNER_ADDRESS).optional(),
  TWINNING_COMMAND_WAIT_MS: z.coerce.number().int().min(100).default(15_000),
  TWINNING_FAILED_TOKENS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  TWINNING_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1_200),
  TWINNING_OPEN_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(3_000),
  /** Balancers and proxies in front, e.g. `10.0.0.0/8`: from these alone `X-Forwarded-For` is believed. */
  TWINNING_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .default([]),
  /** For tests only: a folder arms every failpoint. */
  TWINNING_FAILPOINTS: z.string().optional(),
  TWINNING_REFUSALS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
});

export interface ApiConfig {
  readonly databaseUrl: Secret;
  readonly temporal: TemporalOptions;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** The OpenID Connect issuer that speaks for everybody; null: there is none. */
  readonly issuer: string | null;
  /** Issuers that speak for bodies of their own. Without these and `issuer` the local development issuer stands in. */
  readonly brokered: readonly TrustedIssuer[];
  /** Whether the local issuer may also stand in before a record that is no demonstration. */
  readonly localIssuer: boolean;
  readonly audience: string;
  readonly tokenType: 'at+jwt' | 'JWT';
  readonly client: ClientSettings;
  /** Where files lie; null means the data folder. */
  readonly bucket: Bucket | null;
  readonly logFormat: 'text' | 'json';
  /** Where files are scanned for malware; null: nowhere. */
  readonly scanner: string | null;
  readonly commandWaitMs: number;
  readonly refusalsPerMinute: number;
  /** Requests of one caller after which it hears 429 for the rest of the minute. */
  readonly requestsPerMinute: number;
  /** Requests from one address, where nobody signs in, after which it hears 429 for the rest of the minute. */
  readonly openRequestsPerMinute: number;
  /** Whose word on where a request comes from is believed. */
  readonly proxies: readonly string[];
  /** Bad tokens from one address after which it hears 429 for the rest of the minute. */
  readonly failedTokensPerMinute: number;
  /** Where failpoints leave their marks; null arms none. */
  readonly failpoints: string | null;
}

/** The API's configuration, parsed once; throws with every fault named. */
export function readConfig(env: NodeJS.ProcessEnv): ApiConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const e = parsed.data;
  const publicUrl =
    e.PUBLIC_URL ?? `http://${e.HOST.includes(':') ? `[${e.HOST}]` : e.HOST}:${String(e.PORT)}`;
  const brokered = e.OIDC_ISSUERS_FILE === undefined ? [] : readBrokered(e.OIDC_ISSUERS_FILE);
  if (e.OIDC_ISSUER !== undefined || brokered.length > 0) demandHttps(publicUrl);
  return {
    databaseUrl: databaseUrlIn(env),
    temporal: {
      address: e.TEMPORAL_ADDRESS,
      namespace: e.TEMPORAL_NAMESPACE,
      tls: temporalTlsIn(env),
    },
    dataFolder: e.TWINNING_DATA,
    host: e.HOST,
    port: e.PORT,
    publicUrl,
    issuer: e.OIDC_ISSUER ?? null,
    brokered,
    localIssuer: e.TWINNING_LOCAL_ISSUER === 'true',
    audience: e.OIDC_AUDIENCE,
    tokenType: e.OIDC_TOKEN_TYPE,
    client: {
      id: e.OIDC_CLIENT_ID,
      scope: e.OIDC_SCOPE,
      keyFile: e.OIDC_CLIENT_KEY_FILE ?? null,
      secretFile: e.OIDC_CLIENT_SECRET_FILE ?? null,
    },
    bucket: bucketIn(env),
    logFormat: e.TWINNING_LOG_FORMAT,
    scanner: e.TWINNING_CLAMD ?? null,
    commandWaitMs: e.TWINNING_COMMAND_WAIT_MS,
    failpoints: e.TWINNING_FAILPOINTS ?? null,
    refusalsPerMinute: e.TWINNING_REFUSALS_PER_MINUTE,
    requestsPerMinute: e.TWINNING_REQUESTS_PER_MINUTE,
    openRequestsPerMinute: e.TWINNING_OPEN_REQUESTS_PER_MINUTE,
    proxies: e.TWINNING_PROXIES,
    failedTokensPerMinute: e.TWINNING_FAILED_TOKENS_PER_MINUTE,
  };
}

/** Without https neither the cookie of a session is `Secure` nor are tokens: real people sign in to https only. */
function demandHttps(publicUrl: string): void {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:' || isLoopback(hostname)) return;
  throw new Error(
    `PUBLIC_URL is ${publicUrl}: with an issuer of your own it must be an https address (or one of this machine alone).`,
  );
}
