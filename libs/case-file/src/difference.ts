import {
  deadlines,
  duties,
  endOf,
  fromMs,
  instant,
  isDay,
  label,
  phaseOf,
  sentenceOfDeadline,
  sentenceOfDuty,
  standingText,
  toMs,
  type Agreement,
  type Deadline,
  type Duty,
  type Language,
} from '@twinning/domain';
import type { Names } from './names.js';
import { changeWords } from './words.js';

/** One thing that differs between two states of an agreement, in a sentence. */
export interface Change {
  readonly about: keyof typeof changeWords;
  readonly text: string;
}

const NO_BREAK = '\u00a0';

/** An instant or a civil date as people write it, in Europe/Zurich. */
export function dateInWords(value: string, language: Language): string {
  const midday = value.length === 10 ? `${value}T12:00:00Z` : value;
  const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-CH' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Zurich',
  }).format(new Date(midday));
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

/** The sentences that lead from one state to another, the same agreement at two points; empty when nothing differs. */
export function differences(
  a: Agreement,
  b: Agreement,
  language: Language,
  names: Names,
): readonly Change[] {
  const say = (about: Change['about'], from = '', to = ''): Change => {
    const sentence = changeWords[about][language].replace('{a}', from).replace('{b}', to);
    return {
      about,
      text: language === 'fr' ? sentence.replace(/ (?=[:»])|(?<=«) /g, NO_BREAK) : sentence,
    };
  };
  const word = (kind: 'phase' | 'type' | 'desk', value: string) => label(kind, value, language);
  const none = changeWords.nothing[language];
  const changed = (about: Change['about'], from: string | null, to: string | null) =>
    from === to ? [] : [say(about, from ?? none, to ?? none)];
  const on = (value: string | undefined) =>
    value === undefined ? null : dateInWords(value, language);
  // Before the first event there is no status to speak of.
  const standing =
    a.version === 0
      ? b.version === 0
        ? []
        : [say('opened')]
      : [
          ...changed('status', standingText(a, language), standingText(b, language)),
          ...changed('phase', word('phase', phaseOf(a)), word('phase', phaseOf(b))),
          ...changed('type', word('type', a.type), word('type', b.type)),
          ...changed('ruleset', a.ruleset, b.ruleset),
        ];
  return [
    ...standing,
    ...changed('lead', names.member(a.lead), names.member(b.lead)),
    ...changed('twinned', names.member(a.twinned), names.member(b.twinned)),
    ...changed('committee', names.committee(a.committee), names.committee(b.committee)),
    ...changed('workingGroup', a.workingGroup, b.workingGroup),
    ...changed('start', on(a.term?.start), on(b.term?.start)),
    ...changed('end', on(a.term?.end), on(b.term?.end)),
    ...catchUpChange(a, b).map((about) => say(about)),
    ...dutyChanges(duties(a), duties(b)).map(({ about, duty }) =>
      say(about, word('desk', duty.desk), sentenceOfDuty(duty, language)),
    ),
    ...deadlineChanges(deadlines(a), deadlines(b)).map(({ about, deadline, to }) => {
      const sentence = sentenceOfDeadline(deadline, language);
      const moved = to === undefined ? '' : `${dateInWords(to.due, language)}, `;
      return say(about, dateInWords(deadline.due, language), `${moved}${sentence}`);
    }),
  ];
}

function catchUpChange(a: Agreement, b: Agreement): readonly ('catchUpOpened' | 'catchUpClosed')[] {
  const [was, is] = [a.catchUp?.open === true, b.catchUp?.open === true];
  return was === is ? [] : [is ? 'catchUpOpened' : 'catchUpClosed'];
}

function dutyChanges(a: readonly Duty[], b: readonly Duty[]) {
  const without = (these: readonly Duty[], those: readonly Duty[]) =>
    these.filter((d) => !those.some((o) => o.id === d.id && o.desk === d.desk));
  return [
    ...without(a, b).map((duty) => ({ about: 'dutyDone' as const, duty })),
    ...without(b, a).map((duty) => ({ about: 'dutyNew' as const, duty })),
  ];
}

interface DeadlineChange {
  readonly about: 'deadlineGone' | 'deadlineNew' | 'deadlineMoved';
  readonly deadline: Deadline;
  readonly to?: Deadline;
}

// A repeating deadline has one due instant at a time: the next occurrence of the same subject is the same deadline moved.
function deadlineChanges(
  a: readonly Deadline[],
  b: readonly Deadline[],
): readonly DeadlineChange[] {
  const place = (d: Deadline) => `${d.timer}/${d.step}/${d.subject}`;
  const same = (d: Deadline, all: readonly Deadline[]) =>
    all.some((o) => place(o) === place(d) && o.due === d.due);
  const left = a.filter((d) => !same(d, b));
  const came = b.filter((d) => !same(d, a));
  const gone = left.map((deadline): DeadlineChange => {
    const to = came.find((o) => place(o) === place(deadline));
    return to === undefined
      ? { about: 'deadlineGone', deadline }
      : { about: 'deadlineMoved', deadline, to };
  });
  const fresh = came
    .filter((d) => !left.some((o) => place(o) === place(d)))
    .map((deadline): DeadlineChange => ({ about: 'deadlineNew', deadline }));
  return [...gone, ...fresh];
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** What "as of" means: the last millisecond of a civil date in Europe/Zurich, or the instant itself; null for neither. */
export function asOfInstant(value: string): string | null {
  if (isDay(value)) return fromMs(toMs(endOf(value)) - 1);
  return RFC_3339.test(value) && !Number.isNaN(Date.parse(value)) ? instant(value) : null;
}
