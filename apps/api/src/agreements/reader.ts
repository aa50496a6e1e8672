import {
  actionsFor,
  canSee,
  codeInWords,
  dayAt,
  needsOf,
  phaseOf,
  refusalText,
  label,
  named,
  numbersIn,
  requestContent,
  sectionLabels,
  sectionsFor,
  sentenceOfEvent,
  shownToAppellant,
  shownWith,
  startAhead,
  startAheadFor,
  statusOf,
  statusText,
  textsOf,
  untranslatedIn,
  withheldFrom,
  type Agreement,
  type Language,
  type NameOf,
  type Principal,
  type Reading,
  type Refusal,
  type Section,
  type StartAhead,
} from '@twinning/domain';
import {
  asRead,
  asRegistry,
  foldHistory,
  hashOf,
  historyOf,
  isPast,
  loadFacts,
  namesOfPersons,
  toStreamEvent,
  type Until,
} from '@twinning/engine';
import { loadState, readingAs } from '@twinning/read-model';
import { committeeFact, memberFact } from '@twinning/registry';
import type { AgreementDetail } from './detail.js';
import { documentsOf } from './documents.js';
import { eventsShown, isShownTo } from './events-shown.js';
import { deadlineViews, dutyViews } from './moves.js';
import { endingView, evaluationView } from './phases.js';
import { Problem, unfit } from '../problems/problem.js';
import { momentOf } from '../record/agreement-history.js';
import { namesOf } from '../registry/names.js';
import type { Resources } from '../resources.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Opened extends Reading {
  readonly state: Agreement;
}

/** Agreements as their readers see them. What a caller may not see does not exist for them (`NOT_FOUND`). */
export class AgreementReader {
  constructor(private readonly resources: Resources) {}

  /** The agreement now, or folded from the record up to a version or an instant. */
  async state(caller: Principal, id: string, until: Until = {}): Promise<Agreement> {
    return (await this.open(caller, id, until)).state;
  }

  /** The same with the sections that the caller reads, which today's agreement says for its past too. */
  async open(caller: Principal, id: string, until: Until = {}): Promise<Opened> {
    const { db, log } = this.resources;
    const now = UUID.test(id)
      ? await readingAs(asRead(db), caller, (trx) => loadState(trx, id))
      : null;
    // Whoever may see it today may see its past: a partner that joined later reads how it began.
    if (now === null || !canSee(caller, now)) throw new Problem('NOT_FOUND');
    const reading = { sections: sectionsFor(caller, now), member: caller.member };
    if (!isPast(until)) return { state: now, ...reading };
    const then = foldHistory(id, await historyOf(this.resources.as(caller), log, id, until));
    if (then.version === 0) throw new Problem('NOT_FOUND');
    return { state: then, ...reading };
  }

  async detail(
    caller: Principal,
    id: string,
    until: Until,
    language: Language,
  ): Promise<AgreementDetail> {
    const { state, ...reading } = await this.open(caller, id, until);
    const { sections, member } = reading;
    return {
      ...(await this.summary(state, language, startAheadFor(reading, state))),
      ...this.content(state, shownWith(sections, state, member), sections, language),
      requestHash: hashOf(requestContent(state)),
      duties: dutyViews(reading, state, language),
      nextDeadline: deadlineViews(reading, state, language)[0] ?? null,
      actions: isPast(until) ? [] : await this.actions(caller, state, language),
    };
  }

  /** The same for a body that appeals without being a party: the heading, the decisions, its own appeals. */
  async detailForAppeal(
    caller: Principal & { readonly member: number },
    state: Agreement,
    language: Language,
  ): Promise<AgreementDetail> {
    const shown = shownToAppellant(caller.member, state);
    const ahead = startAhead(state) === null ? null : { on: null };
    return {
      ...(await this.summary(state, language, ahead)),
      ...this.content(state, shown, [], language),
      requestHash: hashOf(requestContent(shown)),
      duties: [],
      nextDeadline: null,
      actions: await this.actions(caller, state, language),
    };
  }

  private content(
    state: Agreement,
    shown: Agreement,
    sections: readonly Section[],
    language: Language,
  ) {
    const { term, proposal, approval, execution, oversight } = shown;
    return {
      term,
      request: proposal,
      approval,
      negotiation: documentsOf(shown),
      execution,
      oversight,
      evaluation: evaluationView(shown),
      ending: endingView(shown),
      withheld: withheldFrom(sections).map((section) => ({
        section,
        text: sectionLabels[section][language],
      })),
      jointActs: Object.values(shown.jointActs).map((a) => ({
        ...a,
        contentHash: a.contentHash === '' ? null : a.contentHash,
        content: a.content ?? null,
        untranslated: untranslatedIn(state, a, hashOf),
      })),
    };
  }

  async summary(state: Agreement, language: Language, ahead: StartAhead | null) {
    const { db, clock } = this.resources;
    const today = dayAt(await clock.now(db));
    const body = async (member: number | null) => {
      const fact = member === null ? null : await memberFact(asRegistry(db), member, today);
      return member === null ? null : { member, acronym: fact?.acronym ?? null };
    };
    const committee =
      state.committee === null ? null : await committeeFact(asRegistry(db), state.committee, today);
    const status = statusOf(state);
    const phase = phaseOf(state);
    return {
      id: state.id,
      version: state.version,
      status,
      statusText: statusText(status, ahead, language),
      phase,
      phaseText: label('phase', phase, language),
      type: state.type,
      typeText: label('type', state.type, language),
      ruleset: state.ruleset,
      catchUp: state.catchUp?.open === true,
      initiator: state.initiator,
      lead: await body(state.lead),
      twinned: await body(state.twinned),
      committee:
        state.committee === null
          ? null
          : {
              id: state.committee,
              reference: committee?.reference ?? null,
              title: (language === 'fr' ? committee?.titleFr : committee?.titleEn) ?? null,
            },
      workingGroup: state.workingGroup,
    };
  }

  async actions(caller: Principal, state: Agreement, language: Language) {
    const { db, clock } = this.resources;
    const now = await clock.now(db);
    const { facts, claims } = await loadFacts(db, state, needsOf(state, null, caller), dayAt(now));
    const around = { now, principal: caller, facts, claims, hash: hashOf };
    const may = (refusal: Refusal | null) => ({
      allowed: refusal === null,
      ...(refusal !== null && {
        refusal: { code: refusal.refused, ...refusalText(refusal, language) },
      }),
    });
    return actionsFor(state, around).map(({ command, clause, refusal, choices, known = {} }) => ({
      command,
      text: textsOf(language).commands[command] ?? command,
      clause,
      ...may(refusal),
      ...(choices !== null && {
        choices: {
          field: choices.field,
          values: choices.values.map((each) => ({ value: each.value, ...may(each.refusal) })),
        },
      }),
      known: Object.entries(known).map(([field, values]) => ({
        field,
        values: values.map((value) => ({ value, text: codeInWords(field, value, language) })),
      })),
    }));
  }

  /** What happens next and when if nobody acts, earliest first. */
  async deadlines(caller: Principal, id: string, until: Until, language: Language) {
    const { state, ...reading } = await this.open(caller, id, until);
    return deadlineViews(reading, state, language);
  }

  /** Every event in order: when it happened, who acted for whom, what it says, and its place in the record. */
  async timeline(caller: Principal, id: string, until: Until, language: Language) {
    const reading = await this.open(caller, id);
    const { db, log } = this.resources;
    const events = (await historyOf(this.resources.as(caller), log, id, until)).filter((e) =>
      isShownTo(reading, e),
    );
    const people = await namesOfPersons(
      db,
      log,
      events.map((e) => e.actor.person),
    );
    const called = await this.calledIn(events.map(toStreamEvent));
    return events.map((event) => ({
      version: event.version,
      index: event.index,
      type: event.type,
      text: sentenceOfEvent(toStreamEvent(event), language, called),
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      actor: event.actor,
      name: event.actor.person === null ? null : (people.get(event.actor.person) ?? null),
      onBehalfOf: event.onBehalfOf,
      command: event.commandId,
    }));
  }

  /** What the bodies and committees of these events are called today. */
  async calledIn(events: readonly { readonly payload: object }[]): Promise<NameOf> {
    const { members, committees } = numbersIn(events.map(({ payload }) => payload));
    return named(await namesOf(this.resources.db, members, committees));
  }

  /** The events as they stand in the record; of what is withheld, that there is one. */
  async events(caller: Principal, id: string, afterVersion: number) {
    const reading = await this.open(caller, id);
    const events = await this.resources.log.readStream(
      this.resources.as(caller),
      `agreement/${id}`,
      afterVersion,
    );
    return eventsShown(reading, events);
  }

  /**
   * `asOf` as a date means the end of that day in Europe/Zurich; an instant means that instant; `@1234` the first 1234 entries
   * of the record.
   */
  static until(version: string | undefined, asOf: string | undefined): Until {
    if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) {
      throw unfit('version', 'a version of the agreement, e.g. 12');
    }
    const { occurredBy, belowIndex } = asOf === undefined ? {} : momentOf('asOf', asOf);
    return {
      ...(version !== undefined && { version: Number(version) }),
      ...(occurredBy !== undefined && { asOf: occurredBy }),
      ...(belowIndex !== undefined && { belowIndex }),
    };
  }
}
