import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.string().min(1, 'DATABASE_URL names the PostgreSQL of the record'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TWINNING_DATA: z.string().default('.twinning'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  /** The address under which clients reach the API; the issuer of the local start lies below it. */
  PUBLIC_URL: z.url().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().default('twinning'),
  TWINNING_COMMAND_WAIT_MS: z.coerce.number().int().min(100).default(15_000),
  TWINNING_REFUSALS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
});

export interface ApiConfig {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** An OpenID Connect issuer; null means the product's own development issuer. */
  readonly issuer: string | null;
  readonly audience: string;
  readonly commandWaitMs: number;
  readonly refusalsPerMinute: number;
}

/** The API's configuration, parsed once; throws with every fault named. */
export function readConfig(env: NodeJS.ProcessEnv): ApiConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const e = parsed.data;
  return {
    databaseUrl: e.DATABASE_URL,
    temporal: { address: e.TEMPORAL_ADDRESS, namespace: e.TEMPORAL_NAMESPACE },
    dataFolder: e.TWINNING_DATA,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? `http://${e.HOST}:${String(e.PORT)}`,
    issuer: e.OIDC_ISSUER ?? null,
    audience: e.OIDC_AUDIENCE,
    commandWaitMs: e.TWINNING_COMMAND_WAIT_MS,
    refusalsPerMinute: e.TWINNING_REFUSALS_PER_MINUTE,
  };
}
