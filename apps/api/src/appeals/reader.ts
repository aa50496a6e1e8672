import {
  appealableUntil,
  appealsIn,
  dayAt,
  isAppellant,
  label,
  shownToAppellant,
  type Agreement,
  type Day,
  type Language,
  type Principal,
} from '@twinning/domain';
import { asRead, asRegistry } from '@twinning/engine';
import { listAppealable, loadForInaction, loadStates, readingAs } from '@twinning/read-model';
import { pMemberOf } from '@twinning/registry';
import type { AgreementReader } from '../agreements/reader.js';
import { Problem } from '../problems/problem.js';
import { namesOf, type Names } from '../registry/names.js';
import type { Resources } from '../resources.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Appellant = Principal & { readonly member: number };

const actsForBody = (caller: Principal): caller is Appellant => caller.member !== null;

/**
 * Agreements in which the caller's body may appeal without being a party (DIR 5.1.2). The database says which they are
 * and hands out no other row; of each is shown what the domain's `shownToAppellant` leaves.
 */
export class AppealReader {
  constructor(
    private readonly resources: Resources,
    private readonly agreements: AgreementReader,
  ) {}

  /** The agreement, for this purpose only; what the caller may not appeal in does not exist for it. */
  async open(
    caller: Principal,
    id: string,
  ): Promise<{ readonly caller: Appellant; readonly state: Agreement }> {
    if (!actsForBody(caller) || !UUID.test(id)) throw new Problem('NOT_FOUND');
    const state = await this.find(caller, id, await this.pMemberOf(caller));
    if (state === null) throw new Problem('NOT_FOUND');
    return { caller, state };
  }

  /** The same whole, for who wants to act; null where neither an appeal nor a complaint of inaction is the caller's. */
  async toAct(caller: Principal, id: string): Promise<Agreement | null> {
    if (!actsForBody(caller) || !UUID.test(id)) return null;
    const pMember = await this.pMemberOf(caller);
    const named = await loadForInaction(asRead(this.resources.db), id, appealsIn(caller, pMember));
    return named ?? this.find(caller, id, pMember);
  }

  private async find(
    caller: Appellant,
    id: string,
    pMember: readonly number[],
  ): Promise<Agreement | null> {
    const found = await this.listed(caller, pMember, { limit: 1, agreement: id });
    const [state] = await loadStates(asRead(this.resources.db), found);
    return state !== undefined && isAppellant(caller, pMember, state) ? state : null;
  }

  async detail(of: Principal, id: string, language: Language) {
    const { caller, state } = await this.open(of, id);
    return this.agreements.detailForAppeal(caller, state, language);
  }

  async list(
    caller: Principal,
    limit: number,
    language: Language,
  ): Promise<readonly AppealableItem[]> {
    if (!actsForBody(caller)) return [];
    const { db } = this.resources;
    const pMember = await this.pMemberOf(caller);
    const found = await this.listed(caller, pMember, { limit });
    const states = (await loadStates(asRead(db), found)).filter((state) =>
      isAppellant(caller, pMember, state),
    );
    const names = await namesOf(
      db,
      states.flatMap(({ lead, twinned }) => [lead, twinned]),
      states.map(({ committee }) => committee),
    );
    return states.map((state) => itemOf(shownToAppellant(caller.member, state), names, language));
  }

  private listed(
    caller: Appellant,
    pMember: readonly number[],
    asked: { readonly limit: number; readonly agreement?: string },
  ): Promise<readonly string[]> {
    return readingAs(
      asRead(this.resources.db),
      caller,
      (trx) => listAppealable(trx, caller, pMember, asked),
      pMember,
    );
  }

  private async pMemberOf(caller: Appellant): Promise<readonly number[]> {
    const { db, clock } = this.resources;
    const today = dayAt(await clock.now(db));
    return pMemberOf(asRegistry(db), caller.member, today);
  }
}

type Decision = Agreement['ending']['decisions'][number];
type Appeal = Agreement['ending']['appeals'][number];

/** An agreement in the list: what the decisions are, in which committee, until when they can be appealed. */
export interface AppealableItem {
  readonly agreement: string;
  readonly typeText: string;
  readonly leadAcronym: string | null;
  readonly twinnedAcronym: string | null;
  readonly committeeReference: string | null;
  readonly decisions: readonly (Pick<
    Decision,
    'id' | 'kind' | 'body' | 'reference' | 'decidedOn' | 'final'
  > & { readonly until: Day })[];
  readonly appeals: readonly Pick<Appeal, 'id' | 'decision' | 'level' | 'stage' | 'since'>[];
}

const itemOf = (shown: Agreement, names: Names, language: Language): AppealableItem => ({
  agreement: shown.id,
  typeText: label('type', shown.type, language),
  leadAcronym: names.member(shown.lead),
  twinnedAcronym: names.member(shown.twinned),
  committeeReference: names.committee(shown.committee),
  decisions: shown.ending.decisions.map((decision) => ({
    id: decision.id,
    kind: decision.kind,
    body: decision.body,
    reference: decision.reference,
    decidedOn: decision.decidedOn,
    until: appealableUntil(shown, decision),
    final: decision.final,
  })),
  appeals: shown.ending.appeals.map(({ id, decision, level, stage, since }) => ({
    ...{ id, decision, level, stage, since },
  })),
});
