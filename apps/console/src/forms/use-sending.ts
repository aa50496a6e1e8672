import { useRef, useState } from 'react';
import { useConsole } from '../console.js';
import { send, type Command, type Sent } from './send.js';

export interface Sending {
  readonly sent: Sent | null;
  readonly busy: boolean;
  readonly submit: (command: Omit<Command, 'key'>) => Promise<Sent>;
  readonly clear: () => void;
}

/**
 * Sends commands one at a time. The same content keeps its key until an answer came, so that a repeat over a bad line
 * is carried out once; other content gets another key.
 */
export function useSending(): Sending {
  const { client } = useConsole();
  const [sent, setSent] = useState<Sent | null>(null);
  const [busy, setBusy] = useState(false);
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return {
    sent,
    busy,
    clear: () => {
      setSent(null);
    },
    submit: async (command) => {
      const content = JSON.stringify(command);
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
      setBusy(true);
      const outcome = await send(client, { ...command, key: last.current.key });
      if (outcome.kind !== 'AWAY' && outcome.kind !== 'STORED') last.current = null;
      setSent(outcome);
      setBusy(false);
      return outcome;
    },
  };
}
