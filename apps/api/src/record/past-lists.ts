import { programmeAt, type Moment, type Past } from '@twinning/case-file';
import {
  deadlines,
  isDeadlineShown,
  otherwiseOf,
  sectionsFor,
  sentenceOfDeadline,
  sentenceOfDuty,
  startAheadFor,
  statusOf,
  type Agreement,
  type Language,
  type Principal,
  type Reading,
  type StartAhead,
} from '@twinning/domain';
import { cardOf, dutiesOf, type AgreementFilter } from '@twinning/read-model';
import { SOON_MS } from '../desk/tasks.js';
import { namesOf } from '../registry/names.js';
import type { Resources } from '../resources.js';

/** A row of the list of agreements as it was: the columns of the present list. */
export type PastAgreement = Omit<ReturnType<typeof cardOf>, 'next_deadline'> & {
  readonly deadline_shown: Date | null;
  readonly agreement: string;
  readonly start_ahead: StartAhead | null;
  readonly updated_at: Date;
  readonly ordinal: number;
};

/** Agreements as they stood at a moment, newest change first: those that the caller may see today. */
export async function listAgreementsAt(
  resources: Resources,
  caller: Principal,
  moment: Moment,
  filter: AgreementFilter,
): Promise<readonly PastAgreement[]> {
  const rows = (await visiblePast(resources, caller, moment)).map(([agreement, past, reading]) => ({
    ...withDate(cardOf(past.state), reading, past.state),
    start_ahead: startAheadFor(reading, past.state),
    agreement,
    updated_at: new Date(past.changedAt),
    ordinal: past.firstIndex,
  }));
  return rows
    .filter((row) => matches(row, filter))
    .sort(newestFirst)
    .filter((row) => filter.after === undefined || newestFirst(row, cursorOf(filter.after)) > 0)
    .slice(0, filter.limit);
}

/** What the caller owed at a moment, the most urgent first, with what the agreement was then. */
export async function listTasksAt(
  resources: Resources,
  caller: Principal,
  moment: Moment,
  { limit, language }: { readonly limit: number; readonly language: Language },
) {
  const past = await visiblePast(resources, caller, moment);
  const names = await namesOf(
    resources.db,
    past.flatMap(([, { state }]) => [state.lead, state.twinned]),
    past.flatMap(([, { state }]) => dutiesOf(state).map((row) => row.committee)),
  );
  const items = past
    .flatMap(([agreement, { state }]) =>
      dutiesOf(state)
        .filter((row) => owes(caller, row))
        .map((row) => ({
          agreement,
          ...row,
          text: sentenceOfDuty({ id: row.id.split('#', 1)[0] ?? row.id }, language),
          status: statusOf(state),
          type: state.type,
          leadAcronym: names.member(state.lead),
          twinnedAcronym: names.member(state.twinned),
          committeeReference: names.committee(row.committee),
          // A reminder is told while it is of use; the record of the past does not have it.
          reminded: null,
          otherwise: otherwise(state, row, language),
        })),
    )
    .sort(mostUrgentFirst);
  const then = Date.parse(
    moment.occurredBy ?? past.map(([, { changedAt }]) => changedAt).reduce(later, ''),
  );
  const counts = {
    all: items.length,
    soon: items.filter(({ due }) => due !== null && Date.parse(due) <= then + SOON_MS).length,
    recent: items.filter(({ since }) => Date.parse(since) >= then - SOON_MS).length,
  };
  return { items: items.slice(0, limit), counts };
}

const later = (a: string, b: string): string => (a > b ? a : b);

function otherwise(state: Agreement, row: DutyRow, language: Language) {
  const next = otherwiseOf({ ...row, due: row.due }, deadlines(state));
  return next === null
    ? null
    : { due: next.due as string, text: sentenceOfDeadline(next, language) };
}

async function visiblePast(
  resources: Resources,
  caller: Principal,
  moment: Moment,
): Promise<readonly (readonly [string, Past, Reading])[]> {
  const reader = resources.as(caller);
  const now = await programmeAt(reader, resources.log);
  const then = await programmeAt(reader, resources.log, moment);
  // Today's agreement says which parts of its past somebody reads.
  return [...then].flatMap(([id, past]) => {
    const sections = sectionsFor(caller, (now.get(id) as Past).state);
    return sections.length === 0 ? [] : [[id, past, { sections, member: caller.member }] as const];
  });
}

function withDate(
  { next_deadline: _, ...card }: ReturnType<typeof cardOf>,
  reading: Reading,
  state: Agreement,
) {
  const due = deadlines(state).find((d) => isDeadlineShown(reading, state, d))?.due ?? null;
  return { ...card, deadline_shown: due === null ? null : new Date(due) };
}

const matches = (
  row: PastAgreement,
  { status, phase, type, committee, member, among }: AgreementFilter,
) =>
  (status === undefined || status.includes(row.status)) &&
  (phase === undefined || phase.includes(row.phase)) &&
  (type === undefined || row.type === type) &&
  (committee === undefined || row.committee === committee) &&
  (member === undefined || row.lead === member || row.twinned === member) &&
  (among === undefined ||
    [row.lead, row.twinned].some((body) => body !== null && among.members.includes(body)) ||
    (row.committee !== null && among.committees.includes(row.committee)));

type Position = Pick<PastAgreement, 'updated_at' | 'ordinal'>;
const cursorOf = ({ updatedAt, ordinal }: NonNullable<AgreementFilter['after']>): Position => ({
  updated_at: new Date(updatedAt),
  ordinal,
});
const newestFirst = (a: Position, b: Position): number =>
  b.updated_at.getTime() - a.updated_at.getTime() || b.ordinal - a.ordinal;

type DutyRow = ReturnType<typeof dutiesOf>[number];

// The same rule as the query of the present queue (`listDuties`).
function owes({ member, grants }: Principal, row: DutyRow): boolean {
  return grants.some(({ role, committees }) => {
    if (role === 'NSB_REP') return member !== null && row.member === member;
    const desk = role === 'TMB_MEMBER' ? 'TMB_MEMBERS' : role;
    const covers =
      committees === undefined ||
      committees === 'ALL' ||
      (row.committee !== null && committees.includes(row.committee));
    return DESKS.includes(desk) && row.desk === desk && covers;
  });
}

const DESKS: readonly string[] = ['TPM', 'TMB_SEC', 'TMB_MEMBERS', 'COMMITTEE_MANAGER', 'ISO_CS'];

interface Urgency {
  readonly agreement: string;
  readonly id: string;
  readonly due: string | null;
}

// RFC 3339 in UTC sorts as text; without a date comes last.
const urgency = ({ due, agreement, id }: Urgency): string => `${due ?? '~'} ${agreement} ${id}`;
const mostUrgentFirst = (a: Urgency, b: Urgency): number => (urgency(a) < urgency(b) ? -1 : 1);
