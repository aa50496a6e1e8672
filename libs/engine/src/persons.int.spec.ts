import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { EventLog, FilePersonKeys, verifyLog } from '@twinning/event-log';
import { fileAttachment, FolderVault, type Vault } from '@twinning/filing';
import { sql } from 'kysely';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  erasePerson,
  finishErasures,
  namesOfPersons,
  namesOnPaper,
  rememberName,
  RetentionNotOver,
} from './persons.js';
import {
  agreed,
  approvedChair,
  COMMITTEE,
  doingOn,
  EngineUnderTest,
  partnersOfLead,
  pdfSaying,
  registered,
  type Doing,
} from './testing/index.js';

const AT = '2027-01-04T09:00:00.000Z';

describe('the names of persons', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let keys: FilePersonKeys;
  let log: EventLog;
  let vault: Vault;
  let doing: Doing;
  let agreement: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start('2027-01-04T09:00:00Z');
    folder = await mkdtemp(join(tmpdir(), 'twinning-persons-'));
    keys = new FilePersonKeys(folder);
    log = new EventLog(keys);
    vault = await FolderVault.open(folder);
    doing = doingOn(engine);
    agreement = await registered(doing);
    const dates = { start: '2027-02-01', end: '2030-01-31' } as unknown as Parameters<
      typeof agreed
    >[2];
    await agreed(doing, agreement, dates);
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const remember = (person: string, name: string) =>
    rememberName(engine.db, log, { person, name, at: AT });
  const erase = (person: string, at = AT) =>
    erasePerson({ db: engine.db, log, keys, vault }, { person, reason: 'Asked for it.', at });
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
    await remember('colleague', 'Amélie Exemple');
    const onPaper = await namesOnPaper(engine.db, log, [person, 'colleague', 'nobody']);
    expect([...onPaper]).toEqual([
      [person, null],
      ['colleague', 'Amélie Exemple'],
    ]);
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

  describe('and the files that nominations named as their CV', () => {
    const put = async (text: string) => vault.put(pdfSaying(text));
    const nominee = (person: string, cv: string, side: 'LEAD' | 'TWINNED' = 'LEAD') => ({
      ...{ side, person, cv, delegate: false, categoryC: false },
    });
    const of = ({ person, member }: Principal) => ({ person, member });
    /** A draft of a chair that names these persons, one edit after the other. */
    async function naming(...nominees: readonly ReturnType<typeof nominee>[]): Promise<string> {
      const { does } = doing;
      const draft = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE };
      const id = await does(cast.lead, null, 'StartDraft', draft);
      for (const one of nominees) {
        const file = { sha256: one.cv, purpose: 'CV', type: 'application/pdf', bytes: 9 } as const;
        await fileAttachment(engine.db, id, { ...file, ...of(cast.lead) });
        await does(cast.lead, id, 'EditRequest', { nominees: [one] });
      }
      return id;
    }
    const isThere = async (file: string) => (await vault.get(file)) !== null;

    it('are destroyed too, earlier ones as well, and the record and the certificate name them', async () => {
      const [first, second, other] = [await put('first'), await put('second'), await put('other')];
      await naming(nominee('chair-1', first), nominee('chair-1', second));
      await naming(nominee('chair-2', other));
      const { files, kept, index } = await erase('chair-1');
      expect(files).toEqual([first, second].sort().map((sha256) => ({ sha256, index })));
      expect(kept).toEqual([]);
      expect(await Promise.all([first, second, other].map(isThere))).toEqual([false, false, true]);
      const [event] = await log.readStream(engine.db, 'person/chair-1');
      expect(event).toMatchObject({
        type: 'PersonErased',
        payload: { files: [first, second].sort() },
      });
      expect(await faults()).toEqual([]);
    });

    it('stay while the same bytes are the CV of another, or were filed or named as something else', async () => {
      const [shared, filed, named] = [await put('shared'), await put('filed'), await put('named')];
      const one = await naming(nominee('chair-3', shared), nominee('chair-3', filed));
      const both = await naming(nominee('chair-3', named), nominee('chair-4', shared));
      const attached = { sha256: filed, type: 'application/pdf', bytes: 9 };
      await fileAttachment(engine.db, one, {
        ...{ ...attached, purpose: 'EVIDENCE', person: 'x', member: null },
      });
      await doing.does(cast.lead, both, 'EditRequest', { competence: named });
      const { files, kept } = await erase('chair-3');
      expect(files).toEqual([]);
      expect(new Map(kept.map((k) => [k.sha256, k.because]))).toEqual(
        new Map([
          [shared, [{ agreement: both, as: 'cv' }]],
          [filed, [{ agreement: one, as: 'EVIDENCE' }]],
          [named, [{ agreement: both, as: 'competence' }]],
        ]),
      );
      expect(await Promise.all([shared, filed, named].map(isThere))).toEqual([true, true, true]);
      // The last whom it tells of takes it along.
      expect((await erase('chair-4')).files.map((f) => f.sha256)).toEqual([shared]);
      expect(await isThere(shared)).toBe(false);
    });

    it('are no longer kept for a nomination that was corrected', async () => {
      const cv = await put('corrected');
      await naming(nominee('typo', cv), nominee('chair-5', cv));
      expect((await erase('chair-5')).files.map((f) => f.sha256)).toEqual([cv]);
    });

    it('are destroyed at the next start when the process died after the key, and after a restore', async () => {
      const cv = await put('left behind');
      await naming(nominee('chair-6', cv));
      await keys.ensure('chair-6');
      const key = await keys.find('chair-6');
      const dies: Vault = { ...vault, destroy: () => Promise.reject(new Error('killed')) };
      const erasing = { db: engine.db, log, keys, vault: dies };
      const asked = { person: 'chair-6', reason: 'Asked for it.', at: AT };
      await expect(erasePerson(erasing, asked)).rejects.toThrow('killed');
      expect([await keys.find('chair-6'), await isThere(cv)]).toEqual([null, true]);
      const start = () => finishErasures({ db: engine.db, keys, vault });
      await start();
      expect(await isThere(cv)).toBe(false);
      await vault.put(pdfSaying('left behind'));
      await writeFile(join(folder, 'chair-6'), key as Buffer);
      await start();
      await start();
      expect([await keys.find('chair-6'), await isThere(cv)]).toEqual([null, false]);
      // Asked again, the certificate is the same.
      expect((await erase('chair-6')).files.map((f) => f.sha256)).toEqual([cv]);
    });

    it('and the statement of who accepted a nomination go together; one that was filed as something else stays', async () => {
      const { committee, bodies } = await partnersOfLead(engine.db);
      const id = await approvedChair(doing, committee, bodies[0] as Principal);
      const both = async (person: string, purpose: 'STATEMENT' | 'OTHER') => {
        const [cv, statement] = [await put(`cv ${person}`), await put(`statement ${person}`)];
        await doing.files(cast.lead, id, 'CV', `cv ${person}`);
        await doing.files(cast.lead, id, 'STATEMENT', `statement ${person}`);
        await doing.files(cast.lead, id, purpose, `statement ${person}`);
        const named = { person, cv, statement, delegate: false, categoryC: false };
        await doing.does(cast.lead, id, 'ReplaceNominee', named);
        return { cv, statement };
      };
      const [one, two] = [await both('next-1', 'STATEMENT'), await both('next-2', 'OTHER')];
      expect((await erase('next-1')).files.map((f) => f.sha256)).toEqual(
        [one.cv, one.statement].sort(),
      );
      const { files, kept } = await erase('next-2');
      expect(files.map((f) => f.sha256)).toEqual([two.cv]);
      expect(kept).toEqual([{ sha256: two.statement, because: [{ agreement: id, as: 'OTHER' }] }]);
      expect(await Promise.all([one.statement, two.statement].map(isThere))).toEqual([false, true]);
    });

    it('that came after the erasure, or before files were erased at all, go when it is asked for again', async () => {
      await erase('chair-7');
      const cv = await put('later');
      await naming(nominee('chair-7', cv));
      const { index, files } = await erase('chair-7');
      expect(files.map((f) => f.sha256)).toEqual([cv]);
      expect(files[0]?.index).toBeGreaterThan(index);
      expect(await isThere(cv)).toBe(false);
      expect(await faults()).toEqual([]);
    });
  });

  it('a key that is lost without an erasure is a fault, not an erasure', async () => {
    await remember('tpm-2', 'Di Lost');
    await rm(join(folder, 'tpm-2'));
    expect((await faults()).map((f) => f.what)).toEqual(['field name differs from its commitment']);
  });
});
