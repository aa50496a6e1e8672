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
const hash = (value: unknown) => JSON.stringify(value);
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
    const { versions, comments } = clauseHistory(events, 'exit', hash);
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
    expect(clauseHistory(withdrawn, 'exit', hash).versions.map((v) => v.standing)).toEqual([
      'CURRENT',
      'WITHDRAWN',
    ]);
  });

  it('finds who proposed a sentence, and what that answered', () => {
    const history = clauseHistory(events, 'exit', hash);
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

describe('the history of a translated clause', () => {
  at = 0;
  const translates = (person: string, hash: string, ofHash: string, text: string) =>
    told('ClauseTranslated', person, {
      ...{ clause: 'exit', side: person.startsWith('asi') ? 'LEAD' : 'TWINNED' },
      ...{ ofHash, hash, language: 'fr', value: { text } },
    });
  const proposes = (person: string, proposal: string, next: ReturnType<typeof change>) =>
    told('TermsProposed', person, {
      ...{ proposal, side: person.startsWith('asi') ? 'LEAD' : 'TWINNED' },
      changes: [next],
    });
  const events = [
    proposes('asi.rep', 'P1', change('Files stay.', 'h1', null)),
    translates('ies.rep', 't1', 'h1', 'Les dossiers restent. Tous signent.'),
    proposes('asi.rep', 'P2', change('Files stay for ever.', 'h2', 'h1')),
    translates('asi.rep', 't2', 'h2', 'Les dossiers restent toujours. Tous signent.'),
  ];
  const origin = (upTo: number, sentence: string) =>
    originOfSentence(clauseHistory(events.slice(0, upTo), 'exit', hash), sentence);

  it('says who wrote a sentence of a translation, when, and of which version', () => {
    expect(origin(4, 'Les dossiers restent toujours.')).toMatchObject({
      stands: true,
      translated: { person: 'asi.rep', side: 'LEAD', at: '2027-09-04T10:00:00.000Z' },
      proposed: { person: 'asi.rep', proposal: 'P2' },
      inAnswerTo: { proposal: 'P1' },
    });
    // What a later translation kept is its first writer's.
    expect(origin(4, 'Tous signent.')).toMatchObject({
      stands: true,
      translated: { person: 'ies.rep', ofHash: 'h1' },
      proposed: { proposal: 'P1' },
    });
  });

  it('shows what each translation changed in the one before it', () => {
    const { translations } = clauseHistory(events, 'exit', hash);
    const inserted = translations.map((t) =>
      t.difference.flatMap(({ pieces }) =>
        pieces.filter(({ kind }) => kind !== 'SAME').map(({ text }) => text.trim()),
      ),
    );
    expect(inserted).toEqual([['Les dossiers restent. Tous signent.'], ['toujours']]);
  });

  it('knows a translation that no longer stands, because another text or another translation took its place', () => {
    expect(origin(4, 'Les dossiers restent.')).toMatchObject({
      stands: false,
      translated: { hash: 't1' },
    });
    expect(origin(2, 'Tous signent.')?.stands).toBe(true);
    expect(origin(3, 'Tous signent.')?.stands).toBe(false);
  });

  it('knows that both do without it since, unless that was for an amendment that came to nothing', () => {
    const waived = told('TranslationWaived', 'asi.rep', { language: 'fr' });
    const [opened, withdrawn] = ['AmendmentOpened', 'AmendmentWithdrawn'].map((type) =>
      told(type, 'asi.rep', { id: 'A1', side: 'LEAD', reason: 'r' }),
    ) as [ToldEvent, ToldEvent];
    const seen = (...more: readonly ToldEvent[]) => {
      const history = clauseHistory([...events, ...more], 'exit', hash);
      const { stands } = originOfSentence(history, 'Tous signent.') ?? {};
      return [history.translations.map((t) => t.waived), stands];
    };
    expect(seen(waived)).toEqual([[true, true], false]);
    expect(seen(opened, waived)).toEqual([[true, true], false]);
    expect(seen(opened, waived, withdrawn)).toEqual([[false, false], true]);
  });

  it('calls the writer of a version first, and no translator', () => {
    expect(origin(4, 'Files stay for ever.')).toMatchObject({
      translated: null,
      proposed: { proposal: 'P2' },
    });
  });
});

describe('what both agreed to in one step', () => {
  at = 0;
  const opened = told('NegotiationOpened', 'asi.rep', { templateVersion: 'x', language: 'fr' });
  const first = told('TermsProposed', 'asi.rep', {
    ...{ proposal: 'P1', side: 'LEAD' },
    changes: [change('Both hand over.', 'h1', null)],
  });
  const agreed = (kind: string, ...effects: readonly (readonly [string, object])[]) => [
    told('JointActProposed', 'ies.rep', { kind, side: 'TWINNED', contentHash: 'c' }),
    told('JointActAgreed', 'asi.rep', { kind, side: 'LEAD', contentHash: 'c' }),
    ...effects.map(([type, payload]) => told(type, 'asi.rep', payload)),
  ];
  const amends = (id: string, text: string) =>
    agreed('AmendAgreement', [
      'AmendmentAgreed',
      { id, hash: id, end: null, reason: 'r', changes: [{ clause: 'exit', text }] },
    ]);
  const amendment = amends('A1', 'Fichiers gardés.');
  const inForce = told('AgreementAmended', 'ies.sig', { id: 'A1', changes: [] });
  const standing = (events: readonly ToldEvent[]) =>
    clauseHistory(events, 'exit', hash).versions.map((v) => [v.proposal, v.standing]);

  it('is a version of the clause, by whoever proposed it, accepted by the other', () => {
    const history = clauseHistory([opened, first, ...amendment, inForce], 'exit', hash);
    expect(history.versions.at(-1)).toMatchObject({
      ...{ person: 'ies.rep', side: 'TWINNED', proposal: 'A1', language: 'fr', replaces: 'h1' },
      hash: hash({ clause: 'exit', language: 'fr', value: { text: 'Fichiers gardés.' } }),
      ...{ standing: 'CURRENT', accepted: [{ person: 'asi.rep', side: 'LEAD' }] },
    });
    expect(originOfSentence(history, 'Fichiers gardés.')).toMatchObject({
      stands: true,
      proposed: { person: 'ies.rep', version: 3 },
      inAnswerTo: { hash: 'h1' },
    });
  });

  it('leaves the text before it where it is never signed, or gives way to the next', () => {
    const expired = told('AmendmentExpired', 'asi.rep', { id: 'A1' });
    expect(standing([first, ...amendment, expired])).toEqual([
      ['P1', 'CURRENT'],
      ['A1', 'WITHDRAWN'],
    ]);
    expect(standing([first, ...amendment, ...amends('A2', 'Autrement.')])).toEqual([
      ['P1', 'REPLACED'],
      ['A1', 'WITHDRAWN'],
      ['A2', 'CURRENT'],
    ]);
  });

  it('moves the end in the clause of the dates', () => {
    const dates = { start: '2027-10-01', end: '2030-09-30' };
    const proposed = told('TermsProposed', 'asi.rep', {
      ...{ proposal: 'P1', side: 'LEAD' },
      changes: [{ clause: 'dates', ofHash: null, language: 'en', value: dates, hash: 'd1' }],
    });
    const shorter = agreed('AmendAgreement', [
      'AmendmentAgreed',
      { id: 'A1', hash: 'A1', end: '2029-09-30', reason: 'r', changes: [] },
    ]);
    const { versions } = clauseHistory([proposed, ...shorter], 'dates', hash);
    expect(versions.at(-1)?.value).toEqual({ start: '2027-10-01', end: '2029-09-30' });
  });

  it('is a version of each part of the plan that was revised, and of no other', () => {
    const items = [{ id: 'M1', title: 'Comité créé', dueOn: '2028-03-01' }];
    const revision = { workPackages: null, tasks: null, meetingDates: null, reason: 'r' };
    const events = [
      opened,
      ...agreed('RevisePlan', ['CollaborationPlanRevised', { ...revision, milestones: items }]),
    ];
    const { versions } = clauseHistory(events, 'milestones', hash);
    expect(versions).toMatchObject([
      { person: 'ies.rep', value: { items }, language: 'fr', standing: 'CURRENT' },
    ]);
    expect(
      originOfSentence(clauseHistory(events, 'milestones', hash), 'Comité créé'),
    ).toMatchObject({ stands: true, proposed: { side: 'TWINNED' } });
    expect(clauseHistory(events, 'work-packages', hash).versions).toEqual([]);
  });

  it('keeps the author of words that the other partner sent again with their translation', () => {
    const items = [{ id: 'M1', title: 'Comité créé', dueOn: '2028-03-01' }];
    const translated = [{ id: 'M1', title: 'Committee set up', dueOn: '2028-03-01' }];
    const words = { reason: 'r', milestones: { items } };
    const kind = 'RevisePlan';
    const events = [
      opened,
      told('JointActProposed', 'asi.rep', { kind, side: 'LEAD', contentHash: '1', content: words }),
      told('JointActProposed', 'ies.rep', {
        ...{ kind, side: 'TWINNED', contentHash: '2' },
        content: { ...words, translation: { milestones: { items: translated } } },
      }),
      told('JointActAgreed', 'asi.rep', { kind, side: 'LEAD', contentHash: '2' }),
      told('CollaborationPlanRevised', 'asi.rep', {
        ...{ workPackages: null, tasks: null, meetingDates: null, reason: 'r' },
        ...{ milestones: items, translation: { milestones: translated } },
      }),
    ];
    const { versions, translations } = clauseHistory(events, 'milestones', hash);
    expect(versions).toMatchObject([{ person: 'asi.rep', accepted: [{ person: 'ies.rep' }] }]);
    expect(translations).toMatchObject([
      {
        person: 'ies.rep',
        language: 'en',
        value: { items: translated },
        ofHash: versions[0]?.hash,
      },
    ]);
  });
});
