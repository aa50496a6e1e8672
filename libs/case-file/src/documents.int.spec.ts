import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { pdfSaying, type EngineUnderTest } from '@twinning/engine/testing';
import { signerFrom, verifierText } from '@twinning/event-log';
import { PURPOSES, sha256Of } from '@twinning/filing';
import { readingAs } from '@twinning/read-model';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementInForce } from './agreement-in-force.testing.js';
import { streamArchive, writeArchive, type Member } from './archive.js';
import { buildCaseFile, prepareCaseFile, type CaseFileOptions } from './build.js';
import { planDocuments } from './documents.js';
import {
  DOCUMENTS,
  FILES,
  FIRST_FORMAT,
  isDocument,
  WITNESSES,
  type CaseDocument,
} from './format.js';
import { jsonIn, membersOf, resealed, saying, textIn } from './resealed.testing.js';
import { found, threeTold } from './verifiers.testing.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const key = verifierText(record);
const authorities = [cast.lead, cast.twinned].map(({ person }) =>
  pdfSaying(`AUTHORITY of ${person}`),
);

describe('the documents of a case file', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  let folder: string;
  let genuine: Buffer;
  let tell: Awaited<ReturnType<typeof threeTold>>;
  const lying = new Map<string, Buffer>();
  const opened: string[] = [];
  const vault = {
    get: (sha256: string) => {
      opened.push(sha256);
      return Promise.resolve(lying.get(sha256) ?? null);
    },
  };

  const prepared = async (options: CaseFileOptions = {}) => {
    const on = { db: engine.db, log: engine.log, signer: record };
    const made = await prepareCaseFile(on, agreement, { vault, ...options });
    if (made === null) throw new Error('no case file');
    return made;
  };
  const built = async (options: CaseFileOptions = {}) => {
    const on = { db: engine.db, log: engine.log, signer: record };
    return (await buildCaseFile(on, agreement, { vault, ...options })) as Buffer;
  };
  const listed = (bytes: Buffer) => jsonIn<readonly CaseDocument[]>(bytes, DOCUMENTS);
  const fileOf = (bytes: Buffer) => listed(bytes)[0]?.file ?? '';
  async function expectAll(bytes: Buffer, expected: readonly string[]): Promise<void> {
    for (const { faults } of await tell(bytes, key)) {
      expect([...found(faults)].sort()).toEqual([...expected].sort());
    }
  }

  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
    for (const { person } of Object.values(cast)) {
      for (const purpose of PURPOSES) {
        const bytes = pdfSaying(`${purpose} of ${person}`);
        lying.set(sha256Of(bytes), bytes);
      }
    }
    folder = await mkdtemp(join(tmpdir(), 'twinning-documents-'));
    tell = await threeTold(folder);
    genuine = await built();
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('are in it as they were filed, and all three verifiers hold them to the hashes in the events', async () => {
    const hashes = authorities.map(sha256Of);
    const own = membersOf(genuine).filter((m) => isDocument(m.name));
    for (const [i, hash] of hashes.entries()) {
      const member = own.find((m) => m.name === `documents/${hash}.pdf`);
      expect(member?.bytes).toEqual(authorities[i]);
    }
    for (const { holds, documents } of await tell(genuine, key)) {
      expect(holds).toBe(true);
      for (const [i, sha256] of hashes.entries()) {
        expect(documents).toContainEqual({
          ...{ sha256, purposes: ['AUTHORITY'], type: 'application/pdf', reason: null },
          ...{ bytes: authorities[i]?.length, file: `documents/${sha256}.pdf` },
        });
      }
    }
  });

  it('are told in both accounts: which event names each, as what, and where it is', () => {
    const hash = sha256Of(authorities[0] as Buffer);
    for (const [name, filed, leftOut] of [
      [FILES.accountEn, 'Authority to sign', 'Not in this file: documents that were filed'],
      [FILES.accountFr, 'Pouvoir de signature', 'Ne sont pas dans ce dossier : les documents'],
    ] as const) {
      const told = textIn(genuine, name);
      expect(told).toContain(leftOut);
      expect(told).toContain(filed);
      expect(told).toContain(`<a href="documents/${hash}.pdf" download>`);
    }
  });

  it('with one byte changed in any new member is caught by all three, and the member is named', async () => {
    for (const name of [fileOf(genuine), DOCUMENTS, WITNESSES]) {
      const changed = writeArchive(
        membersOf(genuine).map((m) => {
          const bytes = Buffer.from(m.bytes);
          const at = bytes.length >> 1;
          if (m.name === name) bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
          return { name: m.name, bytes };
        }),
      );
      const [ours, ...others] = await tell(changed, key);
      expect(ours?.faults.map((f) => f.place)).toContain(name);
      for (const { faults } of others) expect(faults).toEqual(ours?.faults);
    }
  });

  const without = (name: string) => (files: readonly Member[]) =>
    files.filter((m) => m.name !== name);
  const FORGED: readonly (readonly [string, (of: Buffer) => Buffer, readonly string[]])[] = [
    [
      'other bytes',
      (of) => resealed(of, record, saying(fileOf(of), pdfSaying('Something else.'))),
      ['DOCUMENTS DOCUMENT_DIFFERS'],
    ],
    [
      'a document taken out',
      (of) => resealed(of, record, without(fileOf(of))),
      ['DOCUMENTS DOCUMENT_MISSING'],
    ],
    [
      'a document and its line taken out',
      (of) =>
        resealed(of, record, (files) =>
          saying(DOCUMENTS, listed(of).slice(1))(without(fileOf(of))(files)),
        ),
      ['DOCUMENTS DOCUMENT_UNLISTED'],
    ],
    [
      'a document that no event names',
      (of) => {
        const bytes = pdfSaying('Something else.');
        const name = `documents/${sha256Of(bytes)}.pdf`;
        return resealed(of, record, (files) => [...files, { name, bytes }]);
      },
      ['DOCUMENTS DOCUMENT_UNNAMED'],
    ],
    [
      'a document said to be erased',
      (of) =>
        resealed(of, record, (files) => {
          const [first, ...rest] = listed(of);
          const gone = { ...first, file: null, reason: 'ERASED' };
          return saying(DOCUMENTS, [gone, ...rest])(without(fileOf(of))(files));
        }),
      ['DOCUMENTS DOCUMENT_NOT_ERASED'],
    ],
    [
      'a document left out without a reason',
      (of) =>
        resealed(of, record, (files) => {
          const [first, ...rest] = listed(of);
          const gone = { ...first, file: null, reason: null };
          return saying(DOCUMENTS, [gone, ...rest])(without(fileOf(of))(files));
        }),
      ['DOCUMENTS DOCUMENT_MISSING'],
    ],
    ...[{}, null, [1], [null], [{ sha256: 1 }]].map(
      (content) =>
        [
          `a list that is none: ${JSON.stringify(content)}`,
          (of: Buffer) => resealed(of, record, saying(DOCUMENTS, content)),
          ['DOCUMENTS FILE_MALFORMED'],
        ] as const,
    ),
  ];
  it.each(FORGED)(
    'with %s, under the record’s own key, is caught by all three',
    async (_, forge, expected) => {
      await expectAll(forge(genuine), expected);
    },
  );

  it('can be left out: then only their hashes are there, and everything still holds', async () => {
    const bytes = await built({ vault: undefined });
    expect(membersOf(bytes).some((m) => isDocument(m.name))).toBe(false);
    for (const { holds, documents } of await tell(bytes, key)) {
      expect(holds).toBe(true);
      expect(documents?.length).toBeGreaterThan(1);
      for (const each of documents ?? [])
        expect([each.file, each.reason]).toEqual([null, 'LEFT_OUT']);
    }
  });

  it('of a withheld field are not even named', async () => {
    const bytes = await built({ withhold: (_, field) => field === 'authority' });
    const hashes = authorities.map(sha256Of);
    expect(listed(bytes).some(({ sha256 }) => hashes.includes(sha256))).toBe(false);
    expect(membersOf(bytes).some((m) => isDocument(m.name))).toBe(false);
    await expectAll(bytes, []);
  });

  it('that the store has lost, or gives otherwise than they were filed, are listed with the reason', async () => {
    const [lost = '', spoilt = ''] = authorities.map(sha256Of);
    const bytes = await built({
      vault: {
        get: (sha256) =>
          sha256 === lost ? Promise.resolve(null) : Promise.resolve(Buffer.from('Something else.')),
      },
    });
    const reasons = new Map(listed(bytes).map((d) => [d.sha256, d.reason]));
    expect([reasons.get(lost), reasons.get(spoilt)]).toEqual(['NOT_FOUND', 'NOT_OPENED']);
    const away = await built({ vault: { get: () => Promise.reject(new Error('away')) } });
    expect(listed(away).map((d) => d.reason)).toEqual(listed(away).map(() => 'NOT_OPENED'));
    await expectAll(bytes, []);
  });

  it('that nobody filed, or that the reader may not see, are listed and not opened', async () => {
    opened.length = 0;
    const stranger = { ...cast.lead, person: 'somebody.else', member: 999 };
    const named = [...authorities.map(sha256Of), '0'.repeat(64)];
    const planned = await planDocuments(
      { db: engine.db, reader: (work) => readingAs(engine.db, stranger, work), vault },
      agreement,
      { named, erased: new Set() },
    );
    const read = await Promise.all(planned.map((each) => each.read()));
    expect(
      read.map(({ document, member }) => [document.reason, document.purposes, member]),
    ).toEqual(['NOT_READABLE', 'NOT_READABLE', 'NOT_FILED'].map((reason) => [reason, [], null]));
    expect(opened).toEqual([]);
  });

  it('are opened one after the other while the archive is written', async () => {
    opened.length = 0;
    const { documents, pieces } = await prepared();
    expect(opened).toEqual([]);
    let names = 0;
    const parts: Buffer[] = [];
    for await (const piece of pieces()) {
      parts.push(piece);
      if (piece.includes('documents/')) names = Math.max(names, opened.length);
    }
    expect(opened).toHaveLength(documents);
    expect(Buffer.concat(parts)).toEqual(genuine);
  });

  it('came into files later: one of before holds, and says that it has none', async () => {
    const lists: readonly string[] = [DOCUMENTS, WITNESSES];
    const before = resealed(
      genuine,
      record,
      (files) => files.filter((m) => !lists.includes(m.name) && !isDocument(m.name)),
      { format: FIRST_FORMAT },
    );
    for (const { holds, documents } of await tell(before, key)) {
      expect([holds, documents]).toEqual([true, null]);
    }
    const [document] = membersOf(genuine).filter((m) => isDocument(m.name));
    const added = resealed(before, record, (files) => [...files, document as Member]);
    await expectAll(added, ['FILES FILE_UNKNOWN']);
  });

  it('pass through an archive that is the same as one written at once', async () => {
    const members = membersOf(genuine);
    async function* passing(): AsyncGenerator<Member> {
      for (const member of members) yield await Promise.resolve(member);
    }
    const pieces: Buffer[] = [];
    for await (const piece of streamArchive(passing())) pieces.push(piece);
    expect(Buffer.concat(pieces)).toEqual(writeArchive(members));
  });
});
