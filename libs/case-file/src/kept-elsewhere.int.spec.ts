import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import type { EngineUnderTest } from '@twinning/engine/testing';
import {
  claimedCheckpoint,
  cosign,
  rootOf,
  signCheckpoint,
  signerFrom,
  verifierText,
  type Json,
} from '@twinning/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementInForce } from './agreement-in-force.testing.js';
import { readArchive, writeArchive } from './archive.js';
import { buildCaseFile, sealed, type CaseFileOptions } from './build.js';
import { CONTINUES, FILES, WITNESSES, type CaseEvents, type Manifest } from './format.js';
import { python, threeVerifiers, type Findings } from './verifiers.testing.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const stranger = signerFrom('test/log', Buffer.alloc(32, 8));
const key = verifierText(record);

const members = (bytes: Buffer) => readArchive(bytes) ?? [];
const textOf = (bytes: Buffer, name: string) =>
  members(bytes)
    .find((m) => m.name === name)
    ?.bytes.toString() ?? '';

/** The file with other content in some of its members, under a new manifest that the record's own key signs. */
function resealed(bytes: Buffer, changed: Readonly<Record<string, string>>): Buffer {
  const { files: _, ...head } = JSON.parse(textOf(bytes, FILES.manifest)) as Manifest;
  const files = members(bytes)
    .filter((m) => m.name !== FILES.manifest && m.name !== FILES.seal)
    .map((m) => ({ name: m.name, bytes: Buffer.from(changed[m.name] ?? m.bytes) }));
  return writeArchive(sealed(head, files, record));
}

describe('a case file beside checkpoints that somebody kept', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  let folder: string;
  /** The same agreement, the record being smaller. */
  let early: Buffer;
  let late: Buffer;
  let kept: string;
  let findings: Awaited<ReturnType<typeof threeVerifiers>>;

  const built = async (options: CaseFileOptions = {}) => {
    const on = { db: engine.db, log: engine.log, signer: record };
    const bytes = await buildCaseFile(on, agreement, options);
    if (bytes === null) throw new Error('no case file');
    return bytes;
  };
  const allSay = (expected: Findings) => Array.from({ length: python ? 3 : 2 }, () => expected);
  const size = (note: string) => claimedCheckpoint(note).size;
  const checkpointAt = async (at: number) =>
    signCheckpoint({ origin: record.name, size: at, root: await rootOf(engine.db, at) }, record);

  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
    folder = await mkdtemp(join(tmpdir(), 'twinning-kept-'));
    findings = await threeVerifiers(folder);
    early = await built();
    kept = textOf(early, FILES.checkpoint);
    await engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
    late = await built({ since: size(kept) });
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows in all three verifiers that its record continues them', async () => {
    expect(size(textOf(late, FILES.checkpoint))).toBeGreaterThan(size(kept));
    const witness = signerFrom('witness', Buffer.alloc(32, 5));
    for (const held of [[kept], [cosign(kept, witness, 1_800_000_000)], [kept, kept]]) {
      expect(await findings(late, key, held)).toEqual(allSay([]));
    }
    expect(await findings(early, key, [kept])).toEqual(allSay([]));
  });

  it('shows it of several at once, and of those that a witness cosigned', async () => {
    const older = await checkpointAt(size(kept) - 1);
    const both = await built({ since: [size(kept), size(older), 1_000_000] });
    expect(await findings(both, key, [kept, older])).toEqual(allSay([]));
    expect(await findings(late, key, [kept, older])).toEqual(allSay(['CONTINUES HELD_NOT_SHOWN']));
    const shown = JSON.parse(textOf(both, CONTINUES)) as { size: number; proof: string[] }[];
    expect(shown.map((each) => each.size)).toEqual([size(older), size(kept)]);
    // The same proof beside a cosigned checkpoint, and nothing in the list of continuations.
    const cosigned = shown.map(({ proof }, i) => ({ note: [older, kept][i], proof }));
    const beside = { [WITNESSES]: JSON.stringify(cosigned), [CONTINUES]: '[]' };
    expect(await findings(resealed(both, beside), key, [kept, older])).toEqual(allSay([]));
    // Another history of a size that the file shows is none of these.
    for (const note of [kept, older]) {
      const other = signCheckpoint(
        { ...claimedCheckpoint(note), root: Buffer.alloc(32, 1) },
        record,
      );
      expect(await findings(both, key, [other, kept])).toEqual(
        allSay(['CONTINUES HELD_OTHER_HISTORY']),
      );
    }
    for (const list of [[{}], [null, 7], [{ size: size(kept), proof: [1] }]]) {
      const bytes = resealed(both, { [CONTINUES]: JSON.stringify(list) });
      expect(await findings(bytes, key, [kept])).toEqual(allSay(['CONTINUES HELD_NOT_SHOWN']));
    }
  });

  it('says when it does not show it', async () => {
    expect(await findings(await built(), key, [kept])).toEqual(
      allSay(['CONTINUES HELD_NOT_SHOWN']),
    );
    // The earlier file knows nothing of what came later.
    const later = textOf(late, FILES.checkpoint);
    expect(await findings(early, key, [later])).toEqual(allSay(['CONTINUES HELD_NOT_SHOWN']));
    expect(textOf(await built({ since: 1_000_000 }), CONTINUES)).toBe('');
  });

  it.each<[string, (note: string) => string, string]>([
    [
      // What it signs is in order in itself: only a checkpoint of the one shows what the other is.
      'of a second server with the same key, or of the record before an old backup was put back',
      (note) => signCheckpoint({ ...claimedCheckpoint(note), root: Buffer.alloc(32, 1) }, record),
      'HELD_OTHER_HISTORY',
    ],
    [
      'with an unknown key',
      (note) => signCheckpoint(claimedCheckpoint(note), stranger),
      'HELD_SIGNATURE',
    ],
    [
      'of another record',
      (note) => signCheckpoint({ ...claimedCheckpoint(note), origin: 'other/log' }, record),
      'HELD_OTHER_RECORD',
    ],
    ['of which a byte was changed', (note) => note.replace('\n', '\n1'), 'HELD_SIGNATURE'],
    ['that is none', () => 'test/log\nnothing', 'HELD_SIGNATURE'],
  ])('names one %s, in all three verifiers', async (_, change, code) => {
    for (const note of [kept, textOf(late, FILES.checkpoint)]) {
      expect(await findings(late, key, [change(note)])).toEqual(allSay([`CONTINUES ${code}`]));
    }
  });

  it('of a record that was put back twice says so to who kept one of either old name', async () => {
    const events = JSON.parse(textOf(late, FILES.events)) as CaseEvents;
    const [genesis] = events.log;
    const noteOf = (origin: string, by = record) =>
      signCheckpoint({ ...claimedCheckpoint(kept), origin }, by);
    const link = (origin: string) => {
      const { size: at, root } = claimedCheckpoint(kept);
      return { origin, size: at, root: root.toString('base64'), checkpoint: noteOf(origin) };
    };
    const saying = (value: Json) => {
      const continues = { salt: '0'.repeat(32), value };
      const changed = { ...genesis, fields: { ...genesis?.fields, continues } };
      const text = JSON.stringify({ ...events, log: [changed] });
      return resealed(late, { [FILES.events]: text });
    };
    // The leaf of this record says no such thing: the field is a fault of its own.
    const expected = ['CONTINUES HELD_GIVEN_UP', 'FIELDS FIELD_UNKNOWN'];
    const bytes = saying({ ...link('given/second'), continues: link('given/first') });
    for (const old of ['given/second', 'given/first'])
      expect(await findings(bytes, key, [noteOf(old)])).toEqual(allSay(expected));
    const before = link('given/first');
    const own = signerFrom('given/first', Buffer.alloc(32, 7));
    for (const wrong of [
      { ...before, size: before.size + 1 },
      { ...before, checkpoint: noteOf('given/other') },
      { ...before, origin: 7 },
    ])
      expect(
        await findings(saying({ ...link('given/second'), continues: wrong as Json }), key),
      ).toEqual(allSay(['FIELDS FIELD_UNKNOWN', 'ORDER GIVEN_UP_DIFFERS']));
    // Whoever knows a key of the old name holds the link to it.
    const unsigned = await findings(saying(before), verifierText(own));
    for (const each of unsigned) expect(each).toContain('ORDER GIVEN_UP_DIFFERS');
  }, 60_000);

  it('with a proof of continuation that is another’s or none names it', async () => {
    const shown = JSON.parse(textOf(late, CONTINUES)) as { size: number; proof: string[] };
    for (const proof of [
      [],
      shown.proof.slice(1),
      [Buffer.alloc(32, 1).toString('base64'), ...shown.proof.slice(1)],
      ['', ...shown.proof],
    ]) {
      const text = JSON.stringify({ ...shown, proof });
      expect(await findings(resealed(late, { [CONTINUES]: text }), key, [kept])).toEqual(
        allSay(['CONTINUES HELD_OTHER_HISTORY']),
      );
    }
    for (const text of ['{}', 'null', 'no JSON']) {
      expect(await findings(resealed(late, { [CONTINUES]: text }), key, [kept])).toEqual(
        allSay(['CONTINUES HELD_NOT_SHOWN']),
      );
    }
  });

  it('with proofs for another tree size is caught by all three', async () => {
    const events = JSON.parse(textOf(late, FILES.events)) as CaseEvents;
    const others = JSON.parse(textOf(early, FILES.events)) as CaseEvents;
    const agreements = others.agreement.map((event, i) => ({
      ...events.agreement[i],
      proof: event.proof,
    }));
    const text = JSON.stringify({ ...events, agreement: agreements });
    expect(await findings(resealed(late, { [FILES.events]: text }), key)).toEqual(
      allSay(['PROOFS NOT_IN_TREE']),
    );
  });

  it('with one byte changed in any member is named alike by all three', async () => {
    for (const { name } of members(late)) {
      const changed = writeArchive(
        members(late).map((m) => {
          const bytes = Buffer.from(m.bytes);
          if (m.name === name)
            bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1);
          return { name: m.name, bytes };
        }),
      );
      const [ours = [], ...rest] = await findings(changed, key);
      expect([name, ours]).not.toEqual([name, []]);
      for (const other of rest) expect([name, other]).toEqual([name, ours]);
    }
  }, 120_000);

  it('with a bit flipped anywhere is held for genuine by none of the three', async () => {
    const step = Math.ceil(late.length / 24);
    for (let at = 0; at < late.length; at += step) {
      const changed = Buffer.from(late);
      changed[at] = (changed[at] ?? 0) ^ (1 << at % 8);
      for (const one of await findings(changed, key)) expect([at, one]).not.toEqual([at, []]);
    }
  }, 120_000);
});
