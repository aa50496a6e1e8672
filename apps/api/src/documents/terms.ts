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
    return { agreement: id, from, to: last, clauses: differenceOf(before, after, of) };
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

/** What differs in the documents of two states; clauses that say the same are left out. */
export function differenceOf(
  before: Agreement,
  after: Agreement,
  of: TermsPart = { document: undefined, language: undefined },
): readonly ClauseDifference[] {
  const clauses = (state: Agreement) => {
    const view = documents(asItStands(state, hashOf), hashOf);
    return inLanguage(
      view.clauses.filter((c) => of.document === undefined || c.document === of.document),
      of.language ?? null,
    );
  };
  return differenceOfClauses(clauses(before), clauses(after)).filter((d) => d.change !== 'SAME');
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
