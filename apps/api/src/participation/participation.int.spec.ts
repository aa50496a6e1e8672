import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyAgreement, type Agreement } from '@twinning/domain';
import { asRead } from '@twinning/engine';
import { projectAgreement } from '@twinning/read-model';
import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { participationRoutes } from './command-names.js';

/** ASI in ISO/TC 34/SC 5. */
const ADDRESS = '/v1/participation/1529/47878';
/** IES in a committee where nothing was opened. */
const UNOPENED = '/v1/participation/1725/47858';
const TWINNING = '00000000-0000-5000-8000-000000000042';

describe('participation over HTTP', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const projected = (stage: Agreement['stage'], committee = 47878) =>
    projectAgreement(
      asRead(api.engine.db),
      { ...emptyAgreement(TWINNING), version: 1, stage, lead: 1529, twinned: 1725, committee },
      '2027-01-04T09:00:00.000Z',
    );

  it('does not exist before it is opened, nor for those it does not concern', async () => {
    expect((await api.get('iso.cs', ADDRESS)).status).toBe(404);
    const opened = await api.post('iso.cs', `${ADDRESS}/open-participation`, {});
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ status: 'ACCEPTED', version: 2, member: 1529 });
    expect((await api.get('iso.cs', ADDRESS)).body).toMatchObject({ status: 'P', version: 2 });
    expect((await api.get('gsa.rep', ADDRESS)).status).toBe(404);
  });

  it('is read by the partner of a twinning that stands there: the facts, but nothing of reminders and persons', async () => {
    expect((await api.get('ies.rep', ADDRESS)).status).toBe(404);
    await projected('APPROVED');
    expect((await api.get('ies.rep', ADDRESS)).status).toBe(404);
    await projected('FORCE', 47858);
    expect((await api.get('ies.rep', ADDRESS)).status).toBe(404);
    await projected('FORCE');
    await api.post('committee.manager', `${ADDRESS}/record-meeting-fact`, {
      ...{ meeting: 'M1', on: '2027-01-03', contributed: true, reference: 'N 7' },
    });
    await api.post('committee.manager', `${ADDRESS}/record-expert-fact`, {
      ...{ expert: 'an-expert', active: true, reference: 'N 8' },
    });
    const own = await api.get('asi.rep', ADDRESS);
    expect(own.body).toMatchObject({ experts: ['an-expert'], withheld: [] });
    const { body, text } = await api.get('ies.rep', ADDRESS);
    expect(body).toMatchObject({
      status: 'P',
      meetings: own.body.meetings,
      inactivity: own.body.inactivity,
      experts: [],
      timeline: [],
      withheld: ['experts', 'cases', 'deadlines', 'timeline'],
    });
    expect(text).not.toContain('an-expert');
    expect((await api.get('ies.mbua', ADDRESS)).status).toBe(404);
    expect((await api.get('gsa.rep', ADDRESS)).status).toBe(404);
    await projected('CLOSED');
    expect((await api.get('ies.rep', ADDRESS)).status).toBe(404);
  });

  it('takes facts once per Idempotency-Key', async () => {
    const ballot = {
      ballot: 'F1',
      kind: 'FDIS',
      closesOn: '2027-02-10',
      guide: false,
      reference: 'N 1',
    };
    const headers = { 'Idempotency-Key': randomUUID() };
    const at = `${ADDRESS}/record-ballot-fact`;
    const first = await api.post('committee.manager', at, ballot, { headers });
    expect(first.body).toMatchObject({ events: [{ type: 'BallotRecorded' }] });
    expect((await api.post('committee.manager', at, ballot, { headers })).body).toEqual(first.body);
    const other = await api.post('committee.manager', at, { ...ballot, kind: 'DIS' }, { headers });
    expect(other.body).toMatchObject({ status: 422, code: 'COMMAND_ID_REUSED' });
  });

  it('refuses a vote for another body, in the language of the caller', async () => {
    const vote = { ballot: 'F1', choice: 'YES' };
    const headers = { 'Accept-Language': 'fr' };
    await projected('FORCE');
    const refused = await api.post('ies.rep', `${ADDRESS}/record-vote-fact`, vote, {
      headers,
    });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'PROXY_FORBIDDEN', clause: 'ST.4(d)' });
    expect(refused.headers.get('content-language')).toBe('fr');
    await projected('CLOSED');
    const gone = await api.post('ies.rep', `${ADDRESS}/record-vote-fact`, vote, { headers });
    expect([gone.status, gone.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('is hidden from every command of a foreign body, whether it has been opened or not', async () => {
    const own = await api.post('asi.rep', `${ADDRESS}/answer-reminder`, {});
    expect([own.status, own.body.code]).toEqual([400, 'INVALID_INPUT']);
    const shape = ({ status, headers, text, body }: Reply) => [
      ...[status, text.length, [...headers.keys()].sort(), { ...body, correlation: null }],
    ];
    const differing: string[] = [];
    for (const person of ['gsa.rep', 'gsa.mbua', 'gsa.tmb']) {
      for (const { path } of [...participationRoutes, { path: 'no-such-command' }]) {
        const [theirs, none] = await Promise.all(
          [ADDRESS, UNOPENED].map((at) => api.post(person, `${at}/${path}`, {})),
        );
        if (theirs === undefined || none === undefined) throw new Error(path);
        const alike = JSON.stringify(shape(theirs)) === JSON.stringify(shape(none));
        if (!alike || theirs.status !== 404) differing.push(`${person} ${path}`);
      }
    }
    expect(differing).toEqual([]);
    const read = (at: string) => api.get('gsa.rep', at);
    expect(shape(await read(ADDRESS))).toEqual(shape(await read(UNOPENED)));
  });

  it('answers malformed requests with what is wrong', async () => {
    const without = await api.post('iso.cs', `${ADDRESS}/send-status-reminder`, { rule: 'PM-11' });
    expect(without.body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect((await api.post('iso.cs', `${ADDRESS}/dance`, {})).status).toBe(404);
    expect((await api.get('iso.cs', '/v1/participation/one/2')).status).toBe(400);
    expect((await api.post('iso.cs', `${ADDRESS}/record-registry-status`, {})).status).toBe(400);
  });

  it('shows facts, verdict, deadlines and what happened in sentences, timers applied', async () => {
    api.engine.until('2027-02-15T09:00:00Z');
    const { body } = await api.get('iso.cs', ADDRESS, { 'Accept-Language': 'fr' });
    expect(body).toMatchObject({
      inactivity: { verdict: 'NOTIFY' },
      cases: [{ rule: 'PM-10', stage: 'NOTIFIED' }],
      barredUntil: null,
    });
    const texts = (body.timeline as { text: string }[]).map((t) => t.text);
    expect(texts).toContain(
      'Le vote F1 (FDIS) a été enregistré\u00a0; il se clôt le 10 février 2027.',
    );
    expect((body.deadlines as { timer: string }[]).map((d) => d.timer)).toEqual(['T48', 'T47']);
  });
});
