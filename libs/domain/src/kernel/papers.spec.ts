import { describe, expect, it } from '@jest/globals';
import { PAPERS, reviewedEvaluation } from '../agreement/evaluation/testing.js';
import { CV, inForce, STATEMENT } from '../agreement/execution/given.js';
import { AUTHORITY, written } from '../agreement/negotiation/testing.js';
import { registered } from '../agreement/oversight/given.js';
import { refusalText } from '../texts/index.js';
import { ASI, cast, COMMITTEE, GSA, IES, usualFacts } from '../testing/people.js';
import { Story, typesOf } from '../testing/story.js';
import { refuse } from './decision.js';
import type { FiledPaper } from './facts.js';
import { needsOf } from './needs.js';
import type { Principal } from './principal.js';
import type { Json } from './schema.js';
import { definitions } from './slices.js';

const as = (purpose: string, by: number | null): FiledPaper => ({ purpose, member: by });

/** The story with these papers filed; one that is asked for and not among them is filed by nobody. */
function filed(story: Story, papers: Readonly<Record<string, readonly FiledPaper[]>> = {}): Story {
  const known = Object.entries(papers).map(([hash, filings]) => [
    hash,
    { filed: filings, destroyed: false },
  ]);
  story.facts = { ...story.facts, papers: Object.fromEntries(known) as never };
  return story;
}
const destroyed = (story: Story, hash: string): Story => {
  const papers = { [hash]: { filed: [as('CV', ASI), as('OTHER', null)], destroyed: true } };
  story.facts = { ...story.facts, papers };
  return story;
};

const drafted = (): Story => {
  const story = new Story('2027-01-04T09:00:00Z', usualFacts);
  const subject = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE };
  story.does(cast.lead, 'StartDraft', subject);
  return story;
};
const nominee = (person: string, cv: string) => ({
  ...{ side: 'LEAD', person, cv, delegate: false, categoryC: false },
});
const assessing = (): Story => {
  const story = drafted();
  story.state = { ...story.state, stage: 'IN_REVIEW_TPM' };
  return story;
};
const SUCCESSOR = {
  ...{ person: 'next', cv: CV, statement: STATEMENT, delegate: false, categoryC: false },
};
const APPEAL = { decision: 'D1', grounds: 'Misread.', documents: [AUTHORITY] };

/** Every command that names a paper, on a state that lets it through, and how its papers are rightly filed. */
const NAMING: readonly (readonly [
  string,
  {
    at: () => Story;
    who: Principal;
    payload: object;
    field: string;
    right: Record<string, FiledPaper>;
  },
])[] = [
  [
    'DesignateSignatory',
    {
      at: () => written(),
      who: cast.lead,
      payload: { person: cast.leadSignatory.person, authority: AUTHORITY },
      field: 'authority',
      right: { [AUTHORITY]: as('AUTHORITY', ASI) },
    },
  ],
  [
    'EditRequest',
    {
      at: drafted,
      who: cast.lead,
      payload: { nominees: [nominee('chair', CV)] },
      field: 'cv',
      right: { [CV]: as('CV', ASI) },
    },
  ],
  [
    'ReplaceNominee',
    {
      at: () => inForce({ type: 'CHAIR' }),
      who: cast.twinned,
      payload: SUCCESSOR,
      field: 'cv',
      right: { [CV]: as('CV', IES), [STATEMENT]: as('STATEMENT', IES) },
    },
  ],
  [
    'RecordTpmAssessment',
    {
      at: assessing,
      who: cast.tpm,
      payload: { text: 'Ready.', statistics: CV },
      field: 'statistics',
      right: { [CV]: as('OTHER', null) },
    },
  ],
  [
    'SubmitToBody',
    {
      at: () =>
        reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: { status: 'P', pMemberships: 39 } }),
      who: cast.twinned,
      payload: { evaluation: 'EV1', body: 'TC', papers: PAPERS },
      field: 'papers',
      right: { [PAPERS[0]?.hash ?? '']: as('OTHER', IES) },
    },
  ],
  [
    'LodgeAppeal',
    {
      at: () => registered(),
      who: cast.twinned,
      payload: APPEAL,
      field: 'documents',
      right: { [AUTHORITY]: as('EVIDENCE', IES) },
    },
  ],
];

describe('a command that names a paper by its hash', () => {
  it.each(NAMING)('%s is refused until that paper is filed (PAPER_NOT_FILED)', (type, naming) => {
    const { at, who, payload, field, right } = naming;
    const none = filed(at());
    const before = none.state;
    expect(none.refuses(who, type, payload)).toMatchObject({
      refused: 'PAPER_NOT_FILED',
      clause: definitions[type]?.clause,
      details: { field, paper: Object.keys(right)[0] },
    });
    expect(none.state).toBe(before);
    const all = Object.fromEntries(Object.entries(right).map(([hash, one]) => [hash, [one]]));
    expect(filed(at(), all).does(who, type, payload)).not.toEqual([]);
  });

  it.each(NAMING)(
    '%s is refused when that paper was destroyed (PAPER_DESTROYED)',
    (type, naming) => {
      const { at, who, payload, field, right } = naming;
      const [paper = ''] = Object.keys(right);
      expect(destroyed(at(), paper).refuses(who, type, payload)).toMatchObject({
        refused: 'PAPER_DESTROYED',
        details: { field, paper },
      });
    },
  );

  it.each(NAMING)(
    '%s asks for just these papers, and is decided as before without them',
    (type, naming) => {
      const { at, who, payload, right } = naming;
      const story = at();
      expect(needsOf(story.state, { type, payload }, who).papers).toEqual(Object.keys(right));
      expect(story.facts.papers).toBeUndefined();
      expect(story.does(who, type, payload)).not.toEqual([]);
    },
  );

  it('are these commands and no others: every other hash is of a text', () => {
    const TEXTS = [
      ...['ConsentToRequest/hash', 'AcceptTerms/documentHash', 'AcceptTerms/planHash'],
      ...[
        'AcceptClause/hash',
        'RejectClause/hash',
        'TranslateClause/ofHash',
        'TranslateClause/replaces',
      ],
      ...['ProposeTerms/changes/ofHash', 'CounterTerms/changes/ofHash'],
      ...['SignAgreement/documentHash', 'SignAmendment/hash'],
    ];
    const hashes = Object.entries(definitions).flatMap(([type, { shape }]) =>
      hashesIn(shape.json).map((place) => `${type}${place}`),
    );
    const papers = hashes.filter((place) => !TEXTS.includes(place));
    expect(TEXTS.filter((place) => !hashes.includes(place))).toEqual([]);
    expect([...new Set(papers.map((place) => place.split('/')[0]))].sort()).toEqual(
      NAMING.map(([type]) => type).sort(),
    );
    const named = Object.entries(definitions).filter(([, { papers: of }]) => of !== undefined);
    expect(named.map(([type]) => type).sort()).toEqual(NAMING.map(([type]) => type).sort());
  });
});

/** Where a schema takes a SHA-256; items of a list are not told apart. */
function hashesIn(json: Json, at = ''): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  const of = json as {
    readonly pattern?: string;
    readonly properties?: Readonly<Record<string, Json>>;
    readonly items?: Json;
    readonly anyOf?: readonly Json[];
  };
  if (of.pattern === '^[0-9a-f]{64}$') return [at];
  return [
    ...Object.entries(of.properties ?? {}).flatMap(([key, one]) => hashesIn(one, `${at}/${key}`)),
    ...[of.items ?? null, ...(of.anyOf ?? [])].flatMap((one) => hashesIn(one, at)),
  ];
}

describe('a paper of one body', () => {
  const { payload } = NAMING[0]?.[1] ?? { payload: {} };
  const asked = (...filings: readonly FiledPaper[]) =>
    filed(written(), { [AUTHORITY]: filings }).ask(cast.lead, 'DesignateSignatory', payload);
  const refusal = { refused: 'PAPER_NOT_FILED', clause: 'OQ-19' };

  it('is none that the other partner filed, and none that was filed as something else', () => {
    expect(asked(as('AUTHORITY', IES))).toMatchObject(refusal);
    expect(asked(as('EVIDENCE', ASI))).toMatchObject(refusal);
    expect(asked(as('AUTHORITY', IES), as('CV', ASI))).toMatchObject(refusal);
  });

  it('counts when its own body or a desk filed it, whoever else did', () => {
    for (const by of [ASI, null]) {
      expect(asked(as('AUTHORITY', IES), as('AUTHORITY', by))).toMatchObject({
        events: [{ type: 'SignatoryDesignated' }],
      });
    }
  });
});

describe('a paper of anybody', () => {
  it('may be one that the other partner filed, and for a body that is no party is one of its own', () => {
    const lodges = (who: Principal, by: number | null) =>
      filed(registered(), { [AUTHORITY]: [as('MINUTES', by)] }).ask(who, 'LodgeAppeal', APPEAL);
    expect(lodges(cast.twinned, ASI)).toMatchObject({ events: [{ type: 'AppealLodged' }] });
    expect(lodges(cast.third, GSA)).toMatchObject({ events: [{ type: 'AppealLodged' }] });
    for (const by of [ASI, IES, null]) {
      expect(lodges(cast.third, by)).toMatchObject({ refused: 'PAPER_NOT_FILED' });
    }
  });
});

describe('a paper that stands already', () => {
  it('is not asked for again: the other partner’s person and what changes nothing stay possible', () => {
    const story = drafted();
    story.does(cast.lead, 'EditRequest', { nominees: [nominee('chair', CV)] });
    destroyed(story, CV);
    const again = { goals: 'A chair.', nominees: [nominee('chair', CV)] };
    expect(typesOf(story.does(cast.lead, 'EditRequest', again))).toEqual(['RequestEdited']);
    expect(story.does(cast.lead, 'EditRequest', again)).toEqual([]);
    // Another person with the paper of the first is named anew.
    const other = { nominees: [nominee('somebody', CV)] };
    expect(story.refuses(cast.lead, 'EditRequest', other).refused).toBe('PAPER_DESTROYED');
  });

  it('is not asked for when the command is refused by its own guards', () => {
    const story = filed(written());
    const { person } = cast.leadSignatory;
    expect(story.refuses(cast.lead, 'DesignateSignatory', { person }).refused).toBe(
      'AUTHORITY_MISSING',
    );
  });
});

describe('what a person reads whose paper is not there', () => {
  it('names the field in words and says to file it first', () => {
    const missing = refuse('PAPER_NOT_FILED', 'OQ-19', { field: 'authority', paper: AUTHORITY });
    expect(refusalText(missing, 'en')).toMatchObject({
      title: 'A paper that is named here is not among the files of this agreement.',
      help: expect.stringMatching(
        /^File the paper \(evidence of the authority to sign\) with this agreement first, /,
      ),
    });
    expect(refusalText(missing, 'fr')).toMatchObject({
      title: 'Une pièce nommée ici ne figure pas parmi les fichiers de cet accord.',
      help: expect.stringMatching(/^Déposez d’abord cette pièce \(preuve du pouvoir de signer\) /),
    });
    const gone = refuse('PAPER_DESTROYED', 'ST.5.4', { field: 'statement', paper: CV });
    expect(refusalText(gone, 'en').title).toContain('was destroyed with the data of the person');
    expect(refusalText(gone, 'fr').help).toContain('une autre pièce (déclaration signée)');
  });
});
