import { Logger } from '@nestjs/common';
import { isTemporalAway } from '@twinning/conductor';
import {
  authorize,
  definitions,
  sectionsFor,
  SECTIONS,
  type Agreement,
  type Json,
  type Language,
  type Principal,
  type Refusal,
} from '@twinning/domain';
import {
  asRead,
  agreementIdFor,
  bodyOf,
  commandIdFor,
  failpoint,
  findCommand,
  findRepeat,
  storeCommand,
  type NewCommand,
  type StoredCommand,
  type StoredOutcome,
  type VersionConflict,
} from '@twinning/engine';
import { loadState, loadStateToAct, readingAs } from '@twinning/read-model';
import type { AppealReader } from '../appeals/reader.js';
import type { ApiConfig } from '../config.js';
import { TextChanges } from '../documents/text-changed.js';
import { Problem, RefusedOutcome } from '../problems/problem.js';
import type { Receipts, WithReceipt } from '../record/receipts.js';
import type { Resources } from '../resources.js';
import type { SharedLimiter } from '../limits/shared-limiter.js';
import { demandKey, demandOwnPage, demandSound } from './edge.js';
import type { ToldNotes } from './told.js';
import { TimedOut, within } from './within.js';

export interface Request {
  readonly caller: Principal;
  readonly key: string | undefined;
  /** Null when the command opens an agreement. */
  readonly agreement: string | null;
  readonly type: string;
  readonly payload: unknown;
  readonly expectedVersion: number | null;
  readonly occurredOn: string | undefined;
  readonly correlation: string;
  /** In which the answer says why it brings no receipt. */
  readonly language: Language;
}

/** What the caller hears of an accepted command, or of one that is stored and will be carried out. */
export interface Answer {
  readonly decided: boolean;
  readonly command: string;
  readonly agreement: string;
  readonly outcome: (StoredOutcome & { accepted: true }) | null;
  /** For who sent the command; null for others, and while it is not decided. */
  readonly receipt: WithReceipt | null;
}

/** Who hears the answer. */
interface Hearer {
  readonly caller: Principal;
  readonly language: Language;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Stores a command, has it carried out, and answers with its outcome (architecture: "Command and outcome"). */
export class CommandService {
  private readonly logger = new Logger('commands');
  private readonly changes: TextChanges;

  constructor(
    private readonly resources: Resources,
    private readonly config: Pick<ApiConfig, 'commandWaitMs' | 'publicUrl'>,
    private readonly limiter: SharedLimiter,
    private readonly told: ToldNotes,
    private readonly appeals: AppealReader,
    private readonly receipts: Receipts,
  ) {
    this.changes = new TextChanges(resources);
  }

  async send(request: Request): Promise<Answer> {
    const { caller, key, agreement } = request;
    demandKey(key);
    // Also with a key that was used before: nothing was ever asked of an agreement with such an id.
    if (agreement !== null && !UUID.test(agreement)) throw new Problem('NOT_FOUND');
    const definition = definitions[request.type];
    if (definition === undefined) throw new Problem('NOT_FOUND');
    const asked = {
      key,
      agreement: request.agreement,
      type: request.type,
      payload: request.payload as Json,
      principal: caller,
      expectedVersion: request.expectedVersion,
      ...(request.occurredOn !== undefined && { occurredOn: request.occurredOn }),
      correlation: request.correlation,
    };
    const objection = (await this.objection(request)) ?? this.objectionToForm(request, definition);
    if (objection !== null) return this.repeatOr(objection, asked, request);

    failpoint('api-before-store', request.type);
    const stored = await storeCommand(this.resources.db, asked);
    if (stored === null) throw new Problem('COMMAND_ID_REUSED');
    failpoint('api-after-store', request.type);
    return this.answerNow(request, stored);
  }

  /** Before the process ends: what is still to be noted is noted. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.told.flush();
  }

  /** A stored command of the caller's body with its outcome. */
  async find(caller: Principal, id: string, language: Language): Promise<Answer> {
    const found = UUID.test(id)
      ? await readingAs(this.resources.db, caller, (trx) => findCommand(trx, id, caller))
      : null;
    if (found === null || !(await this.mayRead(caller, found))) throw new Problem('NOT_FOUND');
    return this.answerOf({ caller, language }, found);
  }

  // Who sent a command hears what became of it; the rest of the body, while they see the agreement. A refusal quotes what
  // it is about: it takes all sections, as its receipt does.
  private async mayRead(
    caller: Principal,
    { agreement, person, outcome }: StoredCommand,
  ): Promise<boolean> {
    if (person === caller.person) return true;
    const state = await readingAs(asRead(this.resources.db), caller, (trx) =>
      loadState(trx, agreement),
    );
    if (state === null) return false;
    const shown = sectionsFor(caller, state);
    return outcome?.accepted === false ? shown.length === SECTIONS.length : shown.length > 0;
  }

  /**
   * A repeat gets its stored outcome whatever happened since: to the agreement, to the caller's step-up or budget, to
   * the shape of the command.
   */
  private async repeatOr(objection: Problem, asked: NewCommand, to: Hearer): Promise<Answer> {
    const before = await findRepeat(this.resources.db, asked);
    if (before === undefined) throw objection;
    if (before === null) throw new Problem('COMMAND_ID_REUSED');
    return this.answerNow(to, before);
  }

  private answerNow(to: Hearer, stored: StoredCommand): Promise<Answer> {
    return stored.outcome === null
      ? this.carryOut(to, stored)
      : this.answer(to, stored, stored.outcome);
  }

  private objectionToForm(
    { caller, payload }: Request,
    { stepUp, shape }: (typeof definitions)[string],
  ): Problem | null {
    if (stepUp === true && !caller.stepUp) return new Problem('STEP_UP_REQUIRED');
    try {
      demandSound(this.limiter, caller.person, shape, payload);
      demandOwnPage(payload as object, this.config.publicUrl);
      return null;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  // What the caller may not see does not exist for them; a version that was read too long ago is told before anything
  // is stored.
  private async objection(request: Request): Promise<Problem | null> {
    const { agreement, type, caller, expectedVersion } = request;
    if (agreement === null) return null;
    const state = await this.stateToAct(caller, agreement, type);
    if (state === null) return new Problem('NOT_FOUND');
    // A command that opens an agreement has an address of its own: here it would tell which agreements exist. Only a
    // stream opened for the entry of the past (D22) still waits for its first command.
    const waits = state.stage === 'NONE' && state.catchUp?.open === true;
    if (definitions[type]?.opens === true && !waits) return new Problem('NOT_FOUND');
    const role = authorize(state, { type, payload: request.payload }, caller);
    if (typeof role !== 'string' && role.refused === 'NOT_FOUND') return new Problem('NOT_FOUND');
    if (expectedVersion === null) return new Problem('VERSION_REQUIRED');
    const current = state.version;
    if (expectedVersion === current) return null;
    return this.conflictProblem(caller, agreement, { expected: expectedVersion, current });
  }

  // A P-member that is no party sees an agreement for its appeal alone, and only where it may appeal (DIR 5.1.2).
  private async stateToAct(
    caller: Principal,
    agreement: string,
    type: string,
  ): Promise<Agreement | null> {
    const { opens, allowed = [] } = definitions[type] ?? {};
    const reach = opens === true ? 'WAITING' : 'SEEN';
    const state = await loadStateToAct(asRead(this.resources.db), caller, agreement, reach);
    const isAppeal = allowed.some(({ roles }) => roles.includes('MEMBER_REP'));
    return state === null && isAppeal ? this.appeals.toAct(caller, agreement) : state;
  }

  private async carryOut(to: Hearer, stored: StoredCommand): Promise<Answer> {
    try {
      await within(this.resources.sender.send(stored), this.config.commandWaitMs);
    } catch (error) {
      // Whatever failed on the way, the command is stored: the sweep carries it out, and 202 says so.
      if (!(error instanceof TimedOut) && !isTemporalAway(error)) {
        const why = error instanceof Error ? error.message : String(error);
        this.logger.warn(`command ${stored.id} was not carried out at once: ${why}`);
      }
      return this.answerOf(to, await this.carriedOut(to.caller, stored));
    }
    const now = await this.carriedOut(to.caller, stored);
    if (now.outcome === null) return this.answerOf(to, now);
    this.told.add(stored.id);
    failpoint('api-before-answer', stored.type);
    return this.answer(to, stored, now.outcome);
  }

  /** What became of the command. A refusal counts when it is given, not when it is read again. */
  private async carriedOut(caller: Principal, stored: StoredCommand): Promise<StoredCommand> {
    const now = (await findCommand(this.resources.db, stored.id, caller)) ?? stored;
    if (now.outcome?.accepted === false) await this.limiter.count(caller.person);
    return now;
  }

  private async answerOf(to: Hearer, stored: StoredCommand): Promise<Answer> {
    const { outcome, conflict, agreement } = stored;
    if (outcome !== null) return this.answer(to, stored, outcome);
    if (conflict !== null) throw await this.conflictProblem(to.caller, agreement, conflict);
    return undecided(stored);
  }

  private async conflictProblem(
    caller: Principal,
    agreement: string,
    { expected, current }: VersionConflict,
  ): Promise<Problem> {
    const changed = await this.changes.between(caller, agreement, expected, current);
    return new Problem('VERSION_CONFLICT', { expected, current, ...changed });
  }

  private async answer(
    { caller, language }: Hearer,
    stored: StoredCommand,
    outcome: StoredOutcome,
  ): Promise<Answer> {
    const { id: command, agreement, person } = stored;
    // Others who may read the outcome ask for what they are shown of the receipt at its address.
    const receipt =
      person === caller.person
        ? await this.receipts.inAnswer(caller, { id: command, agreement, outcome }, language)
        : null;
    if (outcome.accepted) return { decided: true, command, agreement, outcome, receipt };
    const refusal = {
      refused: outcome.code,
      clause: outcome.clause,
      details: outcome.details,
    } as Refusal;
    const changed = await this.changes.since(caller, stored, refusal);
    throw new RefusedOutcome(
      { ...refusal, details: { ...refusal.details, ...changed } },
      {
        command,
        agreement,
        version: outcome.version,
        recorded: outcome.index,
        receipt: receiptAddress(command),
        ...receipt,
      },
    );
  }
}

/** Where the receipt of a command is, on the tree as it is when it is asked for. */
export const receiptAddress = (command: string): string => `/v1/commands/${command}/receipt`;

/** The id that a first command gives its agreement. */
export const openedBy = (caller: Principal, key: string): string =>
  agreementIdFor(commandIdFor(bodyOf(caller), key));

const undecided = ({ id, agreement }: StoredCommand): Answer => ({
  decided: false,
  command: id,
  agreement,
  outcome: null,
  receipt: null,
});
