import { statesOf } from '@twinning/case-file';
import {
  phaseOf,
  shownWith,
  startAheadFor,
  statusOf,
  type Agreement,
  type Language,
  type Principal,
} from '@twinning/domain';
import { historyOf } from '@twinning/engine';
import type { Resources } from '../resources.js';
import { dutyViews } from './moves.js';
import type { AgreementReader } from './reader.js';

type Part = string | number | boolean | object | null;
type Standing = Readonly<Record<string, Part>>;

/** One version: what differs from the version before. */
export interface VersionView {
  readonly version: number;
  readonly changed: Standing;
}

/**
 * How an agreement stood after each of its events, in one answer: its heading, the place on its way, and who owed what.
 * The first version is whole, each later one says what is different.
 */
export async function versionsOf(
  resources: Resources,
  reader: AgreementReader,
  caller: Principal,
  id: string,
  language: Language,
): Promise<readonly VersionView[]> {
  const reading = await reader.open(caller, id);
  const events = await historyOf(resources.as(caller), resources.log, id);
  const names = new Map<string, ReturnType<AgreementReader['summary']>>();
  const summaryOf = (state: Agreement) => {
    const { type, lead, twinned, committee, workingGroup, ruleset } = state;
    const about = [
      statusOf(state),
      phaseOf(state),
      type,
      lead,
      twinned,
      committee,
      workingGroup,
      ruleset,
    ];
    const ahead = startAheadFor(reading, state);
    const key = JSON.stringify([...about, state.initiator, state.catchUp, ahead]);
    const known = names.get(key) ?? reader.summary(state, language, ahead);
    names.set(key, known);
    return known;
  };
  const views: VersionView[] = [];
  let before: ReadonlyMap<string, string> = new Map();
  // The first state is the one before any event.
  for (const state of statesOf({ agreement: id, events }).slice(1)) {
    const { version: _, ...summary } = await summaryOf(state);
    const { term, approval, negotiation, evaluation } = shownWith(
      reading.sections,
      state,
      reading.member,
    );
    const standing: Standing = {
      ...summary,
      term,
      approval: {
        submittedAt: approval.submittedAt,
        returns: approval.returns,
        blocked: approval.blocked,
      },
      negotiation: {
        openedAt: negotiation.openedAt,
        submission: negotiation.submission === null ? null : {},
      },
      evaluation: { evaluations: evaluation.evaluations.map(({ stage }) => ({ stage })) },
      duties: dutyViews(reading, state, language),
    };
    const now = new Map(
      Object.entries(standing).map(([name, part]) => [name, JSON.stringify(part)]),
    );
    const changed = Object.entries(standing).filter(([name]) => now.get(name) !== before.get(name));
    views.push({ version: state.version, changed: Object.fromEntries(changed) });
    before = now;
  }
  return views;
}
