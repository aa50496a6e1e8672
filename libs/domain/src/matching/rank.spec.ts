import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulesetById } from '../rulesets/index.js';
import { LANGUAGES } from '../texts/language.js';
import type { Candidate, CountryFacts, Seeker } from './candidate.js';
import { DEFAULT_WEIGHTS, MATCH_COMPONENTS } from './components.js';
import { rankPartners } from './rank.js';
import { sentenceOfFinding } from './sentences.js';

const rules = rulesetById('brochure-2021');
const country = (region: string, subregion: string, ...languages: string[]): CountryFacts => ({
  region,
  subregion,
  languages,
});
const senegal = country('Africa', 'Western Africa', 'fra');
const seeker: Seeker = { id: 1, country: senegal, committees: 20 };

const candidate = (id: number, over: Partial<Candidate> = {}): Candidate => ({
  id,
  acronym: `B${String(id)}`,
  active: true,
  category: 'FULL',
  newRights: false,
  country: country('Europe', 'Western Europe', 'fra'),
  status: 'P',
  holdsSecretariat: false,
  pMemberships: 300,
  secretariats: 5,
  chairsOrConvenors: null,
  shared: 10,
  leadsNow: 0,
  takenHere: false,
  led: 0,
  ledSeekerHere: false,
  ...over,
});

const rank = (candidates: readonly Candidate[], weights = DEFAULT_WEIGHTS) =>
  rankPartners({ seeker, type: 'P_MEMBER' }, candidates, weights, rules);
const order = (...args: Parameters<typeof rank>) =>
  rank(...args).matches.map((m) => m.candidate.id);

describe('a ranking of leads', () => {
  it('shows for each component what it earns and why; the points add up to the score', () => {
    const [match] = rank([candidate(2, { leadsNow: 1, led: 3 })]).matches;
    expect(match?.components.map((c) => [c.component, c.points, c.of])).toEqual([
      ['experience', 30, 30],
      ['interest', 12.5, 25],
      ['language', 20, 20],
      ['region', 0, 10],
      ['load', 5, 10],
      ['history', 5, 5],
    ]);
    expect(match?.score).toBe(72.5);
    expect(
      match?.components.map((c) => sentenceOfFinding(c, 'fr').replaceAll('\u00a0', ' ')),
    ).toEqual([
      'Expérience : 300 participations comme membre (P) ; 100 sont suggérés.',
      'Intérêt commun : membre (P) dans 10 des 20 comités de l’organisme jumelé.',
      'Langue commune : français.',
      'Autre région : Europe.',
      'Jumelages qu’il pilote actuellement : 1.',
      'Jumelages qu’il a pilotés : 3.',
    ]);
  });

  it('earns nothing for what is not told of a body, and says so', () => {
    const [match] = rank([candidate(2, { leadsNow: null, led: null })]).matches;
    const untold = match?.components.filter(
      (c) => c.component === 'load' || c.component === 'history',
    );
    expect(untold?.map((c) => [c.value, c.points])).toEqual([
      [null, 0],
      [null, 0],
    ]);
    for (const language of LANGUAGES) {
      for (const c of untold ?? []) expect(sentenceOfFinding(c, language)).not.toMatch(/[{}\d]/);
    }
  });

  it.each([
    ['more experience', { pMemberships: 4 }],
    ['more committees in common', { shared: 2 }],
    ['a common language', { country: country('Europe', 'Western Europe', 'deu') }],
    ['less to do', { leadsNow: 2 }],
  ])('puts %s first', (_, worse) => {
    expect(order([candidate(2, worse), candidate(3)])).toEqual([3, 2]);
  });

  it('puts the same part of the world before the same region, and that before another', () => {
    const from = (id: number, region: string, part: string) =>
      candidate(id, { country: country(region, part, 'fra') });
    const east = from(2, 'Africa', 'Eastern Africa');
    const west = from(3, 'Africa', 'Western Africa');
    expect(order([from(4, 'Europe', 'Western Europe'), east, west])).toEqual([3, 2, 4]);
  });

  it('says that a figure is not known, and lets it earn nothing', () => {
    const asked = { seeker, type: 'CHAIR' } as const;
    const unknown = candidate(2, { country: null });
    const [match] = rankPartners(asked, [unknown], DEFAULT_WEIGHTS, rules).matches;
    const known = match?.components.filter((c) => c.value === null).map((c) => c.component);
    expect(known).toEqual(['experience', 'language', 'region']);
    expect(match?.components[0]).toMatchObject({ points: 0, reason: 'unknown' });
  });

  it.each([
    ['SAME_PARTNER', { id: 1 }],
    ['MEMBER_NOT_ACTIVE', { active: false }],
    ['NOT_FULL_MEMBER', { category: 'CORRESPONDENT' }],
    ['NOT_P_MEMBER_LEAD', { status: 'O' }],
    ['LEAD_ALREADY_TWINNED_IN_COMMITTEE', { takenHere: true }],
    ['RENEWAL_FORBIDDEN', { ledSeekerHere: true }],
  ] as const)('leaves out who cannot lead: %s', (code, over) => {
    const { matches, excluded } = rank([candidate(2, over)]);
    expect(matches).toEqual([]);
    expect(excluded.map((e) => e.code)).toEqual([code]);
  });

  it('ranks nobody for a place that another twinning holds, and keeps the reasons of each body', () => {
    const asked = { seeker, type: 'CHAIR', taken: 'SLOT_TAKEN' } as const;
    const { matches, excluded } = rankPartners(
      asked,
      [candidate(2), candidate(3, { active: false })],
      DEFAULT_WEIGHTS,
      rules,
    );
    expect(matches).toEqual([]);
    expect(excluded.map((e) => e.code)).toEqual(['SLOT_TAKEN', 'MEMBER_NOT_ACTIVE']);
  });

  it('asks of each type what its registration asks of the lead', () => {
    const codes = (type: 'CHAIR' | 'CONVENOR' | 'SECRETARIAT', over: Partial<Candidate>) =>
      rankPartners({ seeker, type }, [candidate(2, over)], DEFAULT_WEIGHTS, rules).excluded.map(
        (e) => e.code,
      );
    expect(codes('SECRETARIAT', {})).toEqual(['LEAD_NOT_SECRETARIAT']);
    expect(codes('SECRETARIAT', { holdsSecretariat: true })).toEqual([]);
    expect(codes('CHAIR', { status: 'O' })).toEqual([]);
    expect(codes('CONVENOR', { status: 'O' })).toEqual(['NOT_P_MEMBER_LEAD']);
    expect(codes('CHAIR', { category: 'CORRESPONDENT', newRights: true })).toEqual([
      'NEW_RIGHTS_ONLY_P',
    ]);
  });
});

const candidates = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 400 }),
    shared: fc.nat(20),
    pMemberships: fc.nat(60),
    leadsNow: fc.nat(3),
    led: fc.nat(4),
    active: fc.boolean(),
    status: fc.constantFrom('P' as const, 'O' as const, null),
  }),
  { selector: (c) => c.id, minLength: 2, maxLength: 30 },
);
const weightings = fc.record({
  experience: fc.nat(100),
  interest: fc.nat(100),
  language: fc.nat(100),
  region: fc.nat(100),
  load: fc.nat(100),
  history: fc.nat(100),
});

describe('whatever the candidates and the weights', () => {
  it('the answer does not depend on the order of the rows', () => {
    const pairs = candidates.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    fc.assert(
      fc.property(pairs, weightings, ([rows, shuffled], weights) => {
        const of = (given: typeof rows) =>
          rank(
            given.map((r) => candidate(r.id, r)),
            weights,
          );
        expect(of(shuffled)).toEqual(of(rows));
      }),
    );
  });

  it('weights never change who may lead, and points stay within their share', () => {
    fc.assert(
      fc.property(candidates, weightings, (rows, weights) => {
        const given = rows.map((r) => candidate(r.id, r));
        const told = rank(given, weights);
        expect([...order(given, weights)].sort()).toEqual([...order(given)].sort());
        expect(told.excluded).toEqual(rank(given).excluded);
        for (const { components, score } of told.matches) {
          expect(components.every((c) => c.points >= 0 && c.points <= c.of)).toBe(true);
          expect(score).toBeLessThanOrEqual(100.3);
          for (const language of LANGUAGES) {
            const said = components.map((c) => sentenceOfFinding(c, language));
            expect(said.every((s) => s.endsWith('.') && !/[{}]/.test(s))).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a component without weight earns nothing, and no weights at all make all equal', () => {
    const none = Object.fromEntries(MATCH_COMPONENTS.map((c) => [c, 0])) as typeof DEFAULT_WEIGHTS;
    expect(rank([candidate(3), candidate(2)], none).matches.map((m) => m.score)).toEqual([0, 0]);
    const blind = { ...DEFAULT_WEIGHTS, language: 0 };
    const german = candidate(3, { country: country('Europe', 'Western Europe', 'deu') });
    expect(order([german, candidate(4)], blind)).toEqual([3, 4]);
  });
});
