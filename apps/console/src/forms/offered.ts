import { keepDraft, readDraft } from '../drafts.js';
import { isGroup, type Typed } from './typed.js';

/** Fields of different names that ask for the same thing. */
const MEANING = {
  ...{ person: 'person', people: 'person', leadContact: 'person', twinnedContact: 'person' },
  ...{ reference: 'reference', resolution: 'reference' },
  ...{ on: 'day', decidedOn: 'day', since: 'day', effectiveOn: 'day', registeredOn: 'day' },
  workingGroup: 'workingGroup',
} as const;
export type Meaning = (typeof MEANING)[keyof typeof MEANING];
export type Offered = Readonly<Partial<Record<Meaning, readonly string[]>>>;

const MOST = 4;

export const meaningOf = (name: string): Meaning | null =>
  Object.hasOwn(MEANING, name) ? MEANING[name as keyof typeof MEANING] : null;

/** What stands in a form, by what it means. */
function meaningsIn(
  name: string,
  typed: Typed | undefined,
): readonly (readonly [Meaning, string])[] {
  if (typeof typed === 'string') {
    const meaning = meaningOf(name);
    return meaning === null || typed.trim() === '' ? [] : [[meaning, typed.trim()]];
  }
  if (Array.isArray(typed)) {
    return (typed as readonly Typed[]).flatMap((item) => meaningsIn(name, item));
  }
  return isGroup(typed)
    ? Object.entries(typed).flatMap(([part, value]) => meaningsIn(part, value))
    : [];
}

/** The newest first, each once, no more than can be overlooked. */
export function withTyped(before: Offered, typed: Typed): Offered {
  const all: Partial<Record<Meaning, readonly string[]>> = { ...before };
  for (const [meaning, text] of meaningsIn('', typed)) {
    all[meaning] = [text, ...(all[meaning] ?? []).filter((each) => each !== text)].slice(0, MOST);
  }
  return all;
}

const nameOf = (person: string, agreement: string) => `${person}.typed.${agreement}`;

/** What this person has typed in forms of this agreement; it goes with the drafts when the person signs out. */
export const typedBefore = (person: string, agreement: string): Offered =>
  readDraft<Offered>(nameOf(person, agreement)) ?? {};

export function rememberTyped(person: string, agreement: string, typed: Typed): void {
  keepDraft(nameOf(person, agreement), withTyped(typedBefore(person, agreement), typed));
}
