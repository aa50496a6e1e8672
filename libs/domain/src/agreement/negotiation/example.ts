import { addMonths, type Day } from '../../calendar/day.js';
import type { JsonObject } from '../../kernel/schema.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { exampleWords, type Words } from './example-words.js';
import type { Change } from './propose.js';
import type { Language } from './state.js';
import { templateFor } from './template.js';
import type { Dates } from './term.js';
import type { ClauseValues } from './values.js';

/** Months after the start, never after the end. */
const after = ({ start, end }: Dates, months: number): Day => {
  const on = addMonths(start, months);
  return on < end ? on : end;
};

/** This month of the term, or its last one. */
const monthIn = ({ start, end }: Dates, month: number): number =>
  month > 1 && addMonths(start, month - 1) > end ? monthIn({ start, end }, month - 1) : month;

/** The ends of the quarters, the last one being that of the term. */
function quarters(dates: Dates): readonly Day[] {
  const days = [after(dates, 3)];
  while (addMonths(dates.start, 3 * days.length) <= dates.end) {
    days.push(after(dates, 3 * (days.length + 1)));
  }
  return days;
}

/** Of the twinned partner, year by year (rules.md 3.4). */
const SHARES = [20, 40, 60, 80, 100];

function structured(type: TwinningType, dates: Dates, words: Words): ClauseValues {
  const topic = words.topics[type];
  return {
    objectives: {
      items: [
        {
          id: 'O1',
          text: topic.objective,
          indicator: topic.indicator,
          baseline: topic.baseline,
          target: topic.target,
          dueOn: after(dates, 12),
        },
      ],
    },
    responsibilities: { lead: [topic.lead], twinned: [topic.twinned] },
    training: {
      items: [
        {
          topic: topic.training,
          provider: words.provider,
          date: after(dates, 2),
          mode: 'REMOTE',
          attendees: words.attendees,
        },
      ],
    },
    meetings: {
      cadenceMonths: 3,
      dates: addMonths(dates.start, 3) <= dates.end ? [after(dates, 3)] : [],
    },
    finance: { variant: 'NONE', text: words.finance },
    dates: { start: dates.start, end: dates.end },
    'work-packages': {
      items: [
        {
          id: 'WP1',
          title: topic.training,
          owner: 'LEAD',
          month: monthIn(dates, 2),
          deliverable: words.deliverable,
          indicator: topic.indicator,
        },
        {
          id: 'WP2',
          title: topic.twinned,
          owner: 'TWINNED',
          month: monthIn(dates, 6),
          deliverable: words.report,
          indicator: topic.indicator,
        },
      ],
    },
    milestones: {
      items: quarters(dates).map((dueOn, index) => ({
        id: `M${String(index + 1)}`,
        title: index === 0 ? words.firstMilestone : index === 3 ? topic.target : words.quarter,
        dueOn,
      })),
    },
    'task-share': {
      items: [
        {
          id: 'T1',
          task: topic.twinned,
          percentByYear: SHARES.filter((_, year) => addMonths(dates.start, 12 * year) <= dates.end),
        },
      ],
    },
  };
}

/** A complete valid value for every clause that partners write, in one language. */
export function exampleValues(
  type: TwinningType,
  dates: Dates,
  language: Language,
): Readonly<Record<string, JsonObject>> {
  const words = exampleWords[language];
  const values: Readonly<Record<string, unknown>> = {
    ...structured(type, dates, words),
    ...Object.fromEntries(Object.entries(words.open).map(([id, text]) => [id, { text }])),
  };
  return Object.fromEntries(
    templateFor(type)
      .filter((clause) => clause.kind !== 'locked')
      .map((clause) => [clause.id, values[clause.id] as JsonObject]),
  );
}

/** The change list of a first `ProposeTerms` with a complete valid agreement and plan, in the authentic language. */
export const exampleTerms = (
  type: TwinningType,
  dates: Dates,
  language: Language = 'en',
): readonly Change[] =>
  Object.entries(exampleValues(type, dates, language)).map(([clause, value]) => ({
    clause,
    ofHash: null,
    language,
    value,
  }));
