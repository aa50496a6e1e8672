import { describe, expect, it } from '@jest/globals';
import { clauseHistory, type ToldEvent } from './clause.js';
import { originOfSentence } from './sentence.js';

const hash = (value: unknown) => JSON.stringify(value);

type Step = readonly [string, string, object];

/** Events in their order; the person's acronym says the side. */
const story = (steps: readonly Step[]): readonly ToldEvent[] =>
  steps.map(([type, person, payload], n) => ({
    ...{ type, person, payload: payload as ToldEvent['payload'], version: n + 1, index: 100 + n },
    ...{ occurredAt: '2027-09-01T10:00:00.000Z', member: person.startsWith('asi') ? 1 : 2 },
  }));
const proposes = (person: string, proposal: string, text: string, of: string, before: unknown) =>
  [
    'TermsProposed',
    person,
    {
      ...{ proposal, side: person.startsWith('asi') ? 'LEAD' : 'TWINNED' },
      changes: [{ clause: 'exit', ofHash: before, language: 'en', value: { text }, hash: of }],
    },
  ] as const;
const withdraws = (person: string, proposal: string) =>
  ['TermsProposalWithdrawn', person, { proposal, side: 'LEAD' }] as const;
const translates = (person: string, of: string, ofHash: string, text: string) =>
  [
    'ClauseTranslated',
    person,
    {
      ...{ clause: 'exit', ofHash, language: 'fr', hash: of, value: { text } },
      side: person.startsWith('asi') ? 'LEAD' : 'TWINNED',
    },
  ] as const;
const historyOf = (...steps: readonly Step[]) => clauseHistory(story(steps), 'exit', hash);

describe('who proposed a sentence that stands', () => {
  it('is its writer, and nobody who struck it out and withdrew that again', () => {
    const history = historyOf(
      proposes('asi.rep', 'P1', 'Files stay.', 'h1', null),
      proposes('ies.rep', 'P2', 'Files go.', 'h2', 'h1'),
      proposes('ies.rep', 'P3', 'Files go. Files stay.', 'h3', 'h2'),
      withdraws('ies.rep', 'P3'),
      withdraws('ies.rep', 'P2'),
    );
    expect(history.versions.map((v) => v.standing)).toEqual(['CURRENT', 'WITHDRAWN', 'WITHDRAWN']);
    expect(originOfSentence(history, 'Files stay.')).toMatchObject({
      stands: true,
      proposed: { person: 'asi.rep', proposal: 'P1' },
    });
    // What stood nowhere else is told as it was.
    expect(originOfSentence(history, 'Files go.')).toMatchObject({
      stands: false,
      proposed: { person: 'ies.rep', proposal: 'P2', standing: 'WITHDRAWN' },
    });
  });

  it('is whoever kept it, where the one that brought it in was withdrawn', () => {
    const history = historyOf(
      proposes('asi.rep', 'P1', 'Files stay.', 'h1', null),
      proposes('ies.rep', 'P2', 'Files stay. All sign.', 'h2', 'h1'),
      proposes('ies.rep', 'P3', 'Files stay. All sign. Nobody pays.', 'h3', 'h2'),
      withdraws('ies.rep', 'P2'),
    );
    expect(originOfSentence(history, 'All sign.')).toMatchObject({
      stands: true,
      proposed: { proposal: 'P3', standing: 'CURRENT' },
    });
  });
});

describe('a translation of what was given up', () => {
  it('is marked, and the one before stands again', () => {
    const history = historyOf(
      proposes('asi.rep', 'P1', 'Files stay.', 'h1', null),
      translates('ies.rep', 't1', 'h1', 'Tous signent.'),
      proposes('asi.rep', 'P2', 'Files go.', 'h2', 'h1'),
      translates('asi.rep', 't2', 'h2', 'Personne ne signe. Tous signent.'),
      withdraws('asi.rep', 'P2'),
    );
    expect(history.translations.map((t) => t.withdrawn)).toEqual([false, true]);
    expect(originOfSentence(history, 'Tous signent.')).toMatchObject({
      stands: true,
      translated: { person: 'ies.rep', hash: 't1' },
    });
    expect(originOfSentence(history, 'Personne ne signe.')?.stands).toBe(false);
  });

  it('is marked where an amendment came to nothing, though its text was not touched', () => {
    for (const end of ['AmendmentWithdrawn', 'AmendmentExpired', 'AgreementAmended']) {
      const history = historyOf(
        proposes('asi.rep', 'P1', 'Files stay.', 'h1', null),
        translates('ies.rep', 't1', 'h1', 'Les dossiers restent.'),
        ['AmendmentOpened', 'asi.rep', { id: 'A1', side: 'LEAD', reason: 'r' }],
        translates('asi.rep', 't2', 'h1', 'Les dossiers demeurent.'),
        [end, 'asi.rep', { id: 'A1', side: 'LEAD', reason: 'r', changes: [] }],
      );
      const inForce = end === 'AgreementAmended';
      expect(history.translations.map((t) => t.withdrawn)).toEqual([false, !inForce]);
      expect(originOfSentence(history, 'Les dossiers restent.')?.stands).toBe(!inForce);
      expect(originOfSentence(history, 'Les dossiers demeurent.')?.stands).toBe(inForce);
    }
  });
});
