import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import type { AgreementAnswer, Side } from './model.js';

/** A remark on a clause; it changes no text and binds nobody. */
export interface ClauseComment {
  readonly index: number;
  readonly clause: string;
  readonly side: Side | null;
  readonly person: string;
  readonly text: string;
  readonly at: string;
}

interface Recorded {
  readonly index: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: { readonly person: string | null };
  readonly payload: {
    readonly clause?: string;
    readonly side?: Side | null;
    readonly text?: string;
  };
}

/** The remarks among the events, oldest first. */
export const commentsIn = (events: readonly unknown[]): readonly ClauseComment[] =>
  (events as readonly Recorded[])
    .filter(({ type }) => type === 'ClauseCommented')
    .map(({ index, occurredAt, actor, payload }) => ({
      index,
      clause: payload.clause ?? '',
      side: payload.side ?? null,
      person: actor.person ?? '',
      text: payload.text ?? '',
      at: occurredAt,
    }));

/** What was remarked on the clauses so far; none as long as they cannot be read. */
export function useComments(agreement: AgreementAnswer): readonly ClauseComment[] {
  const { client } = useSignedIn();
  const { data } = useResource(`events ${agreement.id} ${String(agreement.version)}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/events', {
        params: { path: { agreement: agreement.id } },
      }),
    ),
  );
  return commentsIn(data?.items ?? []);
}
