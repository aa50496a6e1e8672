import {
  dayAt,
  evaluateInactivity,
  factsOf,
  participationCommands,
  participationDeadlines,
  preferredLanguage,
  readsParticipation,
  regainPNotBefore,
  rulesOfParticipation,
  sentenceOfParticipationDeadline,
  sentenceOfParticipationEvent,
  WITHHELD_FROM_PARTNER,
  yearOf,
  type Json,
  type Language,
  type Principal,
  type Refusal,
} from '@twinning/domain';
import { asRead, ParticipationService, participationStream, plainPayload } from '@twinning/engine';
import { participationAs, readingAs } from '@twinning/read-model';
import { demandKey, demandSound } from '../commands/edge.js';
import { receiptsOf, refusalReceipt } from '../commands/receipts.js';
import type { SharedLimiter } from '../limits/shared-limiter.js';
import { Problem, RefusedOutcome } from '../problems/problem.js';
import type { Receipts } from '../record/receipts.js';
import type { Resources } from '../resources.js';
import { participationCommandAt } from './command-names.js';

export interface ParticipationRequest {
  readonly caller: Principal;
  readonly key: string | undefined;
  readonly member: number;
  readonly committee: number;
  readonly path: string;
  readonly payload: unknown;
  readonly correlation: string;
  /** In which the answer says why it brings no receipt. */
  readonly language: Language;
}

/** Reads participation records and has their commands decided, in the same request: no workflow stands between. */
export class ParticipationDesk {
  private readonly service: ParticipationService;

  constructor(
    private readonly resources: Resources,
    private readonly limiter: SharedLimiter,
    private readonly proofs: Receipts,
  ) {
    this.service = new ParticipationService(resources.db, resources.log, resources.clock);
  }

  async send({
    caller,
    key,
    member,
    committee,
    path,
    payload,
    correlation,
    language,
  }: ParticipationRequest) {
    demandKey(key);
    const type = participationCommandAt(path);
    const definition = type === undefined ? undefined : participationCommands[type];
    if (type === undefined || definition === undefined) throw new Problem('NOT_FOUND');
    const given = type === 'OpenParticipation' ? { member, committee } : payload;
    const asked = {
      key,
      member,
      committee,
      type,
      payload: given as Json,
      principal: caller,
      correlation,
    };
    // A repeat gets its stored outcome before anything is asked of it anew.
    let decided = await this.service.repeated(asked);
    if (decided === undefined) {
      if ((await this.reads(caller, { member, committee })).reads === null) {
        throw new Problem('NOT_FOUND');
      }
      demandSound(this.limiter, caller.person, definition.shape, given);
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
    return {
      command,
      member,
      committee,
      status: 'ACCEPTED',
      version,
      decidedAt,
      events,
      receipts,
      ...proofs,
    };
  }

  /** What others may not read does not exist for them; a partner reads the facts that the twinning is about. */
  async read(
    caller: Principal,
    pair: { readonly member: number; readonly committee: number },
    accepted: string | undefined,
  ) {
    const { member, committee } = pair;
    const { db, log, clock } = this.resources;
    const { reads, isVisible } = await this.reads(caller, pair);
    if (reads === null || !isVisible) throw new Problem('NOT_FOUND');
    const state = await this.service.peek(pair, caller);
    if (state.openedAt === null) throw new Problem('NOT_FOUND');
    const language = preferredLanguage(accepted);
    const today = dayAt(await clock.now(db));
    const rules = rulesOfParticipation(state);
    const history = await log.readStream(this.resources.as(caller), participationStream(pair));
    const shown = {
      member,
      committee,
      version: state.version,
      status: state.status,
      since: state.pSince,
      inRegistry: state.inRegistry,
      barredUntil: regainPNotBefore(state.leftP, rules),
      inactivity: evaluateInactivity(factsOf(state, today), yearOf(today), rules),
      cases: state.cases,
      ballots: state.ballots,
      meetings: state.meetings,
      experts: state.experts,
      deadlines: participationDeadlines(state).map((d) => ({
        timer: d.timer,
        step: d.step,
        subject: d.subject,
        due: d.due,
        lastDay: d.lastDay,
        whose: d.whose,
        clause: d.clause,
        text: sentenceOfParticipationDeadline(d, language),
      })),
      timeline: history.map((e) => ({
        index: e.index,
        version: e.version,
        type: e.type,
        at: e.occurredAt,
        recordedAt: e.recordedAt,
        text: sentenceOfParticipationEvent({ type: e.type, payload: plainPayload(e) }, language),
      })),
    };
    const withheld = reads === 'ALL' ? [] : WITHHELD_FROM_PARTNER;
    return { ...shown, ...Object.fromEntries(withheld.map((field) => [field, []])), withheld };
  }

  // What others may not read does not exist for them, for commands as well.
  private async reads(
    caller: Principal,
    pair: { readonly member: number; readonly committee: number },
  ) {
    const { partners, isVisible } = await readingAs(asRead(this.resources.db), caller, (trx) =>
      participationAs(trx, caller.member, pair),
    );
    return { reads: readsParticipation(caller, pair, partners), isVisible };
  }
}
