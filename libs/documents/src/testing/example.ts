import {
  asPrinted,
  day,
  documents,
  emptyAgreement,
  exampleValues,
  TEMPLATE_VERSION,
  textBasis,
  type Agreement,
  type Json,
  type JsonObject,
} from '@twinning/domain';
import { createHash } from 'node:crypto';
import type { PaperSource } from '../papers/source.js';

const TERM = { start: day('2027-10-01'), end: day('2032-09-30') };

export const hashOfJson = (value: Json): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** How an example is written: which clauses have a French translation, and how long it is. */
export interface Written {
  readonly french?: Readonly<Record<string, JsonObject>>;
  /** Items of every list, and repetitions of every text. */
  readonly length?: number;
}

/** Each text said so many times over, each list with so many items: every item stays different. */
function longer(value: Json, length: number): Json {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.flatMap((item) =>
      Array.from({ length }, (_, n) => (n === 0 ? item : numbered(item, n + 1))),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, part]) => [
      name,
      name === 'text' && typeof part === 'string'
        ? Array.from({ length }, () => part).join(' ')
        : name === 'percentByYear'
          ? part
          : longer(part, length),
    ]),
  );
}

function numbered(item: Json, n: number): Json {
  if (typeof item === 'string') return item.startsWith('20') ? item : `${item} (${String(n)})`;
  if (typeof item !== 'object' || item === null) return item;
  const { id, ...rest } = item as JsonObject & { readonly id?: string };
  return id === undefined ? rest : { ...rest, id: `${id}.${String(n)}` };
}

/** Whom the text of the example names: nominated and contact persons, by reference. */
const PERSONS: NonNullable<Agreement['negotiation']['persons']> = (
  ['LEAD', 'TWINNED'] as const
).flatMap((side, n) =>
  (['NOMINEE', 'CONTACT'] as const).map((part, m) => ({
    ...{ part, side },
    reference: String(2 * n + m).repeat(64),
  })),
);

/** An agreement on a twinned chair whose terms are written in English, and in French where that is given. */
export function exampleAgreement({ french = {}, length = 1 }: Written = {}): Agreement {
  const empty = emptyAgreement('00000000-0000-5000-8000-000000000001');
  const said = (values: Readonly<Record<string, JsonObject>>) =>
    Object.entries(values).map(([clause, value]) => {
      const long = longer(value, length) as JsonObject;
      return { clause, value: long, hash: hashOfJson(long) };
    });
  const by = { side: 'LEAD' as const, proposal: 'P1', acceptedBy: [], rejected: null };
  const clauses = said(exampleValues('CHAIR', TERM, 'en'));
  return {
    ...empty,
    type: 'CHAIR',
    lead: 1,
    twinned: 2,
    committee: 3,
    negotiation: {
      ...empty.negotiation,
      templateVersion: `${TEMPLATE_VERSION}/CHAIR`,
      persons: PERSONS,
      clauses: Object.fromEntries(
        clauses.map(({ clause, ...version }) => [clause, [{ ...version, ...by, language: 'en' }]]),
      ),
      translations: said(french).map((translation) => ({
        ...translation,
        language: 'fr',
        ofHash: clauses.find((c) => c.clause === translation.clause)?.hash ?? '',
      })),
    },
  };
}

/** Every clause that partners write, in French: the agreement then stands in both languages. */
export const inFrench = (): Readonly<Record<string, JsonObject>> =>
  exampleValues('CHAIR', TERM, 'fr');

/** What a paper of the agreement is made of. */
export function exampleSource(state: Agreement = exampleAgreement()): PaperSource {
  const view = documents(asPrinted(state, hashOfJson), hashOfJson);
  const signed = documents(state, hashOfJson);
  return {
    state,
    clauses: view.clauses,
    hashes: { agreement: signed.documentHash, plan: view.planHash, inForce: view.documentHash },
    bases: { signed: textBasis(state), inForce: textBasis(state) },
    leaf: {
      index: 7,
      at: '2027-09-01T10:00:00.000Z',
      hash: 'f'.repeat(64),
      address: 'https://t/r/7',
    },
    enclosures: [
      { name: 'receipt.json', type: 'application/json', description: 'R', content: '{}' },
    ],
    memberName: (id) => ({ 1: 'ASI', 2: 'IES' })[id ?? 0] ?? '–',
    committeeName: () => 'ISO/TC 34/SC 5',
    named: { inText: [], today: [] },
    persons: new Map(),
    authorities: {},
    year: null,
    account: { en: { steps: [], refused: [] }, fr: { steps: [], refused: [] } },
  };
}
