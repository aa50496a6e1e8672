import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { EventLog, FilePersonKeys, verifyLog } from '@twinning/event-log';
import { loadState } from '@twinning/read-model';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRead } from './database.js';
import { erasePerson, namesOfPersons, rememberName, RetentionNotOver } from './persons.js';
import { agreed, EngineUnderTest, registered, type Doing } from './testing/index.js';

const AT = '2027-01-04T09:00:00.000Z';

describe('the names of persons', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let keys: FilePersonKeys;
  let log: EventLog;
  let agreement: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start('2027-01-04T09:00:00Z');
    folder = await mkdtemp(join(tmpdir(), 'twinning-persons-'));
    keys = new FilePersonKeys(folder);
    log = new EventLog(keys);
    const state: Doing['state'] = async (id) => {
      const found = await loadState(asRead(engine.db), id);
      if (found === null) throw new Error('No such agreement.');
      return found;
    };
    const does: Doing['does'] = async (who, id, type, payload = {}) => {
      const to = id === null ? {} : { agreement: id, version: (await state(id)).version };
      const { agreement: of, outcome } = await engine.send(who, type, payload, to);
      if (!outcome.accepted) throw new Error(`${type}: ${outcome.code}`);
      return of;
    };
    agreement = await registered({ does, state });
    const dates = { start: '2027-02-01', end: '2030-01-31' } as unknown as Parameters<
      typeof agreed
    >[2];
    await agreed({ does, state }, agreement, dates);
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const remember = (person: string, name: string) =>
    rememberName(engine.db, log, { person, name, at: AT });
  const erase = (person: string, at = AT) =>
    erasePerson({ db: engine.db, log, keys }, { person, reason: 'Asked for it.', at });
  const nameOf = async (person: string) =>
    (await namesOfPersons(engine.db, log, [person])).get(person) ?? null;
  const faults = async () => (await verifyLog(engine.db, keys)).faults;
  const dump = async () => {
    const { rows } = await sql<{ all: string }>`
      SELECT string_agg(e::text, '') AS all FROM log.event e`.execute(engine.db);
    return rows[0]?.all ?? '';
  };

  it('are kept sealed, once, and opened when they are read', async () => {
    expect(await remember('lead-rep', 'Amélie Exemple')).toBe(true);
    expect(await remember('lead-rep', 'Amélie Exemple')).toBe(false);
    expect(await remember('lead-rep', 'Amélie Exemple-Roux')).toBe(true);
    expect(await nameOf('lead-rep')).toBe('Amélie Exemple-Roux');
    expect(await nameOf('nobody')).toBeNull();
    expect(await dump()).not.toContain('Exemple');
    expect(await faults()).toEqual([]);
  });

  it('vanish with the person’s key; every proof stays valid and the certificate lists what is gone', async () => {
    const person = cast.lead.person;
    await remember(person, 'Bo Lead');
    const certificate = await erase(person);
    expect(certificate).toMatchObject({ person, reason: 'Asked for it.', erasedAt: AT });
    expect(certificate.fields.map((f) => [f.stream, f.field])).toContainEqual([
      `person/${person}`,
      'name',
    ]);
    expect(certificate.references.agreements).toEqual([agreement]);
    expect(certificate.references.events).toBeGreaterThan(3);
    expect(await nameOf(person)).toBeNull();
    expect(await faults()).toEqual([]);
    // Erased stays erased: a later sign-in keeps no name, and doing it again changes nothing.
    expect(await remember(person, 'Bo Lead')).toBe(false);
    expect(await erase(person, '2028-01-01T00:00:00.000Z')).toEqual({
      ...certificate,
      sessions: 0,
    });
  });

  it('of a signatory stay until ten years after the agreement has ended', async () => {
    const { person } = cast.twinnedSignatory;
    await remember(person, 'Cy Signatory');
    await expect(erase(person)).rejects.toThrow(RetentionNotOver);
    await expect(erase(person, '2060-01-01T00:00:00.000Z')).rejects.toThrow(agreement);
    expect(await nameOf(person)).toBe('Cy Signatory');
  });

  it('a key that is lost without an erasure is a fault, not an erasure', async () => {
    await remember('tpm-2', 'Di Lost');
    await rm(join(folder, 'tpm-2'));
    expect((await faults()).map((f) => f.what)).toEqual(['field name differs from its commitment']);
  });
});
