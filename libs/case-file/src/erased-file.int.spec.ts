import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { erasePerson } from '@twinning/engine';
import { COMMITTEE, doingOn, EngineUnderTest, pdfSaying } from '@twinning/engine/testing';
import {
  EventLog,
  FilePersonKeys,
  readVerifier,
  signerFrom,
  verifierText,
} from '@twinning/event-log';
import { FolderVault } from '@twinning/filing';
import { verifierFiles } from '@twinning/infra/verify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArchive, writeArchive } from './archive.js';
import { buildCaseFile, sealed, type CaseFileOptions } from './build.js';
import { FILES, type CaseEvents, type Manifest } from './format.js';
import { found, inPython, pageVerifier, python, type Told } from './verifiers.testing.js';
import { verifyCaseFile } from './verify/case-file.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const key = verifierText(record);
const REASON = 'A reason that concerns nobody else.';

describe('the case file of an agreement that names an erased file', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let agreement: string;
  let cv: string;
  let index: number;
  let page: (bytes: Uint8Array, key: string) => Promise<Told>;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-case-'));
    page = pageVerifier((await verifierFiles()).page);
    const vault = await FolderVault.open(folder);
    cv = await vault.put(pdfSaying('a life'));
    const { does, files } = doingOn(engine);
    const draft = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE };
    agreement = await does(cast.lead, null, 'StartDraft', draft);
    await files(cast.lead, agreement, 'CV', 'a life');
    const nominee = { side: 'LEAD', person: 'chair', cv, delegate: false, categoryC: false };
    await does(cast.lead, agreement, 'EditRequest', { nominees: [nominee] });
    const keys = new FilePersonKeys(join(folder, 'keys'));
    await keys.ensure('chair');
    const erasing = { db: engine.db, log: new EventLog(keys), keys, vault };
    const asked = { person: 'chair', reason: REASON, at: '2027-01-04T09:00:00.000Z' };
    ({ index } = await erasePerson(erasing, asked));
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const built = async (options: CaseFileOptions = {}) => {
    const on = { db: engine.db, log: engine.log, signer: record };
    const bytes = await buildCaseFile(on, agreement, options);
    if (bytes === null) throw new Error('no case file');
    return bytes;
  };
  const members = (bytes: Buffer) => readArchive(bytes) ?? [];
  const read = (bytes: Buffer, name: string) =>
    JSON.parse(
      members(bytes)
        .find((m) => m.name === name)
        ?.bytes.toString() ?? '',
    ) as unknown;
  async function told(bytes: Buffer): Promise<readonly Told[]> {
    const ours = verifyCaseFile(bytes, [readVerifier(key)]).verdict;
    const all = [ours, await page(new Uint8Array(bytes), key)];
    const script = (await verifierFiles()).script.toString();
    return python ? [...all, await inPython(folder, script, bytes, key)] : all;
  }
  const verifiers = python ? 3 : 2;

  it('holds in all three verifiers, which say that the file was erased, and where the record says so', async () => {
    const all = await told(await built());
    expect(all).toHaveLength(verifiers);
    for (const { holds, faults, erased } of all) {
      expect([holds, [...faults]]).toEqual([true, []]);
      expect(erased.map((e) => ({ ...e }))).toEqual([{ sha256: cv, index }]);
    }
    for (const { documents } of all) {
      expect(documents).toMatchObject([{ sha256: cv, file: null, reason: 'ERASED' }]);
    }
  });

  it('tells nothing else of the erasure, and not even that where the file is withheld', async () => {
    const bytes = await built();
    expect(members(bytes).some((m) => m.bytes.includes(REASON))).toBe(false);
    const hidden = await built({ withhold: (_, field) => field === 'nominees' });
    expect((read(hidden, FILES.events) as CaseEvents).erasures).toBeUndefined();
    for (const { holds, erased } of await told(hidden))
      expect([holds, erased.length]).toEqual([true, 0]);
  });

  const FORGED: readonly (readonly [
    string,
    (of: CaseEvents) => CaseEvents['erasures'] | object,
    readonly string[],
  ])[] = [
    [
      'another file',
      ({ erasures: [one] = [] }) => [
        { ...one, fields: { files: { ...one?.fields.files, value: ['0'.repeat(64)] } } },
      ],
      ['FIELDS FIELD_DIFFERS', 'DOCUMENTS DOCUMENT_NOT_ERASED'],
    ],
    [
      'an event that is no erasure',
      ({ agreement: [first] }) => [first],
      ['ORDER OTHER_STREAM', 'DOCUMENTS DOCUMENT_NOT_ERASED'],
    ],
    [
      'an erasure at another place',
      ({ erasures: [one] = [] }) => [{ ...one, index: 0 }],
      ['PROOFS NOT_IN_TREE'],
    ],
    ['something else', () => [{}], ['FILES FILE_MALFORMED']],
  ];
  it.each(FORGED)('with %s as erased is caught by all three', async (_, change, expected) => {
    const bytes = await built();
    const events = read(bytes, FILES.events) as CaseEvents;
    const { files: __, ...head } = read(bytes, FILES.manifest) as Manifest;
    const text = Buffer.from(JSON.stringify({ ...events, erasures: change(events) }));
    const files = members(bytes)
      .filter((m) => m.name !== FILES.manifest && m.name !== FILES.seal)
      .map((m) => (m.name === FILES.events ? { ...m, bytes: text } : m));
    const all = await told(writeArchive(sealed(head, files, record)));
    expect(all.map(({ faults }) => found(faults))).toEqual(Array(verifiers).fill(expected));
  });
});
