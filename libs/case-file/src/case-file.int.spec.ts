import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedText } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { softPasskey, type EngineUnderTest } from '@twinning/engine/testing';
import {
  changeKey,
  claimedCheckpoint,
  endorse,
  readVerifier,
  signCheckpoint,
  signerFrom,
  verifierText,
  type Signer,
} from '@twinning/event-log';
import { verifierFiles } from '@twinning/infra/verify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementInForce } from './agreement-in-force.testing.js';
import { readArchive, writeArchive, type Member } from './archive.js';
import { buildCaseFile, sealed } from './build.js';
import { FORGERIES, type Forgery } from './forgeries.testing.js';
import { leafOf } from './content.js';
import { FILES, KEY_CHANGES, type CaseCommand, type CaseEvents, type Manifest } from './format.js';
import {
  found,
  inPython,
  pageVerifier,
  python,
  type Faults,
  type Findings,
} from './verifiers.testing.js';
import { verifyCaseFile } from './verify/case-file.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const forger = signerFrom('test/log', Buffer.alloc(32, 8));

describe('a case file', () => {
  let engine: EngineUnderTest;
  let genuine: Buffer;
  let agreement: string;
  let folder: string;
  let page: (bytes: Uint8Array, key: string) => Promise<{ faults: Faults; holds: boolean }>;

  const members = (bytes: Buffer) => readArchive(bytes) ?? [];
  const textOf = (bytes: Buffer, name: string) =>
    members(bytes)
      .find((m) => m.name === name)
      ?.bytes.toString() ?? '';

  beforeAll(async () => {
    const told = await agreementInForce();
    ({ engine, agreement } = told);
    await amended(told);
    const bytes = await buildCaseFile(
      { db: engine.db, log: engine.log, signer: record },
      agreement,
      { histories: [{ run: 'run-1', json: '{"events":[]}' }] },
    );
    if (bytes === null) throw new Error('no case file');
    genuine = bytes;
    folder = await mkdtemp(join(tmpdir(), 'twinning-case-'));
    page = pageVerifier((await verifierFiles()).page);
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What each of the three verifiers finds; they share no code, so they must agree. */
  async function findings(bytes: Buffer, signer: Signer = record): Promise<readonly Findings[]> {
    const key = verifierText(signer);
    const ours = found(verifyCaseFile(bytes, [readVerifier(key)]).verdict.faults);
    const inPage = found((await page(new Uint8Array(bytes), key)).faults);
    return python
      ? [
          ours,
          inPage,
          found((await inPython(folder, textOf(genuine, FILES.script), bytes, key)).faults),
        ]
      : [ours, inPage];
  }

  /** A file changed by somebody who also writes a new manifest, signed with `signer` when given. */
  function forged(change: (of: Forgery) => void, signer?: Signer, from = genuine): Buffer {
    const of: Forgery = {
      events: JSON.parse(textOf(from, FILES.events)) as Forgery['events'],
      commands: JSON.parse(textOf(from, FILES.commands)) as CaseCommand[],
      manifest: JSON.parse(textOf(from, FILES.manifest)) as Manifest,
      files: [...members(from)],
    };
    change(of);
    const replaced: Readonly<Record<string, string>> = {
      [FILES.events]: JSON.stringify(of.events),
      [FILES.commands]: JSON.stringify(of.commands),
      ...(signer && { [FILES.key]: `${verifierText(signer)}\n` }),
    };
    const files = of.files
      .filter((m) => m.name !== FILES.manifest && m.name !== FILES.seal)
      .map((m) => ({ name: m.name, bytes: Buffer.from(replaced[m.name] ?? m.bytes) }));
    const { files: _, ...head } = of.manifest;
    const resealed = sealed(head, files, signer ?? forger);
    const seal = members(from).find((m) => m.name === FILES.seal) as Member;
    return writeArchive(
      signer === undefined ? resealed.map((m) => (m.name === FILES.seal ? seal : m)) : resealed,
    );
  }

  const allSay = (expected: Findings) => Array.from({ length: python ? 3 : 2 }, () => expected);

  it('holds in all three verifiers', async () => {
    expect(await findings(genuine)).toEqual(allSay([]));
    const { verdict, content } = verifyCaseFile(genuine, []);
    expect(verdict).toMatchObject({
      holds: true,
      keyGiven: false,
      agreement,
      withheld: 0,
      signed: 4,
    });
    expect(content?.events.slice(-2).map((e) => e.type)).toEqual([
      'AgreementAmended',
      'CommitteeNotified',
    ]);
    expect(content?.refusals).toHaveLength(1);
  });

  it.each(FORGERIES)(
    '%s is named alike by all three, even under a new manifest',
    async (_, change, expected) => {
      const [ours = [], ...others] = await findings(forged(change));
      expect(ours).toContain(expected);
      for (const other of others) expect([...other].sort()).toEqual([...ours].sort());
    },
  );

  it('made wholly anew with another key is caught by the key alone', async () => {
    const own = forged((of) => {
      const { size, origin, root } = claimedCheckpoint(textOf(genuine, FILES.checkpoint));
      const note = signCheckpoint({ origin, size, root }, forger);
      of.files = of.files.map((m) =>
        m.name === FILES.checkpoint ? { name: m.name, bytes: Buffer.from(note) } : m,
      );
    }, forger);
    const expected = [
      'KEY KEY_OTHER',
      'MANIFEST MANIFEST_SIGNATURE',
      'CHECKPOINT CHECKPOINT_SIGNATURE',
    ];
    expect(await findings(own)).toEqual(allSay(expected));
    // With the key that it brings itself it agrees with itself, and the verdict says whose key that was.
    expect(verifyCaseFile(own, []).verdict).toMatchObject({ holds: true, keyGiven: false });
  });

  it('with one byte changed in any member is caught by all three, and the member is named', async () => {
    for (const { name } of members(genuine)) {
      const changed = writeArchive(
        members(genuine).map((m) => (m.name === name ? { name, bytes: flipped(m.bytes) } : m)),
      );
      const places = verifyCaseFile(changed, [record]).verdict.faults.map((f) => f.place);
      expect(places.join()).toContain(name);
      for (const one of await findings(changed)) expect(one).not.toEqual([]);
    }
  }, 60_000);

  it('with one bit flipped anywhere is never taken for genuine', () => {
    const step = Math.max(1, Math.floor(genuine.length / 400));
    let caught = 0;
    let tried = 0;
    for (let at = 0; at < genuine.length; at += step) {
      const changed = Buffer.from(genuine);
      changed[at] = (changed[at] ?? 0) ^ (1 << at % 8);
      tried += 1;
      if (!verifyCaseFile(changed, [record]).verdict.holds) caught += 1;
    }
    expect(caught).toBe(tried);
  }, 60_000);

  it('cut off, empty or no archive at all is refused', async () => {
    for (const bytes of [Buffer.alloc(0), genuine.subarray(0, 1000), Buffer.from('PK\x03\x04')]) {
      expect(await findings(bytes)).toEqual(allSay(['ARCHIVE ARCHIVE_CHANGED']));
    }
  });

  it('shows chosen fields as commitments that still verify', async () => {
    const bytes = await buildCaseFile(
      { db: engine.db, log: engine.log, signer: record },
      agreement,
      {
        withhold: ({ stream }, field) =>
          ['form', 'changes'].includes(field) || stream.startsWith('refusals/'),
      },
    );
    expect(await findings(bytes as Buffer)).toEqual(allSay([]));
    const { verdict } = verifyCaseFile(bytes as Buffer, [record]);
    expect(verdict.withheld).toBeGreaterThan(1);
    const all = members(bytes as Buffer).map((m) => m.bytes.toString());
    expect(all.some((text) => text.includes('Own experts in two working groups.'))).toBe(false);
    expect(all.some((text) => text.includes('FORBIDDEN_ROLE'))).toBe(false);
    // Nor the hash of a request of which a field is withheld: its words could be guessed.
    const requests = (file: Buffer) =>
      (JSON.parse(textOf(file, FILES.events)) as CaseEvents).agreement
        .filter((event) => Object.hasOwn(leafOf(event).fields, '$request'))
        .map(({ fields }) => [fields.changes ?? fields.form, fields.$request].map(Boolean));
    expect(requests(genuine)).toContainEqual([true, true]);
    expect(requests(genuine).every(([, request]) => request)).toBe(true);
    expect(requests(bytes as Buffer)).toContainEqual([false, false]);
    expect(requests(bytes as Buffer)).toContainEqual([false, true]);
  });

  it('tells the case in both languages', () => {
    const [en, fr] = [textOf(genuine, FILES.accountEn), textOf(genuine, FILES.accountFr)];
    expect(en).toContain('What happened');
    expect(en).toContain('The status changed from');
    expect(fr).toContain('Ce qui s’est passé');
    expect(fr).toContain('Le statut est passé de');
    expect(`${en}${fr}`).not.toMatch(/undefined|\[object/);
  });

  it('of an agreement that was entered later holds, and the day of an entry cannot be another', async () => {
    const on = (day: string) => ({ occurredOn: `2026-06-${day}T09:00:00.000Z` });
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 10 };
    const { agreement: past } = await engine.send(cast.cs, 'OpenCatchUp', {}, on('01'));
    await engine.send(cast.lead, 'StartDraft', draft, { agreement: past, version: 1, ...on('01') });
    const entered = await buildCaseFile({ db: engine.db, log: engine.log, signer: record }, past);
    expect(await findings(entered as Buffer)).toEqual(allSay([]));
    const moved = forged(
      ({ commands }) => {
        commands[1] = { ...(commands[1] as CaseCommand), ...on('02') };
      },
      undefined,
      entered as Buffer,
    );
    for (const each of await findings(moved)) expect(each).toContain('COMMANDS COMMAND_CHANGED');
  });

  it('verifies without the browser’s own Ed25519 too', async () => {
    const { page: html } = await verifierFiles();
    const plain = pageVerifier(html, false);
    expect((await plain(new Uint8Array(genuine), verifierText(record))).faults).toEqual([]);
    const other = await plain(new Uint8Array(genuine), verifierText(forger));
    expect(other.holds).toBe(false);
  });

  it('signed with a later key holds for whoever knows an earlier one, and only by the notes between them', async () => {
    const next = signerFrom('test/log', Buffer.alloc(32, 9));
    const at = '2027-02-02T09:00:00.000Z';
    await engine.db
      .transaction()
      .execute((trx) => changeKey(trx, engine.log, { previous: record, next, at }));
    const bytes = await buildCaseFile({ db: engine.db, log: engine.log, signer: next }, agreement);
    if (bytes === null) throw new Error('no case file');
    expect(await findings(bytes)).toEqual(allSay([]));
    expect(await findings(bytes, next)).toEqual(allSay([]));
    const unknown = [
      'KEY KEY_OTHER',
      'MANIFEST MANIFEST_SIGNATURE',
      'CHECKPOINT CHECKPOINT_SIGNATURE',
    ];
    expect(await findings(bytes, forger)).toEqual(allSay(unknown));
    const spoilt = (content: string) =>
      writeArchive(
        members(bytes).map((m) =>
          m.name === KEY_CHANGES ? { name: m.name, bytes: Buffer.from(content) } : m,
        ),
      );
    // The events bring the proof of the change themselves, and none of a key that was slipped in.
    const differs = 'FILES FILE_DIFFERS';
    expect(await findings(spoilt('[]'))).toEqual(allSay([differs]));
    const slippedIn = JSON.stringify([endorse(next, forger)]);
    for (const one of await findings(spoilt(slippedIn))) {
      expect([...one].sort()).toEqual([differs, 'KEY KEY_UNPROVEN']);
    }
    for (const content of ['{}', '[1]', 'no list']) {
      for (const one of await findings(spoilt(content)))
        expect(one).toContain('KEY FILE_MALFORMED');
    }
  });
});

/** An amendment in force that both signed with passkeys of other kinds than the agreement. */
async function amended({ agreement, does, state }: Awaited<ReturnType<typeof agreementInForce>>) {
  const change = { reason: 'The project ends earlier.', end: '2029-06-30' };
  for (const who of [cast.lead, cast.twinned]) await does(who, agreement, 'AmendAgreement', change);
  const hash = (await state(agreement)).execution.amendments[0]?.hash ?? '';
  const passkeys = [softPasskey('RS256'), softPasskey('Ed25519')];
  for (const [i, who] of [cast.leadSignatory, cast.twinnedSignatory].entries()) {
    const passkey = passkeys[i]?.(signedText(agreement, hash, i + 1));
    await does(who, agreement, 'SignAmendment', { hash, passkey });
  }
}

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
