import { z } from 'zod';
import type { JsonObject } from '@twinning/domain';

export const remindersBody = z.strictObject({
  tasks: z
    .array(z.strictObject({ agreement: z.uuid(), id: z.string().min(1).max(200) }))
    .min(1)
    .max(200),
  dryRun: z.boolean(),
});

/** The same schema for the OpenAPI document. */
export const remindersJson = z.toJSONSchema(remindersBody, {
  target: 'draft-2020-12',
}) as unknown as JsonObject;

/** Why nobody is reminded: the task is over or not to be seen, it is the desk's own, or it was just reminded of. */
export const SKIPPED = ['GONE', 'OWN', 'RECENT'] as const;
export type Skipped = (typeof SKIPPED)[number];

// Whoever is reminded more often stops reading reminders.
export const REST_DAYS = 5;
const REST_MS = REST_DAYS * 86_400_000;

export interface Reminding {
  readonly agreement: string;
  readonly id: string;
}

export interface Standing {
  /** The task is open, and the desk may see its agreement. */
  readonly isOpen: boolean;
  readonly isOwn: boolean;
  readonly remindedAt: number | null;
}

/** Whether a task is reminded of now (milliseconds), or why not. */
export function skippedBecause(standing: Standing, now: number): Skipped | null {
  if (standing.isOwn) return 'OWN';
  if (!standing.isOpen) return 'GONE';
  return standing.remindedAt !== null && now - standing.remindedAt < REST_MS ? 'RECENT' : null;
}
