import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '@twinning/engine/testing';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

type Shown = Readonly<Record<string, unknown>>;
interface Version {
  readonly version: number;
  readonly changed: Shown;
}

describe('all versions of an agreement in one answer', () => {
  let api: ApiUnderTest;
  let id = '';
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const { does } = driving(api);
    id = await registered(driving(api));
    await does(PERSON.lead, id, 'ProposeTerms', {
      changes: [{ clause: 'exit', ofHash: null, language: 'en', value: { text: 'Two years.' } }],
    });
  });
  afterAll(() => api.stop());

  const versions = async (person: string, language = 'en'): Promise<readonly Version[]> => {
    const { status, body } = await api.get(person, `/v1/agreements/${id}/versions`, {
      'Accept-Language': language,
    });
    expect(status).toBe(200);
    return body.items as readonly Version[];
  };

  it.each([
    ['auditor', 'en'],
    ['ies.rep', 'fr'],
    ['committee.manager', 'en'],
  ])('are each what the log says up to then: %s, %s', async (person, language) => {
    const all = await versions(person, language);
    expect(all.length).toBeGreaterThan(10);
    let then: Shown = {};
    for (const [i, { version, changed }] of all.entries()) {
      then = { ...then, ...changed };
      const { body } = await api.get(person, `/v1/agreements/${id}?version=${String(version)}`, {
        'Accept-Language': language,
      });
      expect([i, version]).toEqual([i, body.version]);
      const { approval, negotiation, evaluation, ...rest } = then as Record<string, Shown>;
      // What is told whole is the same; of what is told in part, that part is.
      expect(body).toMatchObject({ ...rest, approval, evaluation });
      const told = body.negotiation as { openedAt: unknown; submission: unknown };
      expect(negotiation).toEqual({
        openedAt: told.openedAt,
        submission: told.submission === null ? null : {},
      });
    }
    expect(Object.keys(all[0]?.changed ?? {})).toEqual(Object.keys(then));
  });

  it('say nothing twice', async () => {
    let then: Shown = {};
    for (const { changed } of await versions('auditor')) {
      for (const [name, part] of Object.entries(changed)) {
        expect(JSON.stringify(part)).not.toBe(JSON.stringify(then[name]));
      }
      then = { ...then, ...changed };
    }
  });

  it('are not there for who may not see the agreement', async () => {
    const { status, body } = await api.get('jisc.rep', `/v1/agreements/${id}/versions`);
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });
});
