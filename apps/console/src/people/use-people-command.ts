import { useRef, useState } from 'react';
import { useSignedIn } from '../console.js';
import { readProblem, type Sent } from '../forms/send.js';
import type { FieldFault } from '../forms/typed.js';
import { line } from '../live/line.js';

export type PeopleCommand =
  | 'invite-person'
  | 'accept-invitation'
  | 'change-roles'
  | 'end-person'
  | 'hand-over'
  | 'delegate'
  | 'end-delegation';

export interface PeopleSending {
  /** What came of it, where it was not simply carried out. */
  readonly sent: Sent | null;
  readonly busy: boolean;
  /** What is wrong with the fields, by the form itself or by the service. */
  readonly faults: readonly FieldFault[];
  /** True when it was carried out. With faults that the form found itself, nothing is sent. */
  readonly submit: (
    command: PeopleCommand,
    payload: object,
    found?: readonly FieldFault[],
  ) => Promise<boolean>;
}

/**
 * Sends commands on the people of a body. The same content keeps its key until an answer came, so that a repeat over a
 * bad line is carried out once. They do not wait in the outbox: who may act must not change at some later moment.
 */
export function usePeopleCommand(body: number, onBegin: () => void): PeopleSending {
  const { client, refreshMe } = useSignedIn();
  const [sent, setSent] = useState<Sent | null>(null);
  const [busy, setBusy] = useState(false);
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  const submit = async (
    command: PeopleCommand,
    payload: object,
    found: readonly FieldFault[] = [],
  ): Promise<boolean> => {
    if (found.length > 0) {
      onBegin();
      setSent({ kind: 'FAULTS', faults: found });
      return false;
    }
    const content = JSON.stringify([body, command, payload]);
    if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
    setBusy(true);
    onBegin();
    setSent(null);
    try {
      // All commands answer alike: one of them stands for the type of all.
      const path =
        `/v1/bodies/{body}/people/${command}` as '/v1/bodies/{body}/people/invite-person';
      const { data, error } = await client.POST(path, {
        params: { path: { body }, header: { 'Idempotency-Key': last.current.key } },
        body: payload as never,
      });
      line.found();
      if (data !== undefined) {
        last.current = null;
        // Whoever changed their own roles sees at once what they may do now.
        await refreshMe().catch(() => undefined);
        return true;
      }
      const outcome: Sent = typeof error.code === 'string' ? readProblem(error) : { kind: 'AWAY' };
      if (outcome.kind !== 'AWAY') last.current = null;
      setSent(outcome);
    } catch {
      line.lost();
      setSent({ kind: 'AWAY' });
    } finally {
      setBusy(false);
    }
    return false;
  };
  return { sent, busy, submit, faults: sent?.kind === 'FAULTS' ? sent.faults : [] };
}
