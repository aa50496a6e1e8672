import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v5 as uuidV5 } from 'uuid';
import { rebuildReadModel } from '../rebuild.js';
import { agreed, COMMITTEE, doingOn, EngineUnderTest, registered } from '../testing/index.js';
import { checkAgreements } from '../check-agreements.js';
import { ContactKey } from './contact-key.js';
import { addContacts, listContacts, rotateSecret, setContactState } from './contacts.js';
import { replayTo, settle, takeDue } from './deliveries.js';

/** A pair is registered once in a committee; ASI and IES sit in this one as they do in the first. */
const ANOTHER = 48602;
const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
const MINUTE = 60_000;
const OLDER_NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a03';

describe('the outbox', () => {
  let engine: EngineUnderTest;
  let hook: string;
  let folder: string;
  let key: ContactKey;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-contacts-'));
    key = ContactKey.in(folder);
    const { lead, twinned } = cast;
    const [, added] = await addContacts(engine.db, key, [
      { kind: 'email', address: 'lead@example.org', member: lead.member, desk: null },
      { kind: 'webhook', address: 'https://example.org/a', member: lead.member, desk: null },
      {
        kind: 'email',
        address: 'twinned@example.org',
        member: twinned.member,
        desk: null,
        language: 'fr',
      },
      { kind: 'email', address: 'tpm@example.org', member: null, desk: 'TPM', committee: 1 },
    ]);
    hook = added?.id ?? '';
  });

  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const notices = async (agreement: string) => {
    const { rows } = await sql<{ kind: string; version: number; to: string[] }>`
      SELECT n.kind, n.version, array_remove(array_agg(c.id), NULL) AS to
        FROM engine.notice n LEFT JOIN engine.delivery d ON d.notice = n.id
        LEFT JOIN engine.contact c ON c.id = d.contact
       WHERE n.agreement = ${agreement} GROUP BY n.id ORDER BY n.version, n.kind`.execute(
      engine.db,
    );
    const addresses = new Map((await listContacts(engine.db, key)).map((c) => [c.id, c.address]));
    return rows.map((row) => ({ ...row, to: row.to.map((id) => addresses.get(id)).sort() }));
  };
  const faults = () =>
    engine.db.transaction().execute(async (trx) => {
      const { log, clock } = engine;
      const { violations } = await checkAgreements(trx, { log, clock, beforeDue: false });
      // The tests move the clock past deadlines at which nobody looks here.
      return violations.filter(({ invariant }) => invariant !== 'I8');
    });
  const draft = async () => (await engine.send(cast.lead, 'StartDraft', DRAFT)).agreement;
  const deliverAll = async () => {
    const taken = await takeDue(engine.db, key, 500, MINUTE);
    for (const one of taken) await settle(engine.db, one, { state: 'sent' });
    return taken;
  };

  it('holds what a commit causes: whose move it is for people, the change for webhooks', async () => {
    const id = await draft();
    await engine.send(
      cast.lead,
      'InvitePartner',
      { member: cast.twinned.member },
      { agreement: id, version: 1 },
    );
    const found = await notices(id);
    expect(found).toContainEqual({ kind: 'change', version: 1, to: ['https://example.org/a'] });
    expect(found).toContainEqual({ kind: 'change', version: 2, to: ['https://example.org/a'] });
    expect(found).toContainEqual({ kind: 'duty', version: 2, to: ['twinned@example.org'] });
    expect(await faults()).toEqual([]);
  });

  it('gives what is decided again after a restore other ids: a receiver that has seen the first hears of it', async () => {
    const world = async (then: string) => {
      const at = await EngineUnderTest.start();
      const to = { key: 'the-same-draft' };
      const { agreement } = await at.send(cast.lead, 'StartDraft', DRAFT, to);
      at.until(then);
      const invited = { member: cast.twinned.member };
      await at.send(cast.lead, 'InvitePartner', invited, { agreement, version: 1 });
      at.until('2027-12-30T09:00:00Z');
      await at.executor.look(agreement);
      const { rows } = await sql<{ id: string; name: string }>`
        SELECT id, version || ' ' || kind AS name FROM engine.notice`.execute(at.db);
      await at.stop();
      return {
        agreement,
        ids: rows.map(({ id }) => id),
        names: rows.map(({ name }) => name).sort(),
      };
    };
    const lost = await world('2027-01-05T09:00:00Z');
    const restored = await world('2027-01-05T09:00:00Z');
    // The same agreement at the same versions, told of the same: without more to go by, the same ids.
    expect(restored.agreement).toBe(lost.agreement);
    expect(restored.names).toEqual(lost.names);
    expect(lost.names).toContain('2 duty');
    expect(lost.names.some((name) => name.endsWith('reminder'))).toBe(true);
    expect(restored.ids.filter((id) => lost.ids.includes(id))).toEqual([]);
  });

  it('keeps the ids that an older release gave, and adds nothing to them', async () => {
    const id = await draft();
    const { rows } = await sql<{ id: string; kind: string; name: string }>`
      SELECT id, kind, CASE kind WHEN 'duty' THEN content #>> '{owed,0,id}' ELSE '' END AS name
        FROM engine.notice WHERE agreement = ${id}`.execute(engine.db);
    const ids = rows.map((n) => n.id);
    await sql`DELETE FROM engine.delivery WHERE notice = ANY(${ids}::uuid[])`.execute(engine.admin);
    for (const { id: now, kind, name } of rows) {
      const older = uuidV5(`${id}/1/${kind}/${name}`, OLDER_NAMESPACE);
      await sql`UPDATE engine.notice SET id = ${older} WHERE id = ${now}`.execute(engine.admin);
    }
    const before = await notices(id);
    await rebuildReadModel(engine.db, engine.log);
    await engine.executor.look(id);
    expect(await notices(id)).toEqual(before);
    expect(await faults()).toEqual([]);
    await engine.send(
      cast.lead,
      'InvitePartner',
      { member: cast.twinned.member },
      { agreement: id, version: 1 },
    );
    expect((await notices(id)).length).toBeGreaterThan(before.length);
    expect(await faults()).toEqual([]);
  });

  it('sends the copy of a request to the secretariat of its committee, and not to another’s', async () => {
    const desk = 'COMMITTEE_MANAGER';
    await addContacts(engine.db, key, [
      { kind: 'email', address: 'sc5@example.org', member: null, desk, committee: COMMITTEE },
      { kind: 'email', address: 'sc6@example.org', member: null, desk, committee: 1 },
    ]);
    const id = await registered(doingOn(engine));
    const copies = (await notices(id)).filter((n) => n.kind === 'copy');
    expect(copies.map((n) => n.to)).toEqual([['sc5@example.org']]);
    expect(await faults()).toEqual([]);
  });

  it('is quiet for a refusal, for a repeated command and for a rebuilt read model', async () => {
    const id = await draft();
    const before = await notices(id);
    const refused = await engine.send(
      cast.lead,
      'SubmitRequest',
      {},
      { agreement: id, version: 1 },
    );
    expect(refused.outcome.accepted).toBe(false);
    await engine.executor.execute(refused.command);
    await rebuildReadModel(engine.db, engine.log);
    expect(await notices(id)).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  it('sends what the distribution list says: desks, the chair, and the members of the committee without the partners', async () => {
    const { db } = engine;
    const { rows } = await sql<{ member: number }>`
      SELECT member FROM registry.membership
       WHERE committee = ${ANOTHER} AND valid_to IS NULL AND member NOT IN (${cast.lead.member}, ${cast.twinned.member})
       ORDER BY member LIMIT 1`.execute(db);
    const { rows: strangers } = await sql<{ id: number }>`
      SELECT id FROM registry.member WHERE id NOT IN
        (SELECT member FROM registry.membership WHERE committee = ${ANOTHER}) ORDER BY id LIMIT 1`.execute(
      db,
    );
    const at = (address: string, member: number | null, desk: string | null) =>
      ({ kind: 'email', address: `${address}@example.org`, member, desk }) as const;
    await addContacts(db, key, [
      at('b-member', rows[0]?.member ?? 0, null),
      at('stranger', strangers[0]?.id ?? 0, null),
      at('manager', null, 'COMMITTEE_MANAGER'),
      at('chair', null, 'CHAIR'),
      at('cs', null, 'ISO_CS'),
      at('every-tpm', null, 'TPM'),
    ]);
    const id = await registered(doingOn(engine), ANOTHER);
    await agreed(doingOn(engine), id, { start: day('2027-02-01'), end: day('2030-01-31') });
    engine.until('2027-02-02T09:00:00Z');
    await engine.executor.look(id);
    const told = (await notices(id)).filter((n) => n.kind === 'information');
    const committee = ['b-member', 'chair', 'cs', 'manager'].map((who) => `${who}@example.org`);
    // Of the registration, and of the start with a copy for the TPM.
    expect(told.map((n) => n.to)).toEqual([
      committee,
      [...committee.slice(0, 3), 'every-tpm@example.org', ...committee.slice(3)],
    ]);
    expect(await faults()).toEqual([]);
  });

  it('says a reminder once, at its time', async () => {
    const id = await draft();
    engine.until('2027-12-30T09:00:00Z');
    await engine.executor.look(id);
    await engine.executor.look(id);
    const reminders = (await notices(id)).filter((n) => n.kind === 'reminder');
    expect(reminders.length).toBeGreaterThan(0);
    expect(new Set(reminders.map((r) => r.version)).size).toBe(reminders.length);
    expect(reminders[0]?.to).toEqual(['lead@example.org']);
    expect(await faults()).toEqual([]);
  });

  it('gives a delivery to one process at a time, and again when that one has died', async () => {
    await draft();
    const [first, second] = await Promise.all([
      takeDue(engine.db, key, 500, 300),
      takeDue(engine.db, key, 500, 300),
    ]);
    const keys = [...first, ...second].map((d) => `${d.notice}/${d.contact}`);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const again = await takeDue(engine.db, key, 500, MINUTE);
    expect(again.map((d) => `${d.notice}/${d.contact}`).sort()).toEqual(keys.sort());
    const [zombie] = [...first, ...second];
    if (zombie === undefined) throw new Error('nothing taken');
    await settle(engine.db, zombie, { state: 'failed', why: 'a process that came back' });
    expect((await listContacts(engine.db, key)).every((c) => c.failed === 0)).toBe(true);
    for (const one of again) await settle(engine.db, one, { state: 'sent' });
    expect(await takeDue(engine.db, key, 500, MINUTE)).toEqual([]);
  });

  it('keeps what a paused contact is owed, and sends again under the same ids when asked', async () => {
    await setContactState(engine.db, hook, 'paused');
    await draft();
    expect((await deliverAll()).filter((d) => d.channel === 'webhook')).toEqual([]);
    await setContactState(engine.db, hook, 'active');
    const sent = await deliverAll();
    expect(sent.map((d) => d.contact)).toEqual([hook]);
    expect(await replayTo(engine.db, hook, sent[0]?.createdAt ?? '')).toBe(1);
    expect((await deliverAll()).map((d) => d.notice)).toEqual(sent.map((d) => d.notice));
  });

  it('signs with the old and the new secret after a rotation', async () => {
    const fresh = await rotateSecret(engine.db, key, hook);
    await draft();
    const [delivery] = (await deliverAll()).filter((d) => d.channel === 'webhook');
    expect(delivery?.secrets).toHaveLength(2);
    expect(delivery?.secrets[0]).toBe(fresh);
  });

  it('a contact that is gone for ever (410) is disabled with all it was owed', async () => {
    await draft();
    await draft();
    const taken = (await takeDue(engine.db, key, 500, MINUTE)).filter((d) => d.contact === hook);
    const [one] = taken;
    if (one === undefined) throw new Error('nothing taken');
    await settle(engine.db, one, { state: 'failed', why: '410' });
    const contact = (await listContacts(engine.db, key)).find((c) => c.id === hook);
    expect(contact).toMatchObject({ state: 'disabled', waiting: 0, failed: 2 });
  });

  it('is found wanting when a message is missing, or stands without its events', async () => {
    const id = await draft();
    await sql`DELETE FROM engine.delivery d USING engine.notice n
               WHERE n.id = d.notice AND n.agreement = ${id}`.execute(engine.admin);
    await sql`DELETE FROM engine.notice WHERE agreement = ${id} AND kind = 'duty'`.execute(
      engine.admin,
    );
    const other = await draft();
    await sql`UPDATE engine.notice SET version = 9 WHERE agreement = ${other} AND kind = 'change'`.execute(
      engine.admin,
    );
    const found = (await faults()).map((v) => v.what);
    expect(found).toContain('was never written');
    expect(found).toContain('has no events that cause it');
    expect(found).toContain('no message was written for its events from version 1 on');
  });
});
