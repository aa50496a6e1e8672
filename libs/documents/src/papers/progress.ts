import {
  addDays,
  addMonths,
  anniversaryIn,
  planItemIds,
  planItems,
  plannedMeetings,
  yearOf,
  type Agreement,
  type Day,
  type Language,
} from '@twinning/domain';
import type { Block } from '../pdf/blocks.js';
import type { PaperSource, Say } from './source.js';

type Item = Agreement['execution']['records'][number];
type Kind = Item['kind'];

/** The days that are counted, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const standing = ({ execution }: Agreement, kind: Kind): readonly Item[] =>
  execution.records.filter((r) => r.kind === kind && !r.struck);

const within = ({ from, to }: Period, on: string): boolean => from <= on && on <= to;

/** The parts of a record, as they were recorded. */
const partsOf = ({ content }: Item): readonly (string | number)[] =>
  JSON.parse(content) as readonly (string | number)[];

/** The items of a structured clause in force, in the language of the paper where there is a translation of them. */
function itemsOf<T>({ clauses }: PaperSource, say: Say, id: string) {
  const clause = clauses.find((c) => c.clause === id);
  const translation = clause?.translations.find((t) => t.language === say.lang && t.current);
  const value = translation?.value ?? clause?.value;
  const lang: Language = translation?.language ?? clause?.language ?? say.lang;
  return { items: (value?.['items'] ?? []) as unknown as readonly T[], lang };
}

/**
 * The items of the plan that were reached, each on the first day that stands for it: both partners may record the same
 * one, and one word of theirs serves milestones and work packages.
 */
function reachedItems(state: Agreement): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const record of standing(state, 'MILESTONE')) {
    const item = String(partsOf(record)[0]);
    const before = days.get(item);
    if (before === undefined || record.on < before) days.set(item, record.on);
  }
  return days;
}

/** What was done of what was planned in the whole life of an agreement, counted from the records that stand. */
export function progress(say: Say, state: Agreement): Block {
  const done = (kind: Kind) => standing(state, kind).length;
  const { milestones, workPackages } = planItemIds(state);
  const reached = reachedItems(state);
  const of = (items: readonly string[]) =>
    say.w('of', String(items.filter((id) => reached.has(id)).length), String(items.length));
  return say.pairs(
    ['meetings', String(done('MEETING'))],
    ['missedMeetings', state.execution.missedMeetings.map((d) => say.day(d)).join('; ') || '0'],
    ['trainings', String(done('TRAINING'))],
    ['activities', String(done('ACTIVITY'))],
    ['milestonesReached', of(milestones)],
    ['packagesDelivered', of(workPackages)],
  );
}

/** The year that a review looks back on: from the anniversary before to the eve of its own. */
export function reviewPeriod(state: Agreement, year: number): Period | null {
  const [from, next] = [anniversaryIn(state, year - 1), anniversaryIn(state, year)];
  return from === null || next === null ? null : { from, to: addDays(next, -1) };
}

interface Training {
  readonly topic: string;
  readonly provider: string;
  readonly date: string;
}
interface Task {
  readonly id: string;
  readonly task: string;
  readonly percentByYear: readonly number[];
}
interface Milestone {
  readonly dueOn: string;
}
interface WorkPackage {
  readonly month: number;
}

/** What of a part of the plan was first reached in the period; an item that a revision took out since was reached all the same. */
function reachedIn(state: Agreement, part: 'milestones' | 'workPackages', period: Period): number {
  const ids = new Set([...planItems(state)[part], ...planItemIds(state)[part]]);
  return [...reachedItems(state)].filter(([id, on]) => ids.has(id) && within(period, on)).length;
}

/** A review's year beside what was planned for it. */
export function yearProgress(say: Say, source: PaperSource, period: Period): readonly Block[] {
  const { state } = source;
  const done = (kind: Kind) => standing(state, kind).filter((r) => within(period, r.on));
  const against = (count: number, planned: readonly string[]) =>
    say.w('against', String(count), String(planned.filter((on) => within(period, on)).length));
  const missed = state.execution.missedMeetings.filter((d) => within(period, d));
  const trainings = itemsOf<Training>(source, say, 'training');
  const planned = trainings.items.filter(({ date }) => within(period, date));
  const { items: milestones } = itemsOf<Milestone>(source, say, 'milestones');
  const { items: packages } = itemsOf<WorkPackage>(source, say, 'work-packages');
  const start = state.term?.start ?? period.from;
  return [
    say.pairs(
      ['period', `${say.day(period.from)} – ${say.day(period.to)}`],
      ['meetings', against(done('MEETING').length, plannedMeetings(state))],
      ['missedMeetings', missed.map((d) => say.day(d)).join('; ') || '0'],
      [
        'trainings',
        against(
          done('TRAINING').length,
          planned.map(({ date }) => date),
        ),
      ],
      ['activities', String(done('ACTIVITY').length)],
      [
        'milestonesReached',
        against(
          reachedIn(state, 'milestones', period),
          milestones.map(({ dueOn }) => dueOn),
        ),
      ],
      [
        'packagesDelivered',
        against(
          reachedIn(state, 'workPackages', period),
          packages.map(({ month }) => addMonths(start, month - 1)),
        ),
      ],
    ),
    say.small(say.w('trainingsPlanned')),
    ...say.table(
      ['date', 'training', 'provider'],
      [2, 5, 3],
      planned.map((t) => [say.day(t.date), t.topic, t.provider]),
      trainings.lang,
    ),
    say.small(say.w('trainings')),
    ...say.table(
      ['date', 'training', 'people'],
      [2, 6, 2],
      done('TRAINING').map((record) => {
        const [text = '–', people = '–'] = partsOf(record);
        return [say.day(record.on), String(text), String(people)];
      }),
    ),
    ...shares(say, source, period),
  ];
}

/** The share of each task that the plan gives the year, beside the one recorded last until its end. */
function shares(say: Say, source: PaperSource, { from, to }: Period): readonly Block[] {
  const { state } = source;
  const { items, lang } = itemsOf<Task>(source, say, 'task-share');
  if (items.length === 0 || state.term === null) return [];
  const nth = yearOf(from) - yearOf(state.term.start);
  const recorded = standing(state, 'TASK_SHARE').filter((r) => r.on <= to);
  const percent = (share: string | number | undefined) =>
    share === undefined ? '–' : `${String(share)} %`;
  return [
    say.small(say.w('shareOfYear')),
    ...say.table(
      ['item', 'task', 'sharePlanned', 'shareRecorded'],
      [1, 5, 2, 2],
      items.map(({ id, task, percentByYear }) => {
        const last = recorded.findLast((r) => partsOf(r)[0] === id);
        return [
          id,
          task,
          percent(percentByYear[nth]),
          percent(last === undefined ? undefined : partsOf(last)[1]),
        ];
      }),
      lang,
    ),
  ];
}
