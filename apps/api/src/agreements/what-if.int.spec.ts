import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from '../testing/api-under-test.js';

interface Told {
  readonly version: number;
  readonly status: string;
  readonly ended: string;
  readonly text: string;
  readonly moments: readonly {
    readonly timer: string | null;
    readonly text: string;
    readonly status: string;
    readonly refusal: { readonly code: string } | null;
    readonly events: readonly { readonly type: string }[];
  }[];
}

describe('what if', () => {
  let api: ApiUnderTest;
  let agreement: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    const { body } = await api.post('asi.rep', '/v1/agreements', draft);
    ({ agreement } = body as { agreement: string });
  });
  afterAll(() => api.stop());

  const ask = async (query: Readonly<Record<string, string>>, language = 'en') => {
    const path = `/v1/agreements/${agreement}/what-if?${new URLSearchParams(query).toString()}`;
    return api.get('asi.rep', path, { 'Accept-Language': language });
  };

  it('nobody acts: the draft is withdrawn, and nothing was written', async () => {
    const told = (await ask({})).body as unknown as Told;
    expect(told.moments.map((m) => [m.timer, m.status])).toEqual([
      ['T1', 'DRAFT'],
      ['T1', 'WITHDRAWN'],
    ]);
    expect(told).toMatchObject({ version: 1, status: 'WITHDRAWN', ended: 'NOTHING_LEFT' });
    const now = await api.get('asi.rep', `/v1/agreements/${agreement}`);
    expect(now.body).toMatchObject({ version: 1, status: 'DRAFT' });
  });

  it('supposes commands by name or address, and says what would be refused', async () => {
    const { from } = (await ask({})).body as { from: string };
    const days = (n: number) =>
      new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);
    const on = days(2);
    const steps = JSON.stringify([
      { on, as: 'LEAD_REP', command: 'invite-partner', payload: { member: 1725 } },
      { on, as: 'INVITED_REP', command: 'ConfirmPartner' },
      { on, as: 'TPM', command: 'ApproveByTpm' },
    ]);
    const told = (await ask({ steps, until: days(9) }, 'fr')).body as unknown as Told;
    expect(told.moments.map((m) => m.events.map((e) => e.type))).toEqual([
      ['InvitationSent'],
      ['PartnerConfirmed'],
      [],
    ]);
    expect(told.moments[2]?.refusal?.code).toBe('WRONG_STATUS');
    expect(told.text).toBe('Plus personne n’agit.');
    expect(told.ended).toBe('UNTIL');
  });

  it('says what another ruleset would change, before anybody proposes the move', async () => {
    const path = `/v1/agreements/${agreement}/ruleset-move`;
    const told = await api.get('asi.rep', `${path}?to=annex-st-2020`, { 'Accept-Language': 'fr' });
    expect(told.body).toMatchObject({
      from: 'brochure-2021',
      to: 'annex-st-2020',
      rules: [{ rule: 'p_member_entry', from: '"P_AS_OUTCOME"', to: '"P_AT_REGISTRATION"' }],
      refusal: { code: 'WRONG_STATUS' },
    });
    const { sentences } = told.body as { sentences: readonly string[] };
    expect(sentences.at(-1)).toBe('Les échéances en cours gardent leurs dates.');
    expect((await api.get('gsa.rep', `${path}?to=annex-st-2020`)).status).toBe(404);
    expect((await api.get('asi.rep', `${path}?to=annex-st-1999`)).status).toBe(400);
    expect((await api.get('asi.rep', `/v1/agreements/${agreement}`)).body).toMatchObject({
      version: 1,
    });
  });

  it('is for those who may see the agreement', async () => {
    const path = `/v1/agreements/${agreement}/what-if`;
    expect((await api.get('gsa.rep', path)).status).toBe(404);
  });

  it.each([
    { steps: '{' },
    { steps: '[{"on":"2028-02-30","fact":{"kind":"COMMITTEE","dissolved":true}}]' },
    { steps: '[{"on":"2028-02-01","fact":{"kind":"WEATHER"}}]' },
    { until: '2199-01-01' },
    { scenario: 'EVERYBODY_ACTS' },
  ])('refuses %j as malformed', async (query) => {
    expect((await ask(query)).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });
});
