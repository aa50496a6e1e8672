import { useEffect, useRef, useState } from 'react';
import { useConsole } from '../console.js';
import { isUnderWay, outbox, useOutbox } from '../outbox/store.js';
import { send, type Command, type Sent } from './send.js';

export interface Sending {
  readonly sent: Sent | null;
  readonly busy: boolean;
  /** Waits in the outbox, and is sent from there, or its outcome asked for. */
  readonly isWaiting: boolean;
  readonly submit: (command: Omit<Command, 'key'>) => Promise<Sent>;
  readonly clear: () => void;
  /** The version that was read when this was written, where it came back from the outbox because of a newer one. */
  readonly writtenOn: number | null;
}

/** How a command shows in the outbox, and the draft that goes with it. */
export interface Label {
  readonly title: string;
  readonly draft: string;
  /** It had waited in the outbox and is carried out. */
  readonly onLater: (sent: Sent & { readonly kind: 'DONE' }) => void;
}

/**
 * Sends commands one at a time. One that gets no answer, or is only stored, goes into the outbox under its key, and so
 * does what follows in the same agreement until the outcome is known. The same content keeps its key until an answer
 * came, so that a repeat over a bad line is carried out once; other content gets another key.
 */
export function useSending(label: Label): Sending {
  const { client, now } = useConsole();
  const [returned] = useState(() =>
    outbox.current().find(({ draft, state }) => draft === label.draft && state === 'CHANGED'),
  );
  const [sent, setSent] = useState<Sent | null>(
    returned === undefined ? null : { kind: 'CHANGED', current: null },
  );
  const [busy, setBusy] = useState(false);
  const isWaiting = useOutbox().some((entry) => entry.draft === label.draft && isUnderWay(entry));
  const latest = useRef(label);
  latest.current = label;
  useEffect(() => {
    if (isWaiting) return;
    const later = outbox.take(latest.current.draft);
    if (later?.kind === 'DONE') latest.current.onLater(later);
    else if (later !== null) setSent(later);
  }, [isWaiting]);
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return {
    sent,
    busy,
    isWaiting,
    writtenOn: returned?.version ?? null,
    clear: () => {
      setSent(null);
    },
    submit: async (command) => {
      const content = JSON.stringify(command);
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
      setBusy(true);
      // What came of the attempt before goes: the same refusal again is told again.
      setSent(null);
      const outcome: Sent = outbox.hasInFront(command.agreement)
        ? { kind: 'AWAY' }
        : await send(client, { ...command, key: last.current.key });
      const isOpen = outcome.kind === 'AWAY' || outcome.kind === 'STORED';
      if (!isOpen) last.current = null;
      if (isOpen) {
        outbox.add({
          ...command,
          title: label.title,
          draft: label.draft,
          key: last.current?.key ?? crypto.randomUUID(),
          at: window.location.pathname + window.location.search,
          given: new Date(now()).toISOString(),
          state: outcome.kind === 'STORED' ? 'STORED' : 'WAITING',
          problem: null,
        });
      }
      if (outcome.kind === 'DONE') outbox.dropOf(label.draft);
      // What waits is told of by itself: nobody needs to send it again.
      setSent(outcome.kind === 'AWAY' ? null : outcome);
      setBusy(false);
      return outcome;
    },
  };
}
