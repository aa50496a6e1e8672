import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documents } from '@twinning/domain';
import { hashOf } from '@twinning/engine';
import { registered } from '@twinning/engine/testing';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

interface Part {
  readonly pieces: readonly { readonly kind: string; readonly text: string }[];
}
const words = (parts: unknown, kind: string) =>
  (parts as readonly Part[]).flatMap((p) => p.pieces.filter((x) => x.kind === kind));

describe('terms over HTTP', () => {
  let api: ApiUnderTest;
  let id = '';
  let first = '';
  const put = (text: string, ofHash: string | null) => ({
    changes: [{ clause: 'exit', ofHash, language: 'en', value: { text } }],
  });
  const exit = async () => {
    const { clauses, documentHash, planHash } = documents(await driving(api).state(id), hashOf);
    const hash = clauses.find((c) => c.clause === 'exit')?.hash ?? '';
    return { hash, documentHash, planHash };
  };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const { does } = driving(api);
    id = await registered(driving(api));
    await does(
      PERSON.lead,
      id,
      'ProposeTerms',
      put('Both sides hand over. All papers are listed. Nobody loses any. Files stay.', null),
    );
    first = (await exit()).hash;
    await does(
      PERSON.twinned,
      id,
      'CounterTerms',
      put(
        'All papers are listed. Nobody loses any. Files stay for five years. Both sides hand over.',
        first,
      ),
    );
  });
  afterAll(() => api.stop());

  it('answers a proposal against an outdated text with 412 and the words that changed', async () => {
    const version = (await driving(api).state(id)).version;
    const late = await api.post(
      'asi.rep',
      `/v1/agreements/${id}/propose-terms`,
      put('Files go.', first),
      { headers: { 'If-Match': `"${String(version)}"` } },
    );
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ code: 'TEXT_CHANGED' });
    const [{ clause, parts }] = (late.body['details'] as { difference: never }).difference as [
      { clause: string; parts: unknown },
    ];
    expect(clause).toBe('exit');
    expect(words(parts, 'MOVED_HERE')).toHaveLength(1);
    expect(
      words(parts, 'INSERTED')
        .map((p) => p.text)
        .join(''),
    ).toContain('for five years');
  });

  it('says the same when the agreement itself was read too long ago, or the whole was accepted', async () => {
    const state = await driving(api).state(id);
    const stale = await api.post(
      'asi.rep',
      `/v1/agreements/${id}/propose-terms`,
      put('Files go.', first),
      { headers: { 'If-Match': `"${String(state.version - 1)}"` } },
    );
    expect(stale.body).toMatchObject({ status: 412, code: 'VERSION_CONFLICT' });
    expect(stale.body['details']).toMatchObject({ difference: [{ clause: 'exit' }] });

    const before = await exit();
    await driving(api).does(
      PERSON.twinned,
      id,
      'ProposeTerms',
      put(
        'All papers are listed. Nobody loses any. Files stay for six years. Both sides hand over.',
        before.hash,
      ),
    );
    const accepting = await api.post(
      'asi.rep',
      `/v1/agreements/${id}/accept-terms`,
      { documentHash: before.documentHash, planHash: before.planHash },
      { headers: { 'If-Match': `"${String((await driving(api).state(id)).version)}"` } },
    );
    expect(accepting.body).toMatchObject({ status: 412, code: 'TEXT_CHANGED' });
    const { difference } = accepting.body['details'] as { difference: { parts: unknown }[] };
    expect(words(difference[0]?.parts, 'DELETED')).toEqual([{ kind: 'DELETED', text: 'five' }]);
  });

  it('compares any two versions, of the terms and of a clause', async () => {
    const { version } = await driving(api).state(id);
    const address = `/v1/agreements/${id}`;
    const terms = await api.get(
      'asi.rep',
      `${address}/terms/difference?from=1&to=${String(version)}`,
    );
    // Since the first version the persons have been named, who stand in the text by reference.
    expect(terms.body).toMatchObject({
      to: version,
      clauses: [
        { clause: 'persons', change: 'CHANGED' },
        { clause: 'exit', change: 'ADDED' },
      ],
    });
    const clause = await api.get('auditor', `${address}/clauses/exit/difference?from=${first}`);
    expect(words(clause.body['parts'], 'INSERTED').length).toBeGreaterThan(0);
    const wrong = await api.get(
      'asi.rep',
      `${address}/clauses/exit/difference?from=${'0'.repeat(64)}`,
    );
    expect(wrong.status).toBe(400);
    expect((await api.get('asi.rep', `${address}/terms/difference?from=9999`)).status).toBe(400);
  });

  it('knows who proposed a sentence, when, in answer to what', async () => {
    const at = `/v1/agreements/${id}/clauses/exit/origin?sentence=`;
    const found = await api.get(
      'auditor',
      `${at}${encodeURIComponent('Files stay for six years.')}`,
    );
    expect(found.body).toMatchObject({
      stands: true,
      proposed: { side: 'TWINNED', person: PERSON.twinned.person, proposal: 'P3' },
      inAnswerTo: { proposal: 'P2' },
    });
    expect((await api.get('auditor', `${at}never`)).status).toBe(404);

    // A translation is signed as well: it has an author of its own.
    await driving(api).does(PERSON.lead, id, 'TranslateClause', {
      ...{ clause: 'exit', ofHash: (await exit()).hash, language: 'fr' },
      value: { text: 'Les dossiers restent six ans.' },
    });
    const translated = await api.get('auditor', `${at}Les%20dossiers%20restent%20six%20ans.`);
    expect(translated.body).toMatchObject({
      stands: true,
      translated: { side: 'LEAD', person: PERSON.lead.person, language: 'fr', waived: false },
      proposed: { side: 'TWINNED', proposal: 'P3' },
    });
    expect(found.body['translated']).toBeNull();
  });

  it('shows the history of a clause to nobody who does not read the negotiation', async () => {
    const address = `/v1/agreements/${id}/clauses/exit/history`;
    const told = await api.get('ies.rep', address);
    expect(told.body).toMatchObject({
      versions: [{ standing: 'REPLACED' }, { answersTo: 'P1' }, { standing: 'CURRENT' }],
    });
    expect((await api.get('committee.manager', address)).status).toBe(403);
    expect((await api.get('gsa.rep', address)).status).toBe(404);
    expect((await api.get('ies.rep', address.replace('exit', 'nothing'))).status).toBe(404);
  });

  const refused = async (person: string, command: string, payload: object) => {
    const { version } = await driving(api).state(id);
    const headers = { 'If-Match': `"${String(version)}"` };
    const { status, body } = await api.post(person, `/v1/agreements/${id}/${command}`, payload, {
      headers,
    });
    const { difference } = body['details'] as {
      difference: readonly { clause: string; parts: unknown }[];
    };
    return { code: [status, body['code']], difference };
  };

  it('answers with the words too where the text that was read is in force no more', async () => {
    const { does } = driving(api);
    // Agreed: the versions before are no part of the state any longer.
    await does(PERSON.lead, id, 'AcceptClause', { clause: 'exit', hash: (await exit()).hash });
    expect((await driving(api).state(id)).negotiation.clauses['exit']).toHaveLength(1);
    for (const [person, command, payload] of [
      ['asi.rep', 'propose-terms', put('Files go.', first)],
      ['ies.rep', 'reject-clause', { clause: 'exit', hash: first, reason: 'No.' }],
    ] as const) {
      const { code, difference } = await refused(person, command, payload);
      expect(code).toEqual([412, 'TEXT_CHANGED']);
      expect(difference.map((d) => d.clause)).toEqual(['exit']);
      expect(words(difference[0]?.parts, 'INSERTED')[0]?.text).toContain('for six years');
    }
  });

  it('tells what changed in the plan where the plan alone was read in an earlier text', async () => {
    const { does } = driving(api);
    const plan = (title: string, ofHash: string | null) => ({
      changes: [
        {
          ...{ clause: 'milestones', ofHash, language: 'en' },
          value: { items: [{ id: 'M1', title, dueOn: '2028-03-01' }] },
        },
      ],
    });
    await does(PERSON.lead, id, 'ProposeTerms', plan('Mirror committee founded', null));
    const { documentHash, planHash } = await exit();
    const { clauses } = documents(await driving(api).state(id), hashOf);
    const hash = clauses.find((c) => c.clause === 'milestones')?.hash ?? '';
    await does(PERSON.twinned, id, 'ProposeTerms', plan('Mirror committee working', hash));
    expect(await exit()).toMatchObject({ documentHash });
    const stale = await refused('asi.rep', 'accept-terms', { documentHash, planHash });
    expect(stale.code).toEqual([412, 'TEXT_CHANGED']);
    expect(stale.difference.map((d) => d.clause)).toEqual(['milestones']);
    expect(words(stale.difference[0]?.parts, 'DELETED')).toEqual([
      { kind: 'DELETED', text: 'founded' },
    ]);
  });

  it('shows the translation that stands to whoever wrote another in its place, and to whoever accepts', async () => {
    const { does } = driving(api);
    const text = { clause: 'risks', language: 'en', ofHash: null, value: { text: 'None known.' } };
    await does(PERSON.lead, id, 'ProposeTerms', { changes: [text] });
    const view = async () => documents(await driving(api).state(id), hashOf);
    const risks = async () => (await view()).clauses.find((c) => c.clause === 'risks');
    const french = async (value: string) => ({
      ...{ clause: 'risks', language: 'fr', ofHash: (await risks())?.hash },
      value: { text: value },
    });
    const { documentHash, planHash } = await view();
    await does(PERSON.twinned, id, 'TranslateClause', await french('Aucun risque.'));
    const before = (await risks())?.translations[0]?.hash;

    // The source is the same: what changed is the translation, which is part of what both accept.
    const accepting = await refused('asi.rep', 'accept-terms', { documentHash, planHash });
    expect(accepting.code).toEqual([412, 'TEXT_CHANGED']);
    expect(accepting.difference).toMatchObject([{ clause: 'risks', language: 'fr' }]);
    expect(words(accepting.difference[0]?.parts, 'INSERTED')[0]?.text).toContain('Aucun');

    const over = await refused('asi.rep', 'translate-clause', await french('Rien.'));
    expect(over.code).toEqual([412, 'TEXT_CHANGED']);
    expect(words(over.difference[0]?.parts, 'INSERTED')[0]?.text).toContain('Aucun risque.');

    const { version } = await driving(api).state(id);
    await does(PERSON.lead, id, 'TranslateClause', {
      ...(await french('Aucun danger.')),
      replaces: before,
    });
    const late = { ...(await french('Pas de risque.')), replaces: before };
    const stale = await refused('ies.rep', 'translate-clause', late);
    expect(words(stale.difference[0]?.parts, 'DELETED')[0]?.text).toContain('risque');
    const terms = await api.get(
      'asi.rep',
      `/v1/agreements/${id}/terms/difference?from=${String(version)}`,
    );
    expect(terms.body).toMatchObject({
      sameText: false,
      clauses: [{ clause: 'risks', language: 'fr', change: 'CHANGED' }],
    });
  });

  it('never says that nothing changed where the text is another body’s', async () => {
    const { documentHash, planHash } = documents(await driving(api).state(id), hashOf);
    const { version, twinned } = await driving(api).state(id);
    const succession = { body: { old: twinned, new: 1747 }, reference: 'Council 9/2027' };
    await driving(api).does(PERSON.cs, id, 'RecordSuccession', succession);
    const now = (await driving(api).state(id)).version;
    const accepting = await api.post(
      'asi.rep',
      `/v1/agreements/${id}/accept-terms`,
      { documentHash, planHash },
      { headers: { 'If-Match': `"${String(now)}"` } },
    );
    expect(accepting.body).toMatchObject({
      code: 'TEXT_CHANGED',
      details: {
        difference: [],
        parties: { before: { twinned }, after: { twinned: 1747 } },
      },
    });
    const terms = await api.get(
      'asi.rep',
      `/v1/agreements/${id}/terms/difference?from=${String(version)}`,
    );
    expect(terms.body).toMatchObject({ sameText: false, clauses: [] });
  });
});
