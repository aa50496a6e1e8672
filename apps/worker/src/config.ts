import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.string().min(1, 'DATABASE_URL names the PostgreSQL of the record'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TWINNING_DATA: z.string().default('.twinning'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  TWINNING_SWEEP_MS: z.coerce.number().int().min(100).default(10_000),
  TWINNING_COMPARE_MS: z.coerce.number().int().min(1_000).default(60_000),
});

export type WorkerConfig = ReturnType<typeof readConfig>;

/** The worker's configuration, parsed once; throws with every fault named. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const e = parsed.data;
  return {
    databaseUrl: e.DATABASE_URL,
    temporal: { address: e.TEMPORAL_ADDRESS, namespace: e.TEMPORAL_NAMESPACE },
    dataFolder: e.TWINNING_DATA,
    logLevel: e.LOG_LEVEL,
    sweepMs: e.TWINNING_SWEEP_MS,
    /** How often the workflows are compared with the record. */
    compareMs: e.TWINNING_COMPARE_MS,
  };
}
