import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant, type Agreement } from '@twinning/domain';
import { asRead } from '@twinning/engine';
import { registered } from '@twinning/engine/testing';
import { loadState, programmeRows, projectAgreement, readingAs } from '@twinning/read-model';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

const NOW = instant('2027-01-04T09:00:00Z');
const SECRET = 'Only the partners and their desks read this sentence.';

describe('what a role does not read of an agreement', () => {
  let api: ApiUnderTest;
  let id = '';

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const { does } = driving(api);
    id = await registered(driving(api));
    await does(PERSON.lead, id, 'ProposeTerms', {
      changes: [{ clause: 'exit', ofHash: null, language: 'en', value: { text: SECRET } }],
    });
  });
  afterAll(() => api.stop());

  const everywhere = async (person: string) => {
    const at = `/v1/agreements/${id}`;
    const texts: string[] = [];
    for (const path of [
      at,
      `${at}?version=99999`,
      `${at}/timeline`,
      `${at}/versions`,
      `${at}/events`,
      `${at}/difference?from=1`,
      '/v1/difference?from=2026-01-01',
    ]) {
      texts.push((await api.get(person, path)).text);
    }
    return texts.join('\n');
  };

  it('is there for partners and auditors', async () => {
    for (const person of ['asi.rep', 'ies.rep', 'tpm', 'auditor']) {
      expect(await everywhere(person)).toContain(SECRET);
      const { body } = await api.get(person, `/v1/agreements/${id}`);
      expect(body.withheld).toEqual([]);
    }
  });

  it('is nowhere for the committee and the TMB, who are told that something is withheld', async () => {
    for (const person of ['committee.manager', 'gsa.tmb']) {
      expect(await everywhere(person)).not.toContain(SECRET);
      const { status, body } = await api.get(person, `/v1/agreements/${id}`, {
        'Accept-Language': 'fr',
      });
      expect(status).toBe(200);
      expect(body.withheld).toContainEqual({ section: 'negotiation', text: 'termes' });
    }
  });

  it('is told with the names of the bodies, not with their numbers', async () => {
    const { body } = await api.get('asi.rep', `/v1/agreements/${id}/timeline`);
    const said = (body.items as { text: string }[]).map(({ text }) => text).join('\n');
    expect(said).toContain('ISO member IES was invited');
    expect(said).not.toMatch(/ISO member \d/);
  });

  it('has no text of an amendment in the place of a clause that is withheld', async () => {
    const state = await driving(api).state(id);
    const changes = [{ clause: 'exit', text: 'Amended.' }];
    const amendment = { id: 'A1', hash: 'h', end: null, changes, agreedAt: NOW, signed: [] };
    const amendments = [{ ...amendment, stage: 'IN_FORCE' as const }];
    await projectAgreement(
      asRead(api.engine.db),
      { ...state, execution: { ...state.execution, amendments } },
      NOW,
    );
    const amendedFor = async (person: string) => {
      const { body } = await api.get(person, `/v1/agreements/${id}`);
      const { documents } = body.negotiation as {
        documents: { clauses: { clause: string; later: object[] }[] };
      };
      const exit = documents.clauses.find(({ clause }) => clause === 'exit');
      return [exit?.later, (body.execution as { amendments: object[] }).amendments];
    };
    expect(await amendedFor('asi.rep')).toMatchObject([
      [{ amendment: 'A1', value: { text: 'Amended.' } }],
      [{ id: 'A1' }],
    ]);
    expect(await amendedFor('committee.manager')).toEqual([[], []]);
    await projectAgreement(asRead(api.engine.db), state, NOW);
  });

  it('is not read in what one partner proposes to the other either', async () => {
    await driving(api).does(PERSON.lead, id, 'WaiveTranslation', { language: 'fr' });
    const read = async (person: string) => {
      const { body } = await api.get(person, `/v1/agreements/${id}`);
      const [act] = body.jointActs as {
        kind: string;
        content: object | null;
        contentHash: string | null;
      }[];
      const { items } = (await api.get(person, `/v1/agreements/${id}/events`)).body as {
        items: {
          type: string;
          payload: { kind?: string; content?: object; contentHash?: string };
        }[];
      };
      const { payload } = items.find((e) => e.type === 'JointActProposed') ?? {};
      const hashes = [act?.contentHash, payload?.contentHash].map(
        (hash) => typeof hash === 'string',
      );
      return [act?.kind, act?.content, payload?.kind, payload?.content, ...hashes];
    };
    const waiver = { language: 'fr' };
    expect(await read('ies.rep')).toEqual([
      ...['WaiveTranslation', waiver],
      ...['WaiveTranslation', waiver, true, true],
    ]);
    expect(await read('committee.manager')).toEqual([
      ...['WaiveTranslation', null],
      ...['WaiveTranslation', undefined, false, false],
    ]);
  });

  it('counts in no figure for who does not read the part that it stands in', async () => {
    const { db } = api.engine;
    const state = (await loadState(asRead(db), id)) as Agreement;
    const signatory = { side: 'LEAD', person: 'asi.signatory' };
    const evaluation = { kind: 'P', stage: 'CLOSED' };
    const evaluated = {
      ...state,
      negotiation: { ...state.negotiation, signatories: [signatory] },
      evaluation: { ...state.evaluation, evaluations: [evaluation] },
    } as unknown as Agreement;
    await projectAgreement(asRead(db), evaluated, NOW);
    const row = async (person: string, role?: 'AUDITOR' | 'TMB_MEMBER') => {
      const grants = role === undefined ? [] : [{ role }];
      const who = { person, member: null, grants, stepUp: false };
      const rows = await readingAs(asRead(db), who, (trx) => programmeRows(trx, who));
      return rows.find(({ agreement }) => agreement === id);
    };
    expect((await row('auditor', 'AUDITOR'))?.evaluations).toEqual([evaluation]);
    expect((await row('gsa.tmb', 'TMB_MEMBER'))?.evaluations).toEqual([evaluation]);
    expect((await row('asi.signatory'))?.evaluations).toEqual([]);
    expect((await row('auditor', 'AUDITOR'))?.registeredOn).not.toBeNull();
    expect((await row('asi.signatory'))?.registeredOn).not.toBeNull();
    await projectAgreement(asRead(db), state, NOW);
  });

  it('leaves its place in the record, without what was said and by whom', async () => {
    const events = await api.get('committee.manager', `/v1/agreements/${id}/events`);
    const items = events.body.items as {
      type: string;
      payload: object;
      actor: { person: string | null };
      withheld?: true;
    }[];
    const all = (await api.get('auditor', `/v1/agreements/${id}/events`)).body.items as object[];
    expect(items).toHaveLength(all.length);
    expect(items.find((e) => e.type === 'TermsProposed')).toMatchObject({
      payload: {},
      actor: { person: null },
      withheld: true,
    });
  });
});
