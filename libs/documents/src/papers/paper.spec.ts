import { describe, expect, it } from '@jest/globals';
import {
  CURRENCIES,
  day,
  instant,
  minorDigits,
  MINOR_DIGITS,
  type Agreement,
} from '@twinning/domain';
import { renderPaper } from '../pdf/render.js';
import { money } from './clause-blocks.js';
import { paperOf } from './paper.js';
import { exampleAgreement, exampleSource } from '../testing/example.js';
import { PAPER_KINDS } from './source.js';

/** Written in English, one clause of it in French too. */
const written = () =>
  exampleAgreement({
    french: {
      exit: { text: 'L’œuvre commune reste « ouverte » jusqu’à l’été ; rien d’autre.' },
    },
  });
const ORIGINAL = {
  ...{ originalNo: 1, authority: 'e'.repeat(64), at: instant('2028-01-02T10:00:00Z') },
};
const source = (state = written()) => exampleSource(state);

describe('papers', () => {
  it.each(PAPER_KINDS)('%s is the same file for the same source', async (kind) => {
    const once = await renderPaper(paperOf(kind, 'both', source()));
    const again = await renderPaper(paperOf(kind, 'both', source()));
    expect(once.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(once.equals(again)).toBe(true);
  });

  it('is another file for another text', async () => {
    const state = written();
    const other = { ...state, negotiation: { ...state.negotiation, clauses: {} } };
    const [a, b] = [source(state), source(other)];
    expect(
      (await renderPaper(paperOf('plan', 'en', a))).equals(
        await renderPaper(paperOf('plan', 'en', b)),
      ),
    ).toBe(false);
  });

  it('sets each part in English and then in French, and says where a translation is missing', () => {
    const { blocks, lang } = paperOf('agreement', 'both', source());
    const texts = blocks.flatMap((b) => ('text' in b ? [`${b.lang}: ${b.text}`] : []));
    expect(lang).toBe('en');
    const [exitEn, exitFr] = [
      texts.findIndex((t) => t.endsWith('Exit and transition')),
      texts.findIndex((t) => t.endsWith('Sortie et transition')),
    ];
    expect(exitFr).toBe(exitEn + 2);
    expect(texts[exitFr + 1]).toMatch(/^fr: L’œuvre/);
    expect(texts.some((t) => t.startsWith('fr: Cette clause n’est pas traduite'))).toBe(true);
  });

  // Amounts are written by ISO 4217 and not by CLDR, which has 0 digits for many currencies with hundredths.
  it.each([
    ['PKR', 'PKR 2,500.00', '2 500,00 PKR'],
    ['HUF', 'HUF 2,500.00', '2 500,00 HUF'],
    ['MGA', 'MGA 2,500.00', '2 500,00 MGA'],
    ['IQD', 'IQD 250.000', '250,000 IQD'],
    ['KWD', 'KWD 250.000', '250,000 KWD'],
    ['JPY', 'JPY 250,000', '250 000 JPY'],
    ['CHF', 'CHF 2,500.00', '2 500,00 CHF'],
  ])('prints 250000 of the smallest unit of %s as %s', (currency, en, fr) => {
    const said = (lang: 'en' | 'fr') => money(250_000, currency, lang).replace(/\s/gu, ' ');
    expect([said('en'), said('fr')]).toEqual([en, fr]);
  });

  it('prints every currency with the digits that ISO 4217 gives it', () => {
    for (const currency of CURRENCIES) {
      const [, decimals = ''] = money(1_234_567, currency, 'en').split('.');
      expect([currency, decimals.length]).toEqual([currency, minorDigits(currency)]);
    }
    expect(Object.keys(MINOR_DIGITS).filter((c) => !CURRENCIES.has(c))).toEqual([]);
    expect(CURRENCIES.has('VED')).toBe(true);
  });

  it('sets what an amendment in force says in the place of a structured clause', () => {
    const state = written();
    const finance = { variant: 'LEAD_FUNDED', amountMinor: 777_700, currency: 'CHF' };
    const amended = (stage: 'OPEN' | 'IN_FORCE'): Agreement => ({
      ...state,
      execution: {
        ...state.execution,
        amendments: [
          {
            ...{ id: 'A1', hash: 'h', end: null, signed: [], stage },
            changes: [{ clause: 'finance', value: finance }],
            agreedAt: instant('2028-01-01T00:00:00Z'),
          },
        ],
      },
    });
    const said = (stage: 'OPEN' | 'IN_FORCE') =>
      JSON.stringify(paperOf('agreement', 'en', source(amended(stage))));
    expect(said('IN_FORCE')).toMatch(/CHF\s7,777\.00/u);
    expect(said('OPEN')).not.toMatch(/7,777/u);
  });

  it('sets the revised plan in the place of the signed one, and says so', () => {
    const state = written();
    const milestones = [{ id: 'M7', title: 'Own delegation', dueOn: day('2028-06-30') }];
    const at = instant('2028-01-01T00:00:00Z');
    const kept = { milestones, workPackages: null, tasks: null, meetingDates: null, reason: 'x' };
    const plan = { ...state.execution.plan, revisions: [{ ...kept, at }] };
    const revised: Agreement = { ...state, execution: { ...state.execution, plan } };
    const said = (of: Agreement) => JSON.stringify(paperOf('plan', 'en', source(of)));
    expect(said(revised)).toContain('Own delegation');
    expect(said(revised)).toContain('As revised by both partners');
    expect(said(state)).not.toContain('As revised by both partners');
    const { blocks } = paperOf('plan', 'fr', source(revised));
    const place = blocks.findIndex((b) => 'text' in b && b.text.endsWith('Jalons'));
    expect(blocks[place + 1]).toMatchObject({
      text: expect.stringMatching(/^Cette clause n’est pas/),
    });
    expect(blocks[place + 2]).toMatchObject({ kind: 'table', lang: 'en' });
    expect(source(revised).hashes.plan).not.toBe(source(state).hashes.plan);
  });

  it('sets the translation of an amended clause, and says where there is none', () => {
    const state = written();
    const change = { clause: 'exit', value: { text: 'Files stay six years.' } };
    const translations = [
      { language: 'fr' as const, hash: 'f', value: { text: 'Les dossiers restent six ans.' } },
    ];
    const amended = (changes: Agreement['execution']['amendments'][number]['changes']) => ({
      ...state,
      execution: {
        ...state.execution,
        amendments: [
          {
            ...{ id: 'A1', hash: 'h', end: null, signed: [], stage: 'IN_FORCE' as const, changes },
            agreedAt: instant('2028-01-01T00:00:00Z'),
          },
        ],
      },
    });
    const said = (changes: Parameters<typeof amended>[0], language: 'en' | 'fr') =>
      JSON.stringify(paperOf('agreement', language, source(amended(changes))));
    expect(said([{ ...change, translations }], 'fr')).toContain('Les dossiers restent six ans.');
    expect(said([{ ...change, translations }], 'en')).toContain('Files stay six years.');
    expect(said([change], 'fr')).toContain('Files stay six years.');
  });

  it('names no person in the text that is signed', () => {
    const state = written();
    const named: Agreement = {
      ...state,
      negotiation: {
        ...state.negotiation,
        signatories: [{ side: 'LEAD', person: 'asi.signatory', authority: 'a'.repeat(64) }],
      },
    };
    const said = (kind: 'agreement' | 'annex') =>
      JSON.stringify(paperOf(kind, 'both', source(named)));
    expect(said('agreement')).not.toContain('asi.signatory');
    expect(said('annex')).toContain('asi.signatory');
  });

  it('keeps the row of each signature whoever is designated later, by name, and says who signed by step-up alone', () => {
    const state = written();
    const at = instant('2027-10-01T00:00:00Z');
    const by = { documentHash: 'h', originalNo: 1, at };
    const designated = (side: 'LEAD' | 'TWINNED', person: string, authority: string) => ({
      ...{ side, person, authority: authority.repeat(64) },
    });
    const signed: Agreement = {
      ...state,
      negotiation: {
        ...state.negotiation,
        signatories: [designated('LEAD', 'new', 'b'), designated('TWINNED', 'two', 'c')],
        signatures: [{ ...by, side: 'LEAD', person: 'one' }],
      },
    };
    const names = new Map([
      ['one', null],
      ['two', 'Élise Deux'],
    ]);
    const from = { ...source(signed), persons: names, authorities: { LEAD: 'a'.repeat(64) } };
    const rows = (language: 'en' | 'fr') =>
      paperOf('annex', language, from).blocks.flatMap((b) => (b.kind === 'table' ? b.rows : []));
    expect(rows('en').map((row) => row.slice(1))).toEqual([
      ['ASI', 'erased (one)', '1', '2027-10-01 00:00:00', 'a'.repeat(64)],
      ['ASI', 'new', '–', 'designated for later texts', 'b'.repeat(64)],
      ['IES', 'Élise Deux (two)', '–', 'not signed', 'c'.repeat(64)],
    ]);
    expect(rows('fr').map((row) => row.slice(2, 5))).toEqual([
      ['effacé (one)', '1', '2027-10-01 00:00:00'],
      ['new', '–', 'désigné pour les textes suivants'],
      ['Élise Deux (two)', '–', 'non signé'],
    ]);
    const said = (of: typeof from, language: 'en' | 'fr') =>
      JSON.stringify(paperOf('annex', language, of));
    expect(said(from, 'en')).toContain('neither a key nor a passkey');
    expect(said(from, 'fr')).toContain('sans clé ni clé d’accès');
    const seal = { key: 'K'.repeat(43), signature: 'S' };
    const { signatures } = signed.negotiation;
    const negotiation = {
      ...signed.negotiation,
      signatures: signatures.map((s) => ({ ...s, ...seal })),
    };
    const sealed = { ...from, state: { ...signed, negotiation } };
    expect(said(sealed, 'en')).not.toContain('neither a key nor a passkey');
  });

  it('lists with an open amendment who is designated and has not signed it', () => {
    const state = written();
    const amendment = {
      ...{ id: 'A1', hash: 'h', end: null, changes: [], stage: 'OPEN' as const },
      agreedAt: instant('2028-01-01T00:00:00Z'),
      signed: [{ ...ORIGINAL, side: 'LEAD' as const, person: 'one' }],
    };
    const open: Agreement = {
      ...state,
      negotiation: {
        ...state.negotiation,
        signatories: [
          { side: 'LEAD', person: 'one', authority: 'a' },
          { side: 'TWINNED', person: 'two', authority: 'b' },
        ],
      },
      execution: { ...state.execution, amendments: [amendment] },
    };
    const tables = paperOf('annex', 'en', source(open)).blocks.filter((b) => b.kind === 'table');
    expect(tables.at(-1)).toMatchObject({
      rows: [
        ['lead partner', 'ASI', 'one', '1', '2028-01-02 10:00:00', 'e'.repeat(64)],
        ['twinned partner', 'IES', 'two', '–', 'not signed', 'b'],
      ],
    });
  });

  it('lists who signed each amendment, under the hash of what they signed', () => {
    const state = written();
    const signed = [
      {
        ...{ ...ORIGINAL, side: 'LEAD' as const, person: 'asi.signatory' },
        ...{ key: 'K'.repeat(43), signature: 'S' },
      },
      { ...ORIGINAL, originalNo: 2, side: 'TWINNED' as const, person: 'ies.signatory' },
    ];
    const amendment = { hash: 'b'.repeat(64), end: null, changes: [], signed };
    const agreedAt = instant('2028-01-01T00:00:00Z');
    const amended: Agreement = {
      ...state,
      execution: {
        ...state.execution,
        amendments: [
          { ...amendment, id: 'A1', agreedAt, stage: 'IN_FORCE', effectiveOn: day('2028-02-01') },
          { ...amendment, id: 'A2', agreedAt, stage: 'OPEN', signed: [] },
        ],
      },
    };
    const said = (language: 'en' | 'fr') =>
      JSON.stringify(paperOf('annex', language, source(amended)));
    for (const word of [
      'Amendment A1',
      'b'.repeat(64),
      'ies.signatory',
      'K'.repeat(43),
      'in force',
    ])
      expect(said('en')).toContain(word);
    expect(said('fr')).toContain('Modification A1');
    expect(said('en')).not.toContain('Amendment A2');
  });

  it('writes amounts of minor units exactly, also those that a floating-point number cannot hold', () => {
    expect(money(123456, 'EUR', 'en')).toMatch(/^EUR\s1,234\.56$/u);
    expect(money(123456, 'JPY', 'en')).toMatch(/^JPY\s123,456$/u);
    expect(money(5, 'KWD', 'en')).toMatch(/^KWD\s0\.005$/u);
    expect(money(Number.MAX_SAFE_INTEGER, 'EUR', 'fr')).toContain('409,91');
  });
});
