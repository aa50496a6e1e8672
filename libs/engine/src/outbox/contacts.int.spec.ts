import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMITTEE, EngineUnderTest } from '../testing/index.js';
import { ContactKey } from './contact-key.js';
import { addContacts, listContacts, listMessages, sealContacts } from './contacts.js';
import { takeDue } from './deliveries.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
const MINUTE = 60_000;

describe('the contacts of the outbox', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let key: ContactKey;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-contacts-'));
    key = ContactKey.in(folder);
    const { member } = cast.lead;
    await addContacts(engine.db, key, [
      { kind: 'email', address: 'lead@example.org', member, desk: null },
      { kind: 'webhook', address: 'https://example.org/a', member, desk: null },
    ]);
    await draft();
  });

  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const draft = () => engine.send(cast.lead, 'StartDraft', DRAFT);
  const inTheOpen = async () => {
    const { rows } = await sql<{ all: string }>`
      SELECT coalesce(string_agg(c::text, ' '), '') AS all FROM engine.contact c`.execute(
      engine.db,
    );
    return rows[0]?.all ?? '';
  };

  it('tells nobody who reads the database alone where messages go, or what signs them', async () => {
    const secrets = (await takeDue(engine.db, key, 500, 0)).flatMap((d) => d.secrets);
    const contacts = await listContacts(engine.db, key);
    expect(secrets.length).toBeGreaterThan(0);
    expect(contacts.map((c) => c.address)).toContain('lead@example.org');
    const words = [...secrets, ...contacts.map((c) => c.address), 'example.org', 'whsec_'];
    const stored = await inTheOpen();
    expect(words.filter((word) => stored.includes(word))).toEqual([]);
    expect((await stat(join(folder, 'contacts-key'))).mode & 0o077).toBe(0);
    const messages = await listMessages(engine.db, key, { agreement: null, limit: 5 });
    expect(messages.every((m) => m.address.includes('example.org'))).toBe(true);
  });

  it('knows a contact that is added again, and seals what an older release wrote', async () => {
    const again = { kind: 'email', member: null, desk: 'TMB_SECRETARIAT' } as const;
    const old = '00000000-0000-5000-8000-000000000001';
    await sql`INSERT INTO engine.contact (id, kind, address, desk, created_at) VALUES
      (${old}, 'email', 'old@example.org', 'TMB_SECRETARIAT', clock_timestamp())`.execute(
      engine.db,
    );
    const both = [
      { ...again, address: 'old@example.org' },
      { ...again, address: 'new@example.org' },
    ];
    const added = await addContacts(engine.db, key, both);
    expect(added[0]?.id).toBe(old);
    expect(await addContacts(engine.db, key, both)).toEqual(added);
    expect(await inTheOpen()).toContain('old@example.org');
    expect(await sealContacts(engine.db, key)).toBe(1);
    expect(await sealContacts(engine.db, key)).toBe(0);
    expect(await inTheOpen()).not.toContain('example.org');
    const found = (await listContacts(engine.db, key)).find((c) => c.id === old);
    expect(found?.address).toBe('old@example.org');
  });

  it('sends nothing with another key, gives nothing up, and makes no key by opening', async () => {
    await draft();
    const elsewhere = join(folder, 'elsewhere');
    expect(await takeDue(engine.db, ContactKey.in(elsewhere), 500, MINUTE)).toEqual([]);
    await expect(stat(elsewhere)).rejects.toThrow('ENOENT');
    const states = (await listMessages(engine.db, key, { agreement: null, limit: 500 })).filter(
      (m) => m.why?.includes('does not open') === true,
    );
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states.map((m) => m.state))).toEqual(new Set(['waiting']));
    await sql`UPDATE engine.delivery SET due_at = clock_timestamp() WHERE state = 'waiting'`.execute(
      engine.db,
    );
    expect((await takeDue(engine.db, key, 500, MINUTE)).length).toBe(states.length);
  });

  it('are sealed again when a new key is put before the old one, with the same ids and links', async () => {
    const file = join(folder, 'contacts-key');
    const before = await listContacts(engine.db, key);
    const [first] = before;
    const link = key.settingsOf(String(first?.id));
    const old = await readFile(file, 'utf8');
    const next = randomBytes(32).toString('hex');
    const named = key.sealsWith;
    await writeFile(file, `${next}\n${old}`);
    expect(key.sealsWith).not.toBe(named);
    expect(await listContacts(engine.db, key)).toEqual(before);

    expect(await sealContacts(engine.db, key)).toBe(before.length);
    expect(await sealContacts(engine.db, key)).toBe(0);
    expect(await listContacts(engine.db, key)).toEqual(before);
    expect(key.settingsOf(String(first?.id))).toBe(link);

    // Who has the old key alone opens nothing.
    const elsewhere = join(folder, 'old-key');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'contacts-key'), old);
    await expect(listContacts(engine.db, ContactKey.in(elsewhere))).rejects.toThrow(
      'does not open',
    );
    expect(await sealContacts(engine.db, ContactKey.in(elsewhere))).toBe(0);
  });
});
