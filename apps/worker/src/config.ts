import { temporalTlsIn } from '@twinning/conductor';
import { databaseUrlIn, secretIn } from '@twinning/engine';
import { join } from 'node:path';
import { z } from 'zod';
import { RETRIES } from './outward/schedule.js';

const parts = z.string().transform((text) => text.split(',').filter((part) => part !== ''));

const environment = z.object({
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** Names this build among the workers; Temporal then gives it agreements once it has been made current. */
  TWINNING_BUILD: z.string().min(1).max(255).optional(),
  TWINNING_DATA: z.string().default('.twinning'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Lines of the process log: for people, or one JSON object each. */
  TWINNING_LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  TWINNING_SWEEP_MS: z.coerce.number().int().min(100).default(10_000),
  TWINNING_COMPARE_MS: z.coerce.number().int().min(1_000).default(60_000),
  /** An RFC 3161 authority that stamps checkpoints; none when absent. */
  TWINNING_TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  TWINNING_TSA_MS: z.coerce.number().int().min(1_000).default(3_600_000),
  /** How often Temporal's histories are compared with the log. */
  TWINNING_HISTORIES_MS: z.coerce.number().int().min(1_000).default(86_400_000),
  /** The address that links in messages begin with. */
  PUBLIC_URL: z.url().optional(),
  TWINNING_URL: z.url().default('http://127.0.0.1:4600'),
  TWINNING_MAIL_FROM: z.string().default('Twinning <no-reply@localhost>'),
  /** For tests only: a folder arms every failpoint. */
  TWINNING_FAILPOINTS: z.string().optional(),
  TWINNING_OUTBOX_MS: z.coerce.number().int().min(100).default(2_000),
  TWINNING_ATTEMPT_MS: z.coerce.number().int().min(100).default(15_000),
  /** Milliseconds before each further attempt, for tests. */
  TWINNING_RETRY_MS: parts.pipe(z.array(z.coerce.number<string>().int().min(1))).optional(),
  /** Private networks that webhooks may reach, e.g. `127.0.0.0/8`: for development. */
  TWINNING_WEBHOOK_NETWORKS: parts.pipe(z.array(z.union([z.cidrv4(), z.cidrv6()]))).default([]),
});

export type WorkerConfig = ReturnType<typeof readConfig>;

/** The worker's configuration, parsed once; throws with every fault named. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const e = parsed.data;
  return {
    databaseUrl: databaseUrlIn(env),
    temporal: {
      address: e.TEMPORAL_ADDRESS,
      namespace: e.TEMPORAL_NAMESPACE,
      tls: temporalTlsIn(env),
    },
    build: e.TWINNING_BUILD ?? null,
    dataFolder: e.TWINNING_DATA,
    logLevel: e.LOG_LEVEL,
    logFormat: e.TWINNING_LOG_FORMAT,
    sweepMs: e.TWINNING_SWEEP_MS,
    /** How often the workflows are compared with the record. */
    compareMs: e.TWINNING_COMPARE_MS,
    stamps: { authority: e.TWINNING_TSA_URL ?? null, everyMs: e.TWINNING_TSA_MS },
    historiesMs: e.TWINNING_HISTORIES_MS,
    failpoints: e.TWINNING_FAILPOINTS ?? null,
    outward: {
      publicUrl: e.PUBLIC_URL ?? e.TWINNING_URL,
      /** `smtp://user:password@host:587`; without it messages are files in the data folder. */
      smtpUrl: secretIn(env, 'TWINNING_SMTP_URL'),
      mailFolder: join(e.TWINNING_DATA, 'mail'),
      mailFrom: e.TWINNING_MAIL_FROM,
      everyMs: e.TWINNING_OUTBOX_MS,
      attemptMs: e.TWINNING_ATTEMPT_MS,
      retries: e.TWINNING_RETRY_MS ?? RETRIES,
      allowedNetworks: e.TWINNING_WEBHOOK_NETWORKS,
    },
  };
}
