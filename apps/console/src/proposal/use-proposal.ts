import forms from 'virtual:command-forms';
import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { send, type Sent } from '../forms/send.js';
import {
  emptyProposal,
  nextCommand,
  nothingSent,
  progressOf,
  saidAfter,
  type Progress,
  type Proposal,
} from './plan.js';

interface Kept {
  readonly proposal: Proposal;
  readonly progress: Progress;
}

export interface ProposalState {
  readonly proposal: Proposal;
  readonly change: (part: Partial<Proposal>) => void;
  readonly sent: Sent | null;
  readonly busy: boolean;
  /** Sends what is not sent yet; answers the agreement when all of it is carried out. */
  readonly sendAll: () => Promise<string | null>;
  /** The draft that is open already: what is changed now is added to it. */
  readonly opened: string | null;
  readonly startAgain: () => void;
}

/** A proposal being written, kept in this browser at every keystroke until it is sent. */
export function useProposal(): ProposalState {
  const { client, me } = useSignedIn();
  const name = `${me.person}.proposal`;
  const [kept, setKept] = useState<Kept>(() => {
    const { proposal = emptyProposal, progress = nothingSent } =
      readDraft<Partial<Kept>>(name) ?? {};
    return { proposal, progress: progressOf(progress) };
  });
  const [sent, setSent] = useState<Sent | null>(null);
  const [busy, setBusy] = useState(false);
  // One goes on writing while the line is slow: what is sent next is what stands there then.
  const latest = useRef(kept);
  const isSent = useRef(false);
  const keep = (part: Partial<Kept>) => {
    isSent.current = false;
    latest.current = { ...latest.current, ...part };
    setKept(latest.current);
  };
  useEffect(() => {
    // The last answer comes back to a page that is about to go: what is sent is not kept again.
    if (!isSent.current) keepDraft(name, kept);
  }, [name, kept]);

  const sendAll = async (): Promise<string | null> => {
    setBusy(true);
    for (;;) {
      const { proposal, progress } = latest.current;
      const { agreement, version, said } = progress;
      const planned = nextCommand(proposal, said);
      const next =
        progress.unanswered ??
        (planned === null ? null : { ...planned, key: crypto.randomUUID(), proposal });
      const form = next === null ? undefined : forms.commands[next.command];
      if (next === null || form === undefined) {
        isSent.current = true;
        setBusy(false);
        dropDraft(name);
        return agreement;
      }
      keep({ progress: { ...progress, unanswered: next } });
      const { key, payload } = next;
      const outcome = await send(client, { path: form.path, agreement, version, key, payload });
      if (outcome.kind !== 'DONE') {
        // A refusal is an answer to this content: other content gets another key.
        const isUnanswered = outcome.kind === 'AWAY' || outcome.kind === 'STORED';
        keep({
          progress: {
            ...progress,
            version: outcome.kind === 'CHANGED' ? outcome.current : version,
            unanswered: isUnanswered ? next : null,
          },
        });
        setSent(outcome);
        setBusy(false);
        return null;
      }
      keep({
        progress: {
          agreement: outcome.agreement,
          version: outcome.version,
          said: saidAfter(next, next.proposal, said),
          unanswered: null,
        },
      });
    }
  };
  return {
    proposal: kept.proposal,
    change: (part) => {
      setSent(null);
      keep({ proposal: { ...latest.current.proposal, ...part } });
    },
    sent,
    busy,
    sendAll,
    opened: kept.progress.agreement,
    startAgain: () => {
      setSent(null);
      keep({ proposal: emptyProposal, progress: nothingSent });
    },
  };
}
