import forms from 'virtual:command-forms';
import { useEffect, useState } from 'react';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { send, type Sent } from '../forms/send.js';
import {
  emptyProposal,
  nothingSent,
  plannedCommands,
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
  readonly started: boolean;
  readonly startAgain: () => void;
}

/** A proposal being written, kept in this browser at every keystroke until it is sent. */
export function useProposal(): ProposalState {
  const { client, me } = useSignedIn();
  const name = `${me.person}.proposal`;
  const [kept, setKept] = useState<Kept>(
    () => readDraft<Kept>(name) ?? { proposal: emptyProposal, progress: nothingSent },
  );
  const [sent, setSent] = useState<Sent | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    keepDraft(name, kept);
  }, [name, kept]);

  const sendAll = async (): Promise<string | null> => {
    const planned = plannedCommands(kept.proposal);
    let progress: Progress = {
      ...kept.progress,
      keys: planned.map((_, i) => kept.progress.keys[i] ?? crypto.randomUUID()),
    };
    setBusy(true);
    for (const [i, { command, payload }] of planned.entries()) {
      const key = progress.keys[i];
      const form = forms.commands[command];
      if (i < progress.done || key === undefined || form === undefined) continue;
      setKept({ proposal: kept.proposal, progress });
      const { agreement, version } = progress;
      const outcome = await send(client, { path: form.path, agreement, version, key, payload });
      if (outcome.kind !== 'DONE') {
        // A refusal is an answer to this content: other content gets another key.
        const keys = progress.keys.map((k, at) => (at === i ? crypto.randomUUID() : k));
        const retried = outcome.kind === 'AWAY' || outcome.kind === 'STORED';
        const current = outcome.kind === 'CHANGED' ? outcome.current : version;
        setKept({
          proposal: kept.proposal,
          progress: { ...progress, version: current, ...(!retried && { keys }) },
        });
        setSent(outcome);
        setBusy(false);
        return null;
      }
      progress = {
        ...progress,
        done: i + 1,
        agreement: outcome.agreement,
        version: outcome.version,
      };
    }
    setBusy(false);
    dropDraft(name);
    return progress.agreement;
  };
  return {
    proposal: kept.proposal,
    change: (part) => {
      setSent(null);
      setKept({ ...kept, proposal: { ...kept.proposal, ...part } });
    },
    sent,
    busy,
    sendAll,
    started: kept.progress.agreement !== null,
    startAgain: () => {
      setSent(null);
      setKept({ proposal: emptyProposal, progress: nothingSent });
    },
  };
}
