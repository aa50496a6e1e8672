import { describe, expect, it } from '@jest/globals';
import { clauseHistory, type ToldEvent } from './clause.js';
import { originOfSentence } from './sentence.js';

let at = 0;
const told = (type: string, person: string, payload: object): ToldEvent => {
  at += 1;
  return {
    type,
    payload: payload as ToldEvent['payload'],
    version: at,
    index: 100 + at,
    occurredAt: `2027-09-0${String(at)}T10:00:00.000Z`,
    person,
    member: person.startsWith('asi') ? 1 : 2,
  };
};
const change = (text: string, hash: string, ofHash: string | null) => ({
  clause: 'exit',
  ofHash,
  language: 'en',
  value: { text },
  hash,
});

describe('the history of a clause', () => {
  at = 0;
  const events = [
    told('TermsProposed', 'asi.rep', {
      proposal: 'P1',
      side: 'LEAD',
      changes: [change('Both hand over. Files stay.', 'h1', null)],
    }),
    told('ClauseRejected', 'ies.rep', {
      clause: 'exit',
      side: 'TWINNED',
      hash: 'h1',
      reason: 'Too short.',
    }),
    told('TermsCountered', 'ies.rep', {
      proposal: 'P2',
      side: 'TWINNED',
      answersTo: 'P1',
      changes: [change('Both hand over. Files stay for five years.', 'h2', 'h1')],
    }),
    told('ClauseCommented', 'asi.rep', { clause: 'exit', side: 'LEAD', text: 'Good.' }),
    told('ClauseAccepted', 'asi.rep', { clause: 'exit', side: 'LEAD', hash: 'h2' }),
    told('ClauseAgreed', 'asi.rep', { clause: 'exit', hash: 'h2' }),
  ];

  it('says who proposed each version, when, in answer to what, and who accepted it', () => {
    const { versions, comments } = clauseHistory(events, 'exit');
    expect(versions.map((v) => [v.hash, v.person, v.standing, v.answersTo])).toEqual([
      ['h1', 'asi.rep', 'REPLACED', null],
      ['h2', 'ies.rep', 'CURRENT', 'P1'],
    ]);
    expect(versions[0]?.rejected[0]).toMatchObject({ reason: 'Too short.', person: 'ies.rep' });
    expect(versions[1]?.accepted.map((d) => d.person)).toEqual(['asi.rep']);
    expect(versions[1]?.agreed).toMatchObject({ index: 106 });
    expect(comments[0]).toMatchObject({ text: 'Good.', side: 'LEAD' });
  });

  it('brings back the version before when a proposal is withdrawn', () => {
    const withdrawn = [
      ...events.slice(0, 3),
      told('TermsProposalWithdrawn', 'ies.rep', { proposal: 'P2', side: 'TWINNED' }),
    ];
    expect(clauseHistory(withdrawn, 'exit').versions.map((v) => v.standing)).toEqual([
      'CURRENT',
      'WITHDRAWN',
    ]);
  });

  it('finds who proposed a sentence, and what that answered', () => {
    const history = clauseHistory(events, 'exit');
    expect(originOfSentence(history, 'Files  stay for five years.')).toMatchObject({
      stands: true,
      proposed: { person: 'ies.rep', proposal: 'P2', at: '2027-09-03T10:00:00.000Z' },
      inAnswerTo: { person: 'asi.rep', proposal: 'P1' },
    });
    expect(originOfSentence(history, 'Both hand over.')?.proposed.proposal).toBe('P1');
    expect(originOfSentence(history, 'Files stay.')).toMatchObject({ stands: false });
    expect(originOfSentence(history, 'Nobody wrote this.')).toBeNull();
    expect(originOfSentence(history, ' ')).toBeNull();
  });
});
