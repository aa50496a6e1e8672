import {
  clauseHistory,
  differenceOfClauses,
  differenceOfValues,
  inLanguage,
  originOfSentence,
  type ClauseDifference,
  type ClauseHistory,
} from '@twinning/documents';
import {
  asItStands,
  documents,
  LANGUAGES,
  sectionsFor,
  startersFor,
  type Agreement,
  type Language,
  type Principal,
} from '@twinning/domain';
import { foldHistory, hashOf, historyOf } from '@twinning/engine';
import type { RecordedEvent } from '@twinning/event-log';
import type { AgreementReader } from '../agreements/reader.js';
import { Problem, unfit } from '../problems/problem.js';
import type { Resources } from '../resources.js';

export interface TermsPart {
  readonly document: 'AGREEMENT' | 'PLAN' | undefined;
  readonly language: Language | undefined;
}

/** The terms as they were written: who wrote what, and what differs between two versions, word by word. */
export class TermsReader {
  constructor(
    private readonly resources: Resources,
    private readonly reader: AgreementReader,
  ) {}

  async history(caller: Principal, id: string, clause: string): Promise<ClauseHistory> {
    const state = await this.readable(caller, id);
    // By the template of the agreement: today's may have clauses that it never had.
    if (!documents(state, hashOf).clauses.some((c) => c.clause === clause)) {
      throw new Problem('NOT_FOUND');
    }
    return clauseHistory((await this.events(caller, id)).map(told), clause, hashOf);
  }

  async starters(caller: Principal, id: string) {
    return { items: startersFor(await this.readable(caller, id)) };
  }

  async origin(caller: Principal, id: string, clause: string, sentence: string) {
    const found = originOfSentence(await this.history(caller, id, clause), sentence);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  /** Two versions of a clause by their hashes; without `to` the current one. */
  async ofClause(caller: Principal, id: string, clause: string, from: string, to?: string) {
    const { versions } = await this.history(caller, id, clause);
    const byHash = (pointer: string, hash: string) => {
      const version = versions.findLast((v) => v.hash === hash);
      if (version === undefined) throw unfit(pointer, 'the hash of a version of this clause');
      return version;
    };
    const before = byHash('from', from);
    const after =
      to === undefined ? versions.findLast((v) => v.standing === 'CURRENT') : byHash('to', to);
    return {
      clause,
      from: before.hash,
      to: after?.hash ?? null,
      parts: differenceOfValues(before.value, after?.value ?? null),
    };
  }

  /** The documents at two versions of the agreement; without `to` as they stand now. */
  async between(
    caller: Principal,
    id: string,
    from: number,
    to: number | undefined,
    of: TermsPart,
  ) {
    const now = await this.readable(caller, id);
    const events = await this.events(caller, id);
    const last = to ?? now.version;
    if (from > last || last > events.length) {
      throw unfit('to', 'a version of the agreement that is not before "from"');
    }
    const [before, after] = [at(id, events, from), at(id, events, last)];
    return {
      ...{ agreement: id, from, to: last },
      sameText: isSameText(before, after, of.document),
      clauses: differenceOf(before, after, of),
    };
  }

  private events(caller: Principal, id: string): Promise<readonly RecordedEvent[]> {
    return historyOf(this.resources.as(caller), this.resources.log, id);
  }

  // What two bodies negotiate is for them, for the desks and for auditors.
  private async readable(caller: Principal, id: string): Promise<Agreement> {
    const state = await this.reader.state(caller, id);
    if (!sectionsFor(caller, state).includes('negotiation')) throw new Problem('FORBIDDEN');
    return state;
  }
}

export const at = (id: string, events: readonly RecordedEvent[], version: number): Agreement =>
  foldHistory(id, events.slice(0, version));

/** What differs in a clause: as its author wrote it, or in its translation into the language that is named. */
export type TermsDifference = ClauseDifference & { readonly language: Language | null };

const viewOf = (state: Agreement) => documents(asItStands(state, hashOf), hashOf);

/** Whether both documents, or the one, are the same to the last hash: parties, subject and translations among it. */
export function isSameText(
  before: Agreement,
  after: Agreement,
  document: TermsPart['document'],
): boolean {
  const [a, b] = [viewOf(before), viewOf(after)];
  return (
    (document === 'PLAN' || a.documentHash === b.documentHash) &&
    (document === 'AGREEMENT' || a.planHash === b.planHash)
  );
}

/**
 * What differs in the documents of two states; clauses that say the same are left out. Both languages are looked at, for a
 * translation is part of the text that both accept, unless one language is asked for.
 */
export function differenceOf(
  before: Agreement,
  after: Agreement,
  { document, language }: TermsPart = { document: undefined, language: undefined },
): readonly TermsDifference[] {
  const clauses = (state: Agreement) =>
    viewOf(state).clauses.filter((c) => document === undefined || c.document === document);
  const [old, fresh] = [clauses(before), clauses(after)];
  const differing = (into: Language | null, of: (clause: string) => boolean) =>
    differenceOfClauses(inLanguage(old, into), inLanguage(fresh, into))
      .filter((d) => d.change !== 'SAME' && of(d.clause))
      .map((d) => ({ ...d, language: into }));
  if (language !== undefined) return differing(language, () => true);
  // A locked clause says the same in both languages; one that was written anew in another differs as it was written.
  const written = new Set(
    [...old, ...fresh].flatMap((c) =>
      c.kind === 'locked'
        ? LANGUAGES.map((l) => `${l} ${c.clause}`)
        : [`${c.language} ${c.clause}`],
    ),
  );
  return [
    ...differing(null, () => true),
    ...LANGUAGES.flatMap((l) => differing(l, (clause) => !written.has(`${l} ${clause}`))),
  ];
}

export const told = (event: RecordedEvent) => ({
  type: event.type,
  payload: event.payload,
  version: event.version,
  index: event.index,
  occurredAt: event.occurredAt,
  person: event.actor.person,
  // A deputy of somebody without a body acts for a person.
  member: typeof event.onBehalfOf === 'number' ? event.onBehalfOf : null,
});
