import {
  choice,
  date,
  integer,
  list,
  object,
  optional,
  text,
  type Fault,
  type Infer,
  type JsonObject,
  type Schema,
} from '../../kernel/schema.js';
import type { Clause } from './template.js';

const sentence = () => text(500);
const itemId = () => text(40);
const percent = () => integer(0, 100);

/** Shapes of the structured clauses (rules.md 3.2 to 3.4). Amounts are whole minor units, dates civil dates. */
export const clauseShapes = {
  objectives: object({
    items: list(
      object({
        id: itemId(),
        text: sentence(),
        indicator: sentence(),
        baseline: sentence(),
        target: sentence(),
        dueOn: date(),
      }),
      1,
      20,
    ),
  }),
  responsibilities: object({
    lead: list(sentence(), 1, 30),
    twinned: list(sentence(), 1, 30),
  }),
  training: object({
    items: list(
      object({
        topic: sentence(),
        provider: sentence(),
        date: date(),
        mode: choice('ON_SITE', 'REMOTE', 'BLENDED'),
        attendees: sentence(),
      }),
      1,
      40,
    ),
  }),
  meetings: object({ cadenceMonths: integer(1, 3), dates: list(date(), 0, 60) }),
  finance: object({
    variant: choice('NONE', 'LEAD_FUNDED', 'THIRD_PARTY_FUNDED'),
    amountMinor: optional(integer(1, Number.MAX_SAFE_INTEGER)),
    currency: optional(text(3)),
    text: optional(text(4000)),
  }),
  dates: object({ start: date(), end: date() }),
  'work-packages': object({
    items: list(
      object({
        id: itemId(),
        title: sentence(),
        owner: choice('LEAD', 'TWINNED'),
        month: integer(1, 60),
        deliverable: sentence(),
        indicator: sentence(),
      }),
      1,
      60,
    ),
  }),
  milestones: object({
    items: list(object({ id: itemId(), title: sentence(), dueOn: date() }), 1, 60),
  }),
  'task-share': object({
    items: list(
      object({ id: itemId(), task: sentence(), percentByYear: list(percent(), 1, 5) }),
      1,
      40,
    ),
  }),
} as const;

export type StructuredClause = keyof typeof clauseShapes;
/** The value of each structured clause as the log has it. */
export type ClauseValues = {
  readonly [K in StructuredClause]: Infer<(typeof clauseShapes)[K]>;
};

const openShape = object({ text: text(8000) });

/** The schema of a clause's value; an open clause is `{text}`. */
export const shapeOf = (clause: Pick<Clause, 'id'>): Schema<unknown> =>
  (clauseShapes as Readonly<Record<string, Schema<unknown>>>)[clause.id] ?? openShape;

/** A value of a clause before its own shape is known: any JSON object; `shapeOf` judges what is inside. */
export const clauseValue: Schema<JsonObject> & { readonly optional: false } = {
  optional: false,
  json: { type: 'object', description: 'The value of the clause: {text} or its structure.' },
  check: (value, pointer) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? []
      : [{ pointer, expected: 'an object' }],
};

/** What is wrong with a value: its shape, then what the shape cannot say. */
export function valueFaults(
  clause: Pick<Clause, 'id'>,
  value: JsonObject,
  pointer: string,
): readonly Fault[] {
  const faults = shapeOf(clause).check(value, pointer);
  return faults.length > 0
    ? faults
    : [...repeatedIds(value, pointer), ...moneyFaults(clause, value, pointer)];
}

function repeatedIds(value: JsonObject, pointer: string): readonly Fault[] {
  const items = Array.isArray(value['items']) ? (value['items'] as readonly JsonObject[]) : [];
  return items.flatMap((item, index) =>
    item['id'] !== undefined && items.findIndex((i) => i['id'] === item['id']) < index
      ? [{ pointer: `${pointer}/items/${String(index)}/id`, expected: 'an id used once' }]
      : [],
  );
}

function moneyFaults(
  clause: Pick<Clause, 'id'>,
  value: JsonObject,
  pointer: string,
): readonly Fault[] {
  if (clause.id !== 'finance') return [];
  const { variant, amountMinor, currency } = value;
  if (variant === 'NONE' && (amountMinor !== undefined || currency !== undefined)) {
    return [{ pointer, expected: 'no amount and no currency without funding' }];
  }
  return (amountMinor === undefined) === (currency === undefined)
    ? []
    : [{ pointer, expected: 'amount and currency together' }];
}

// Fields that say the same in every language; numbers, flags and dates are compared wherever they stand.
const NEUTRAL: readonly string[] = ['id', 'owner', 'variant', 'currency', 'mode'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a value says something in words, which a reader of the other language does not understand. */
export function hasWords(value: unknown, key = ''): boolean {
  if (typeof value === 'string') return !NEUTRAL.includes(key) && !DATE.test(value);
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([k, inner]) => hasWords(inner, Array.isArray(value) ? key : k))
  );
}

/** Where a translation says something else than words: figures, dates, ids, owners or the number of items. */
export function figureFaults(
  source: unknown,
  translated: unknown,
  pointer: string,
  key = '',
): readonly Fault[] {
  const same = [{ pointer, expected: 'the same as in the text that it translates' }];
  if (typeof source === 'string' && typeof translated === 'string') {
    const figure = NEUTRAL.includes(key) || DATE.test(source);
    return figure && source !== translated ? same : [];
  }
  if (typeof source !== 'object' || typeof translated !== 'object' || !source || !translated) {
    return source === translated ? [] : same;
  }
  const [a, b] = [Object.entries(source), Object.entries(translated)];
  if (a.length !== b.length) return same;
  const other = new Map<string, unknown>(b);
  return a.flatMap(([k, v]) => figureFaults(v, other.get(k), `${pointer}/${k}`, k));
}
