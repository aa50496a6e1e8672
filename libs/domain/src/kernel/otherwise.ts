import type { TimerId } from './timers.js';

/**
 * The clocks that stand behind each duty (lifecycle.md C): what they do is what happens if its desk does nothing. Empty:
 * nothing happens by itself. The keys are checked against the sentences of the duties by a test.
 */
export const CLOCKS_BEHIND: Readonly<Record<string, readonly TimerId[]>> = {
  'joint-act': ['T4'],
  invitation: ['T2'],
  search: ['T3'],
  'find-partner': ['T1'],
  consent: ['T1'],
  'submit-request': ['T1'],
  'review-request': ['T5', 'T6'],
  assess: ['T5', 'T7'],
  'open-ballot': ['T8'],
  'committee-decision': ['T5', 'T13'],
  vote: ['T9', 'T10'],
  decide: ['T11', 'T12'],
  register: ['T15'],
  'cure-registration': ['T16'],
  'returned-consent': ['T14'],
  'returned-submit-request': ['T14'],
  answer: ['T20', 'T17'],
  write: ['T17'],
  agree: ['T17'],
  designate: ['T17'],
  sign: ['T17'],
  submit: ['T17'],
  check: ['T21'],
  meeting: ['T25'],
  review: ['T28'],
  'review-feedback': [],
  'review-section': ['T29'],
  'review-conclusion': ['T30'],
  'corrective-action': ['T31'],
  'action-confirmation': ['T31'],
  acknowledgement: ['T42', 'T43', 'T44', 'T45'],
  escalation: ['T43', 'T44'],
  'tmb-decision': ['T45'],
  claim: [],
  vacancy: ['T32'],
  cure: ['T32', 'T23'],
  pause: ['T33'],
  nominee: ['T36'],
  term: ['T38'],
  amendment: ['T40'],
  succession: ['T41'],
  impossible: ['T41'],
  evidence: ['T53'],
  'own-decision': ['T54'],
  submission: ['T54'],
  'body-decision': ['T55', 'T56'],
  'status-change': ['T57'],
  'office-change': ['T59'],
  'status-claim': [],
  'appeal-referral': ['T61'],
  'appeal-admission': ['T63'],
  'appeal-hearing': ['T62'],
  'appeal-report': ['T62'],
  'appeal-decision': ['T63'],
  'gd-removal': ['T67'],
  'closure-report': ['T68'],
};

interface Owed<T> {
  /** `review:2028:LEAD`; what follows a `#` tells apart who owes it. */
  readonly id: string;
  readonly desk: string;
  readonly due: T | null;
}

interface Clock<T> {
  readonly timer: string;
  readonly subject: string;
  readonly whose: string;
  readonly due: T;
}

/** The first that fits best: the same matter before another, what is due later than the duty before what only reminds. */
function best<C>(clocks: readonly C[], ...wishes: readonly ((clock: C) => boolean)[]): C | null {
  const fitting = wishes.reduce((left, wish) => {
    const right = left.filter(wish);
    return right.length > 0 ? right : left;
  }, clocks);
  return fitting[0] ?? null;
}

const kindOf = (id: string): readonly string[] => id.replace(/#.*$/, '').split(':');

/** The timers that can stand behind a duty. */
export const clocksBehind = (id: string): readonly TimerId[] =>
  CLOCKS_BEHIND[kindOf(id)[0] ?? ''] ?? [];

/** What happens if nobody does this duty; the deadlines are those of its agreement, the earliest first. */
export function otherwiseOf<T extends Date | string, C extends Clock<T>>(
  { id, desk, due }: Owed<T>,
  deadlines: readonly C[],
): C | null {
  const [, ...matter] = kindOf(id);
  const timers: readonly string[] = clocksBehind(id);
  return best(
    deadlines.filter((clock) => timers.includes(clock.timer)),
    ({ subject }) => matter.some((part) => subject.split(':').includes(part)),
    ({ whose }) => whose === desk || whose === 'BOTH',
    (clock) => due === null || clock.due >= due,
  );
}
