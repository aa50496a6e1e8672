import {
  canSeeColleagues,
  canSeeStaff,
  peopleCommands,
  preferredLanguage,
  sentenceOfPeopleEvent,
  textsOf,
  type Json,
  type Language,
  type Principal,
  type Refusal,
} from '@twinning/domain';
import { asRead, PeopleService, peopleStream } from '@twinning/engine';
import type { RecordedEvent } from '@twinning/event-log';
import { loadStaff, readingAs } from '@twinning/read-model';
import { demandKey, demandSound } from '../commands/edge.js';
import { receiptsOf, refusalReceipt } from '../commands/receipts.js';
import type { SharedLimiter } from '../limits/shared-limiter.js';
import { Problem, RefusedOutcome } from '../problems/problem.js';
import type { Receipts } from '../record/receipts.js';
import type { Resources } from '../resources.js';
import { peopleCommandAt } from './command-names.js';

export interface PeopleRequest {
  readonly caller: Principal;
  readonly key: string | undefined;
  readonly body: number;
  readonly path: string;
  readonly payload: unknown;
  readonly correlation: string;
  /** In which the answer says why it brings no receipt. */
  readonly language: Language;
}

/** The people of a body, their roles and who stands in for whom; decided in the same request. */
export class PeopleDesk {
  private readonly service: PeopleService;

  constructor(
    private readonly resources: Resources,
    private readonly limiter: SharedLimiter,
    private readonly proofs: Receipts,
  ) {
    this.service = new PeopleService(resources.db, resources.log, resources.clock);
  }

  async send({ caller, key, body, path, payload, correlation, language }: PeopleRequest) {
    demandKey(key);
    const type = peopleCommandAt(path);
    const definition = type === undefined ? undefined : peopleCommands[type];
    if (type === undefined || definition === undefined) throw new Problem('NOT_FOUND');
    const asked = { key, body, type, payload: payload as Json, principal: caller, correlation };
    // A repeat gets its stored outcome before anything is asked of it anew.
    let decided = await this.service.repeated(asked);
    if (decided === undefined) {
      await this.visible(caller, body);
      demandSound(this.limiter, caller.person, definition.shape, payload);
      decided = await this.service.handle(asked);
    }
    if (decided === null) throw new Problem('COMMAND_ID_REUSED');
    const { id: command, outcome, repeated } = decided;
    if (!outcome.accepted) {
      if (!repeated) await this.limiter.count(caller.person);
      const { code, clause, details, version, index: recorded } = outcome;
      throw new RefusedOutcome({ refused: code, clause, details } as Refusal, {
        command,
        version,
        recorded,
        ...refusalReceipt(recorded),
        ...(await this.proofs.ofEntries(recorded === null ? [] : [recorded], language)),
      });
    }
    const { version, decidedAt, events } = outcome;
    const receipts = receiptsOf(events);
    const proofs = await this.proofs.ofEntries(
      events.map(({ index }) => index),
      language,
    );
    return { command, body, status: 'ACCEPTED', version, decidedAt, events, receipts, ...proofs };
  }

  async read(caller: Principal, body: number, accepted: string | undefined) {
    const staff = await this.visible(caller, body);
    const history = await this.resources.log.readStream(
      this.resources.as(caller),
      peopleStream(body),
    );
    const named = namesIn(history);
    const language = preferredLanguage(accepted);
    const all = canSeeColleagues(caller, staff);
    return {
      body,
      version: staff.version,
      people: Object.values(staff.people)
        .filter(({ person }) => all || person === caller.person)
        .map((p) => ({
          person: p.person,
          name: named.get(p.person)?.name ?? null,
          email: named.get(p.person)?.email ?? null,
          state: p.state,
          grants: p.grants,
          since: p.since,
        })),
      delegations: (all ? staff.delegations : []).map((each) => ({
        ...each,
        commandTexts:
          each.commands === 'ALL'
            ? []
            : each.commands.map((name) => textsOf(language).commands[name] ?? name),
      })),
      timeline: history
        .filter(({ payload }) => all || payload.person === caller.person)
        .map((e) => ({
          index: e.index,
          version: e.version,
          type: e.type,
          at: e.occurredAt,
          actor: e.actor,
          onBehalfOf: e.onBehalfOf,
          text: sentenceOfPeopleEvent(e, language),
        })),
    };
  }

  private async visible(caller: Principal, body: number) {
    const staff = await readingAs(asRead(this.resources.db), caller, (trx) => loadStaff(trx, body));
    if (!canSeeStaff(caller, staff)) throw new Problem('NOT_FOUND');
    return staff;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The names that were sealed with the invitations, as far as the persons' keys still open them. */
const namesIn = (history: readonly RecordedEvent[]) =>
  new Map(
    history
      .filter((e) => e.type === 'PersonInvited')
      .map(({ payload: { person, name, email } }) => [
        textOf(person) ?? '',
        { name: textOf(name), email: textOf(email) },
      ]),
  );
