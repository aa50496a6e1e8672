import { addDays, day, type Day } from '../calendar/day.js';
import { dayAt } from '../calendar/zurich.js';
import { documents } from '../agreement/negotiation/documents.js';
import { exampleTerms } from '../agreement/negotiation/example.js';
import { requestContent } from '../agreement/proposal/form.js';
import type { JsonObject } from '../kernel/schema.js';
import { definitions } from '../kernel/slices.js';
import { RULESET_IDS } from '../rulesets/index.js';
import { ASI, cast, COMMITTEE, GSA, IES } from '../testing/people.js';
import { testHash, type Story } from '../testing/story.js';
import type { Entropy } from './entropy.js';

type Made = null | boolean | number | string | readonly Made[] | { readonly [key: string]: Made };

/** What looks harmless and is not: names of an object's own parts, marks that nobody sees, much text. */
const EVIL = ['constructor', '__proto__', 'toString', ' ', '\u202e', 'x'.repeat(9000), ''];

/** Every string the state holds under these names: ids, hashes and persons that a payload may point to. */
function mentioned(state: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(state)) for (const item of state) mentioned(item, found);
  else if (typeof state === 'object' && state !== null) {
    for (const value of Object.values(state)) {
      if (typeof value === 'string' && value.length < 70) found.add(value);
      else mentioned(value, found);
    }
  }
  return found;
}

/** Days of facts lie behind, days of plans ahead. */
const BEHIND = /^(since|on|decidedOn|appointedOn|registeredOn|heldOn|date)$/;

function someDay(story: Story, field: string, e: Entropy): Day {
  const today = dayAt(story.now);
  const { term, negotiation } = story.state;
  const dates = term ?? negotiation.agreedDates;
  const known = dates === null ? [] : [dates.start, dates.end, addDays(dates.end, -40)];
  if (e.oneIn(6) && known.length > 0) return e.pick(known);
  if (BEHIND.test(field)) return addDays(today, e.pick([0, 0, 0, 0, -1, -7, -40, -400, 1]));
  return addDays(today, e.pick([0, 1, 7, 30, 60, 90, 150, 180, 365, 400, 1800, -1, -40]));
}

/** Of a review that there is, or of a day. */
function someYear(story: Story, e: Entropy): number {
  const years = story.state.oversight.reviews.map((r) => r.year);
  return years.length > 0 && !e.oneIn(4)
    ? e.pick(years)
    : Number(someDay(story, 'year', e).slice(0, 4));
}

function someHash(story: Story, field: string, e: Entropy): string {
  const { documentHash, planHash } = documents(story.state, testHash);
  if (e.oneIn(12)) return 'f'.repeat(64);
  if (field === 'documentHash') return documentHash;
  if (field === 'planHash') return planHash;
  if (field === 'hash' && story.state.negotiation.openedAt === null) {
    return testHash(requestContent(story.state));
  }
  const hashes = [...mentioned(story.state)].filter((s) => /^[0-9a-f]{64}$/.test(s));
  return hashes.length > 0 && !e.oneIn(4) ? e.pick(hashes) : 'a'.repeat(64);
}

const PERSONS = [
  'lead-nominee',
  'twinned-nominee',
  'lead-signatory',
  'twinned-signatory',
  'lead-rep',
];

const idsOf = (records: readonly { readonly id: string }[]): readonly string[] =>
  records.map((r) => r.id);

/** What a field of this name may point to in the state. */
function referents({ state }: Story, field: string): readonly string[] {
  switch (field) {
    case 'kind':
      return Object.keys(state.jointActs);
    case 'evaluation':
      return idsOf(state.evaluation.evaluations);
    case 'escalation':
      return idsOf(state.oversight.escalations);
    case 'appeal':
      return idsOf(state.ending.appeals);
    case 'decision':
      return idsOf(state.ending.decisions);
    case 'proposal':
    case 'answersTo':
      return idsOf(state.negotiation.proposals);
    case 'clause':
      return Object.keys(state.negotiation.clauses);
    case 'action':
      return idsOf(state.oversight.actions);
    case 'of':
      return idsOf(state.execution.records);
    case 'amendment':
      return idsOf(state.execution.amendments);
    case 'item':
      return ['M1', 'M2', 'WP1', 'T1', 'NMC_EXISTS'];
    case 'workingGroup':
      return ['WG 3'];
    case 'to':
      return RULESET_IDS;
    default:
      return [];
  }
}

function someText(story: Story, field: string, maximum: number, e: Entropy): string {
  if (e.oneIn(40)) return e.pick(EVIL);
  const found = referents(story, field);
  return (found.length > 0 ? e.pick(found) : `Said in ${field}.`).slice(0, maximum);
}

const asNumber = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

function made(schema: JsonObject, field: string, story: Story, e: Entropy): Made {
  const { anyOf, type, format, pattern } = schema;
  if (Array.isArray(anyOf))
    return e.oneIn(4) ? null : made(anyOf[0] as JsonObject, field, story, e);
  if (Array.isArray(schema.enum)) return e.pick(schema.enum as readonly string[]);
  switch (type) {
    case 'boolean':
      return e.oneIn(2);
    case 'integer': {
      if (/member|body|holder|entitled/i.test(field)) return e.pick([ASI, IES, GSA, 1]);
      if (field === 'committee') return e.pick([COMMITTEE, 47858]);
      if (field === 'year') return someYear(story, e);
      const least = asNumber(schema.minimum, 0);
      const most = Math.min(asNumber(schema.maximum, 10), least + 12);
      return least + e.below(most - least + 1);
    }
    case 'array': {
      const least = asNumber(schema.minItems, 0);
      const count = Math.min(asNumber(schema.maxItems, 3), least + e.below(3));
      return Array.from({ length: count }, () => made(schema.items as JsonObject, field, story, e));
    }
    case 'object':
      return object(schema, story, e);
    default:
      if (format === 'date') return e.oneIn(30) ? '2027-02-30' : someDay(story, field, e);
      if (pattern === '^[0-9a-f]{64}$') return someHash(story, field, e);
      // A text has a greatest length; a person's id has a shape alone.
      if (typeof pattern === 'string' && schema.maxLength === undefined) return e.pick(PERSONS);
      return someText(story, field, asNumber(schema.maxLength, 100), e);
  }
}

/** Optional in the shape, so that the refusal can say why it is needed. */
const NEEDED =
  /^(reference|resolution|reasons|comment|statistics|until|documents|grounds|body|decision)$/;

function object(schema: JsonObject, story: Story, e: Entropy): Made {
  const required = (schema.required ?? []) as readonly string[];
  const fields = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonObject>>);
  return Object.fromEntries(
    fields
      .filter(([field]) => !e.oneIn(required.includes(field) ? 80 : NEEDED.test(field) ? 8 : 2))
      .map(([field, of]) => [field, made(of, field, story, e)]),
  );
}

/** Commands that want exactly one of these fields. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  LodgeAppeal: ['decision', 'inaction'],
  RecordSuccession: ['body', 'committee', 'workingGroup'],
  BringToTmb: ['text', 'cause', 'escalation'],
};

function onlyOne(command: string, payload: Made, e: Entropy): Made {
  const fields = ONE_OF[command];
  if (fields === undefined || typeof payload !== 'object' || payload === null) return payload;
  const given = fields.filter((field) => field in payload);
  const kept = given.length === 0 ? undefined : e.pick(given);
  return Object.fromEntries(
    Object.entries(payload).filter(([field]) => field === kept || !fields.includes(field)),
  );
}

function amendment({ state, now }: Story, e: Entropy): Made {
  const last = state.term?.end ?? dayAt(now);
  const ends = [addDays(last, -30), addDays(last, -200), addDays(dayAt(now), 60), addDays(last, 1)];
  return {
    reason: 'Things have changed.',
    ...(!e.oneIn(4) && { end: e.pick(ends) }),
    ...(e.oneIn(3) && { clauses: [{ clause: 'general-objective', text: 'To lead.' }] }),
    ...(e.oneIn(3) && {
      finance: { variant: e.pick(['NONE', 'LEAD_FUNDED']), text: 'As agreed.' },
    }),
    ...(e.oneIn(3) && {
      meetings: { cadenceMonths: 3, dates: [addDays(dayAt(now), e.below(300))] },
    }),
  };
}

/** A random payload of a command made from its shape, mostly valid and pointing to what the state holds. */
export function payloadFor(story: Story, command: string, e: Entropy): unknown {
  const definition = definitions[command];
  if (definition === undefined) return {};
  if (command === 'ProposeTerms' && e.oneIn(2)) {
    const start = story.state.approval.registration?.registeredOn ?? day('2027-06-01');
    const end = addDays(start, 200 + e.below(1600));
    return { changes: exampleTerms(story.state.type, { start, end }) };
  }
  // What may never be changed is mostly left alone, or nothing would ever be amended.
  if (command === 'AmendAgreement' && !e.oneIn(8)) return amendment(story, e);
  if (e.oneIn(60)) return e.pick([null, 7, [], 'text']);
  return onlyOne(command, made(definition.shape.json, '', story, e), e);
}

/** Everybody who could try something: the cast with nominees and signatories, and nobody's clerk. */
export const PEOPLE = [
  ...Object.values(cast),
  { person: 'lead-nominee', member: ASI, grants: [], stepUp: false },
  { person: 'twinned-nominee', member: IES, grants: [], stepUp: false },
  { person: 'registry', member: null, grants: [{ role: 'REGISTRY' as const }], stepUp: false },
  { person: 'system', member: null, grants: [{ role: 'SYSTEM' as const }], stepUp: false },
];
