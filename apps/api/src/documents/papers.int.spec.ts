import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAPER_KINDS } from '@twinning/documents';
import { agreed, registered } from '@twinning/engine/testing';
import { day } from '@twinning/domain';
import { FilePersonKeys } from '@twinning/event-log';
import { noteErased, openVault } from '@twinning/filing';
import ICAL from 'ical.js';
import { createHash } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving } from '../testing/driving.js';
import { Erasures } from './erasures.js';

const PDF = Buffer.from('%PDF-1.7\ncurriculum\nstartxref\n0\n%%EOF');

/** ASI and IES sit in this committee too. */
const ANOTHER = 48602;

describe('papers, attachments and calendars over HTTP', () => {
  let api: ApiUnderTest;
  let id = '';
  let address = '';
  let told: readonly (readonly unknown[])[] = [];
  /** UID, SEQUENCE and STATUS of each entry, as an independent parser reads them. */
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as never)
      .getAllSubcomponents('vevent')
      .map((e) => ['uid', 'sequence', 'status'].map((name) => e.getFirstPropertyValue(name)));

  const bytes = async (person: string, path: string) => {
    const response = await fetch(`${api.url}${path}`, {
      headers: { Authorization: `Bearer ${await api.token(person)}` },
    });
    return { response, body: Buffer.from(await response.arrayBuffer()) };
  };
  const upload = async (
    person: string | null,
    path: string,
    body: Buffer,
    type = 'application/pdf',
  ) => {
    const response = await fetch(`${api.url}${path}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        'Content-Type': type,
        ...(person !== null && { Authorization: `Bearer ${await api.token(person)}` }),
      },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    id = await registered(driving(api));
    const opened = await api.post('asi.rep', '/v1/me/calendar', {});
    expect(opened.status).toBe(201);
    address = String(opened.body['address']);
    told = eventsIn((await api.request(address)).text);
    await agreed(driving(api), id, { start: day('2027-02-01'), end: day('2030-01-31') });
  });
  afterAll(() => api.stop());

  it('gives the agreement as the same PDF every time, and writes its hash into the record once', async () => {
    const path = `/v1/agreements/${id}/papers/agreement?language=both`;
    const [first, second] = [await bytes('asi.rep', path), await bytes('auditor', path)];
    expect(first.response.status).toBe(200);
    expect(first.response.headers.get('content-type')).toBe('application/pdf');
    expect(first.body.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(first.body.equals(second.body)).toBe(true);
    // The proof of the text and the text itself travel in it.
    expect(first.body.length).toBeLessThanOrEqual(60_000);
    const index = first.response.headers.get('twinning-record-index');
    expect(second.response.headers.get('twinning-record-index')).toBe(index);
    const list = await api.get('asi.rep', `/v1/agreements/${id}/papers`);
    expect(list.body).toMatchObject({ items: [{ kind: 'agreement', index: Number(index) }] });
    expect((await api.get('asi.rep', `/v1/record/receipts/${String(index)}`)).status).toBe(200);
  });

  it('answers whether a file is the agreement that both signed', async () => {
    const { body } = await bytes('asi.rep', `/v1/agreements/${id}/papers/agreement?language=fr`);
    expect((await upload('tpm', '/v1/papers/check', body)).body).toMatchObject({
      known: true,
      bothSigned: true,
      current: true,
      paper: { agreement: id, kind: 'agreement', language: 'fr' },
    });
    const forged = Buffer.from(body);
    forged[forged.length - 40] = (forged[forged.length - 40] ?? 0) ^ 1;
    const unknown = { known: false, bothSigned: false, paper: null };
    expect((await upload('tpm', '/v1/papers/check', forged)).body).toMatchObject(unknown);
    // Whoever may not see the agreement learns nothing from its file.
    expect((await upload('gsa.rep', '/v1/papers/check', body)).body).toMatchObject(unknown);
  });

  it('records every delivery of every kind, with who got it, also of bytes that were handed out before', async () => {
    const list = `/v1/audit/access?agreement=${id}&limit=500`;
    const read = async () => {
      const { items } = (await api.get('auditor', list)).body as unknown as {
        items: { person: string; kind: string; details: Record<string, unknown> }[];
      };
      return items.filter((item) => item.details['paper'] !== undefined);
    };
    const before = (await read()).length;
    const delivered: object[] = [];
    for (const paper of PAPER_KINDS) {
      for (const person of ['ies.rep', 'tpm', 'ies.rep']) {
        const { response, body } = await bytes(person, `/v1/agreements/${id}/papers/${paper}`);
        expect(response.status).toBe(200);
        const document = createHash('sha256').update(body).digest('hex');
        delivered.push({ kind: 'DocumentRead', person, details: { paper, document } });
      }
    }
    expect((await read()).slice(before)).toMatchObject(delivered);
    // Whoever is refused gets nothing, and nothing says that they did.
    await bytes('committee.manager', `/v1/agreements/${id}/papers/agreement`);
    expect((await read()).length).toBe(before + delivered.length);
  });

  it('shows each paper to those who read that part, and no other version than there is', async () => {
    const at = (kind: string) => `/v1/agreements/${id}/papers/${kind}`;
    for (const kind of ['plan', 'annex', 'ballot-pack', 'audit-account']) {
      const { response, body } = await bytes('ies.rep', `${at(kind)}?language=both`);
      expect(response.status).toBe(200);
      expect(body.length).toBeLessThanOrEqual(60_000);
    }
    expect((await bytes('committee.manager', at('agreement'))).response.status).toBe(403);
    expect((await bytes('gsa.rep', at('agreement'))).response.status).toBe(404);
    expect((await bytes('ies.rep', at('novel'))).response.status).toBe(404);
    expect((await bytes('ies.rep', `${at('plan')}?version=9999`)).response.status).toBe(400);
  });

  it('has a distribution list, and says each time it was sent', async () => {
    const at = `/v1/agreements/${id}/distribution`;
    const { status, body } = await api.get('ies.rep', at);
    expect(status).toBe(200);
    expect(body['items']).toMatchObject([
      { recipient: 'TPM', as: 'COPY', bodies: [] },
      { recipient: 'COMMITTEE_SECRETARIAT', as: 'INFORMATION', bodies: [{ acronym: 'NEN' }] },
      { recipient: 'CHAIR', as: 'INFORMATION' },
      { recipient: 'COMMITTEE_MEMBERS', as: 'INFORMATION' },
      { recipient: 'ISO_CS', as: 'INFORMATION' },
    ]);
    const [, , , members] = body['items'] as { bodies: { acronym: string }[] }[];
    // Nobody has a contact here, so no message left: the list says so of each recipient, and of what was to be sent.
    expect((body['items'] as { contacts: number }[]).map(({ contacts }) => contacts)).toEqual(
      Array(5).fill(0),
    );
    const acronyms = members?.bodies.map(({ acronym }) => acronym);
    expect(acronyms).toContain('KEBS');
    expect(acronyms).not.toContain('ASI');
    expect(body['sent']).toMatchObject([
      {
        ...{ about: 'REGISTRATION', messages: { waiting: 0, sent: 0, failed: 0 } },
        withoutMessage: ['COMMITTEE_SECRETARIAT', 'CHAIR', 'COMMITTEE_MEMBERS', 'ISO_CS'],
      },
    ]);
    const [{ index }] = body['sent'] as [{ index: number }];
    expect((await api.get('ies.rep', `/v1/record/receipts/${String(index)}`)).status).toBe(200);
    expect((await api.get('committee.manager', at)).status).toBe(403);
    expect((await api.get('gsa.rep', at)).status).toBe(404);
  });

  it('takes files by what is in them, stores them once, and serves them to be saved only', async () => {
    const at = `/v1/agreements/${id}/attachments`;
    const filed = await upload('asi.rep', `${at}?purpose=CV`, PDF);
    expect(filed).toMatchObject({
      status: 201,
      body: { type: 'application/pdf', bytes: PDF.length },
    });
    expect(
      await upload('asi.rep', `${at}?purpose=CV`, PDF, 'application/octet-stream'),
    ).toMatchObject({
      body: { sha256: filed.body['sha256'] },
    });
    const served = await bytes('ies.rep', `${at}/${String(filed.body['sha256'])}`);
    expect(served.body.equals(PDF)).toBe(true);
    expect(served.response.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(served.response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.response.headers.get('content-security-policy')).toContain('sandbox');
    const listed = (await api.get('asi.rep', at)).body as { items: { purpose: string }[] };
    expect(listed.items.filter(({ purpose }) => purpose === 'CV')).toHaveLength(1);
    // Who read it stands in the record; who filed it may look at it unnoticed.
    await bytes('asi.rep', `${at}/${String(filed.body['sha256'])}`);
    const read = { kind: 'DocumentRead', person: 'ies.rep' };
    const seen = { ...read, details: { document: filed.body['sha256'], purpose: 'CV' } };
    const { items } = (await api.get('auditor', `/v1/audit/access?agreement=${id}&limit=500`))
      .body as {
      items: { details: Record<string, unknown> }[];
    };
    expect(items.filter(({ details }) => details['purpose'] !== undefined)).toMatchObject([seen]);
    expect((await bytes('gsa.rep', `${at}/${String(filed.body['sha256'])}`)).response.status).toBe(
      404,
    );
    expect((await bytes('ies.rep', `${at}/${'0'.repeat(64)}`)).response.status).toBe(404);
  });

  it('answers 410 for a file that was erased, whatever lies in the vault, and takes it no more', async () => {
    const at = `/v1/agreements/${id}/attachments`;
    const cv = Buffer.from('%PDF-1.7\nerased\nstartxref\n0\n%%EOF');
    const { body } = await upload('asi.rep', `${at}?purpose=CV`, cv);
    const sha256 = String(body['sha256']);
    await noteErased(api.engine.db, [sha256], { person: 'chair', index: 1 });
    const asked = (person: string, language = 'en') =>
      api.get(person, `${at}/${sha256}`, { 'Accept-Language': language });
    const en = { status: 410, body: { code: 'FILE_ERASED', title: 'This file was erased.' } };
    expect(await asked('ies.rep')).toMatchObject(en);
    expect((await asked('asi.rep', 'fr')).body).toMatchObject({
      title: 'Ce fichier a été effacé.',
    });
    expect((await asked('gsa.rep')).status).toBe(404);
    const { items } = (await api.get('asi.rep', at)).body as { items: { sha256: string }[] };
    expect(items).toContainEqual(expect.objectContaining({ sha256, erased: true }));
    expect(items).toContainEqual(expect.objectContaining({ erased: false }));
    const again = await upload('asi.rep', `${at}?purpose=OTHER`, cv);
    expect(again).toMatchObject({
      ...{ status: 422, body: { code: 'FILE_NOT_ACCEPTED', details: { reason: 'ERASED' } } },
    });
    const vault = await openVault(api.config.dataFolder, null);
    expect(await vault.get(sha256)).toBeNull();
    // What comes back with a backup is gone after the next start.
    await vault.put(cv);
    const files = { vault };
    const erasures = new Erasures(api.engine, new FilePersonKeys(api.config.dataFolder), files);
    erasures.onApplicationBootstrap();
    await erasures.onApplicationShutdown();
    expect(await vault.get(sha256)).toBeNull();
  });

  it('refuses a page that calls itself a PDF, a stranger, an auditor, and a file where none is asked for', async () => {
    const at = `/v1/agreements/${id}/attachments?purpose=OTHER`;
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    expect(await upload('asi.rep', at, page)).toMatchObject({
      status: 422,
      body: { code: 'FILE_NOT_ACCEPTED', details: { reason: 'UNKNOWN_TYPE' } },
    });
    expect((await upload(null, at, PDF)).status).toBe(401);
    expect((await upload('auditor', at, PDF)).status).toBe(403);
    expect((await upload('asi.rep', `/v1/agreements/${id}/attachments`, PDF)).status).toBe(400);
    expect((await upload('asi.rep', '/v1/agreements', PDF)).status).toBe(415);
    const large = Buffer.alloc(11 * 1024 * 1024, 1);
    expect((await upload('asi.rep', at, large)).status).toBe(413);
  });

  it('tells a private calendar what is due, what changed and what is no longer due, until it is revoked', async () => {
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([, , status]) => status === 'CONFIRMED')).toBe(true);
    const feed = await api.request(address);
    // The terms were signed since: what was owed then is cancelled under the same UID.
    for (const [uid, before] of told) {
      const [, sequence, status] = eventsIn(feed.text).find(([of]) => of === uid) ?? [];
      expect(status).toBe('CANCELLED');
      expect(Number(sequence)).toBeGreaterThan(Number(before));
    }
    expect((await api.request(address)).text).toBe(feed.text);
    // Nothing in the address says whose calendar it is.
    expect(address).toMatch(/^\S*\/v1\/calendars\/[A-Za-z0-9_-]{43}\.ics$/);
    const next = await api.post('asi.rep', '/v1/me/calendar', {});
    expect((await api.request(address)).status).toBe(404);
    const Authorization = `Bearer ${await api.token('asi.rep')}`;
    const revoke = () =>
      api.request('/v1/me/calendar', { method: 'DELETE', headers: { Authorization } });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 404]);
    expect((await api.request(String(next.body['address']))).status).toBe(404);
    expect((await api.request('/v1/calendars/nothing.ics')).status).toBe(404);
  });

  it('gives each deadline as a file with a UID that stays', async () => {
    const { body } = await api.get('asi.rep', `/v1/agreements/${id}/deadlines`);
    const [first] = body['items'] as { timer: string; step: string; subject: string }[];
    const key = [first?.timer, first?.step, first?.subject].join('/');
    const at = `/v1/agreements/${id}/calendar?key=${encodeURIComponent(key)}`;
    const file = await api.get('asi.rep', at);
    expect(file.status).toBe(200);
    const [event] = new ICAL.Component(ICAL.parse(file.text) as never).getAllSubcomponents(
      'vevent',
    );
    const uid = event?.getFirstPropertyValue('uid');
    const again = await api.get('asi.rep', at);
    expect(again.text).toContain(`UID:${String(uid)}`);
    expect((await api.get('asi.rep', `/v1/agreements/${id}/calendar?key=T0/x/y`)).status).toBe(404);
  });

  it('tells the calendar of somebody whom their body has ended nothing more', async () => {
    await registered(driving(api), ANOTHER);
    const { body } = await api.post('asi.rep', '/v1/me/calendar', {});
    const read = async () => eventsIn((await api.request(String(body['address']))).text);
    const statuses = async () => new Set((await read()).map(([, , status]) => status));
    expect(await statuses()).toContain('CONFIRMED');
    const ended = await api.post('asi.mbua', '/v1/bodies/1529/people/end-person', {
      person: 'asi.rep',
    });
    expect(ended.status).toBe(200);
    // Called off, so that the calendar drops them too.
    expect(await statuses()).toEqual(new Set(['CANCELLED']));
  });
});
