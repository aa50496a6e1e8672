import type { Problem } from '@twinning/client';
import type { Client } from '../api.js';
import { line } from '../live/line.js';
import { live } from '../live/store.js';
import type { FieldFault } from './typed.js';

/** What a command came to, as the person is told. */
export type Sent =
  | { readonly kind: 'DONE'; readonly agreement: string; readonly version: number }
  | { readonly kind: 'STORED'; readonly agreement: string; readonly command: string }
  | { readonly kind: 'CHANGED'; readonly current: number | null }
  /** `clause`: the rule that a refusal by the rules follows. */
  | {
      readonly kind: 'FAULTS';
      readonly faults: readonly FieldFault[];
      readonly clause?: string | undefined;
    }
  | { readonly kind: 'PROOF' }
  | { readonly kind: 'SIGNED_OUT' }
  /** Nothing came back: the same command may be sent again under the same key. */
  | { readonly kind: 'AWAY' }
  | { readonly kind: 'REFUSED'; readonly problem: Problem };

export interface Command {
  readonly path: string;
  /** Null when the command opens an agreement. */
  readonly agreement: string | null;
  /** The version that was read. */
  readonly version: number | null;
  readonly key: string;
  readonly payload: unknown;
}

/** The faults that the service found, by field. */
function faultsIn(problem: Problem): readonly FieldFault[] {
  const { faults } = problem.details as { faults?: unknown };
  if (!Array.isArray(faults)) return [];
  return (faults as readonly { pointer?: unknown; expected?: unknown }[]).map((fault) => ({
    pointer: typeof fault.pointer === 'string' ? fault.pointer : '',
    code: 'INVALID',
    ...(typeof fault.expected === 'string' && { expected: fault.expected }),
  }));
}

/** What a problem means for the form that was sent. */
export function readProblem(problem: Problem): Sent {
  switch (problem.code) {
    case 'VERSION_CONFLICT': {
      const { current } = problem.details as { current?: unknown };
      return { kind: 'CHANGED', current: typeof current === 'number' ? current : null };
    }
    case 'TEXT_CHANGED':
      return { kind: 'CHANGED', current: problem.version ?? null };
    case 'STEP_UP_REQUIRED':
      return { kind: 'PROOF' };
    case 'UNAUTHENTICATED':
    case 'TOKEN_INVALID':
      return { kind: 'SIGNED_OUT' };
    case 'STORE_AWAY':
    case 'ISSUER_AWAY':
    case 'INTERNAL':
      return { kind: 'AWAY' };
    default: {
      // Whatever names fields is told at the fields.
      const faults = faultsIn(problem);
      return faults.length > 0 || problem.code === 'INVALID_INPUT'
        ? { kind: 'FAULTS', faults, clause: problem.clause }
        : { kind: 'REFUSED', problem };
    }
  }
}

/** Sends one command. The key makes a repeat harmless; the version makes a surprise impossible. */
export async function send(client: Client, command: Command): Promise<Sent> {
  const { path, agreement, version, key, payload } = command;
  const header = {
    'Idempotency-Key': key,
    ...(version !== null && { 'If-Match': `"${String(version)}"` }),
  };
  try {
    // All commands answer alike: one of them stands for the type of all.
    const { data, error } = await client.POST(
      path as '/v1/agreements/{agreement}/accept-documents',
      {
        params: {
          path: { agreement: agreement ?? '' },
          header: header as { 'Idempotency-Key': string; 'If-Match': string },
        },
        body: payload as Record<string, never>,
      },
    );
    line.found();
    if (data === undefined) {
      return error === undefined || typeof error.code !== 'string'
        ? { kind: 'AWAY' }
        : readProblem(error);
    }
    if (data.status !== 'STORED') live.know(data.agreement, data.version);
    return data.status === 'STORED'
      ? { kind: 'STORED', agreement: data.agreement, command: data.command }
      : { kind: 'DONE', agreement: data.agreement, version: data.version };
  } catch {
    line.lost();
    return { kind: 'AWAY' };
  }
}
