import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteErased } from '@twinning/filing';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Partners } from '../testing/partners.js';

const MADE_UP = 'd'.repeat(64);

describe('papers that commands name, over HTTP', () => {
  let api: ApiUnderTest;
  let both: Partners;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    both = new Partners(api, 'CHAIR');
    await both.register('2027-06-01', 'en');
  }, 120_000);
  afterAll(() => api.stop());

  const designates = (authority: string, person = both.signatory('lead')) =>
    both.tries(both.lead, 'designate-signatory', { person, authority });
  const refusal = ({ status, body }: Awaited<ReturnType<typeof designates>>) => [
    status,
    body['code'],
    body['details'],
  ];
  const missing = (paper: string) => [
    422,
    'PAPER_NOT_FILED',
    { field: 'authority', paper, kind: 'AUTHORITY' },
  ];
  /** What the decision of the latest entry of the agreement, or of its refusals, read of papers. */
  const readOf = async (stream: 'agreement' | 'refusals') => {
    const { db, log } = api.engine;
    const last = (await log.readStream(db, `${stream}/${both.agreement}`)).at(-1);
    return (last?.payload['$read'] as { facts?: { papers?: object } } | undefined)?.facts?.papers;
  };

  it('are refused when nobody filed them, in both languages and with the rule, and taken once they are filed', async () => {
    const before = await both.sees(both.lead);
    expect(refusal(await designates(MADE_UP))).toEqual(missing(MADE_UP));
    const french = await api.post(
      both.lead,
      `/v1/agreements/${both.agreement}/designate-signatory`,
      { person: both.signatory('lead'), authority: MADE_UP },
      { headers: { 'If-Match': `"${String(before['version'])}"`, 'Accept-Language': 'fr' } },
    );
    expect(french.body).toMatchObject({
      clause: 'OQ-19',
      title: 'Une pièce nommée ici ne figure pas parmi les fichiers de cet accord.',
      detail: expect.stringContaining('cette pièce (preuve du pouvoir de signer)'),
    });
    expect((await both.sees(both.lead))['version']).toBe(before['version']);
    const paper = await both.files(both.lead, 'AUTHORITY');
    expect(await designates(paper)).toMatchObject({ status: 200 });
  });

  it('of one body are none that the other filed, and the other’s filing takes them from nobody', async () => {
    const theirs = await both.files(both.twinned, 'AUTHORITY', 'Both have this.');
    expect(refusal(await designates(theirs, 'asi.other'))).toEqual(missing(theirs));
    expect(await both.files(both.lead, 'EVIDENCE', 'Both have this.')).toBe(theirs);
    expect(refusal(await designates(theirs, 'asi.other'))).toEqual(missing(theirs));
    await both.files(both.lead, 'AUTHORITY', 'Both have this.');
    expect(await designates(theirs, 'asi.other')).toMatchObject({ status: 200 });
    const { body } = await api.get(both.lead, `/v1/agreements/${both.agreement}/attachments`);
    const listed = (body['items'] as { sha256: string; purpose: string; person: string }[]).filter(
      ({ sha256 }) => sha256 === theirs,
    );
    expect(listed.map(({ purpose, person }) => [purpose, person]).sort()).toEqual(
      [
        ['AUTHORITY', both.lead],
        ['AUTHORITY', both.twinned],
        ['EVIDENCE', both.lead],
      ].sort(),
    );
  });

  it('of another agreement are not filed here', async () => {
    const other = new Partners(api, 'P_MEMBER');
    await other.register('2027-06-01', 'en');
    const elsewhere = await api.files('sn.rep', both.agreement, 'AUTHORITY', 'Of the first.');
    const answer = await other.tries(other.lead, 'designate-signatory', {
      ...{ person: other.signatory('lead'), authority: elsewhere },
    });
    expect(refusal(answer)).toEqual(missing(elsewhere));
  });

  it('that were destroyed with their person are said to be, and repeating what stood before stays harmless', async () => {
    const paper = await both.files(both.lead, 'AUTHORITY', 'Gone soon.');
    expect(await designates(paper, 'asi.third')).toMatchObject({ status: 200 });
    await noteErased(api.engine.db, [paper], { person: 'asi.third', index: 1 });
    const repeated = await designates(paper, 'asi.third');
    expect([repeated.status, repeated.body['events']]).toEqual([200, []]);
    expect(refusal(await designates(paper, 'asi.fourth'))).toEqual([
      422,
      'PAPER_DESTROYED',
      { field: 'authority', paper },
    ]);
  });

  it('are recorded as the decision read them, accepted and refused', async () => {
    const paper = await both.files(both.lead, 'AUTHORITY', 'For the record.');
    expect((await designates(paper, 'asi.fifth')).status).toBe(200);
    const { member } = (await api.get(both.lead, '/v1/me')).body;
    expect(await readOf('agreement')).toEqual({
      [paper]: { filed: [{ purpose: 'AUTHORITY', member }], destroyed: false },
    });
    expect((await designates(MADE_UP, 'asi.sixth')).status).toBe(422);
    expect(await readOf('refusals')).toEqual({ [MADE_UP]: { filed: [], destroyed: false } });
  });
});
