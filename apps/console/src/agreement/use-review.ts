import { useRef, useState } from 'react';
import forms from 'virtual:command-forms';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { send, type Sent } from '../forms/send.js';
import type { AgreementAnswer } from './model.js';
import { afterSending, sendReview, type PendingComment } from './review.js';

interface Kept {
  readonly comments: readonly PendingComment[];
  /** The version that was read when the first remark was written. */
  readonly since: number;
}

export interface Review extends Kept {
  readonly busy: boolean;
  readonly recorded: number;
  readonly stopped: Sent | null;
  readonly add: (clause: string, text: string) => void;
  readonly remove: (key: string) => void;
  /** Sends all that waits, and one more when it is given. */
  readonly sendAll: (more?: { readonly clause: string; readonly text: string }) => Promise<void>;
}

const COMMENT = 'CommentClause';

/** Remarks on the clauses that wait in this browser until they are sent as one review. */
export function useReview(agreement: AgreementAnswer, onChanged: () => void): Review {
  const { client, me } = useSignedIn();
  const draft = `${me.person}.${agreement.id}.review`;
  const [kept, setKept] = useState<Kept>(
    () => readDraft<Kept>(draft) ?? { comments: [], since: agreement.version },
  );
  const [busy, setBusy] = useState(false);
  const [recorded, setRecorded] = useState(0);
  const [stopped, setStopped] = useState<Sent | null>(null);
  // A review is on its way for as long as the line takes: what is written meanwhile is in none of the lists of then.
  const latest = useRef(kept);
  const become = (change: (waiting: readonly PendingComment[]) => readonly PendingComment[]) => {
    const { comments: before, since } = latest.current;
    const comments = change(before);
    const next = { comments, since: before.length === 0 ? agreement.version : since };
    if (comments.length === 0) dropDraft(draft);
    else keepDraft(draft, next);
    latest.current = next;
    setKept(next);
  };
  const pending = (clause: string, text: string): PendingComment => ({
    clause,
    text,
    key: crypto.randomUUID(),
  });
  return {
    ...kept,
    busy,
    recorded,
    stopped,
    add: (clause, text) => {
      setRecorded(0);
      become((waiting) => [...waiting, pending(clause, text)]);
    },
    remove: (key) => {
      become((waiting) => waiting.filter((comment) => comment.key !== key));
    },
    sendAll: async (more) => {
      const form = forms.commands[COMMENT];
      if (form === undefined) return;
      const all = [
        ...latest.current.comments,
        ...(more === undefined ? [] : [pending(more.clause, more.text)]),
      ];
      // On disk before it leaves: a browser that dies on the way sends it again under the same key.
      become(() => all);
      setBusy(true);
      const to = { path: form.path, agreement: agreement.id, version: agreement.version };
      const result = await sendReview(
        all,
        to,
        (command) => send(client, command),
        () => crypto.randomUUID(),
      );
      become((waiting) => afterSending(waiting, all, result));
      setRecorded(result.sent);
      setStopped(result.stopped);
      setBusy(false);
      if (result.sent > 0 || result.stopped?.kind === 'CHANGED') onChanged();
    },
  };
}
