import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildCaseFile, readArchive, receiptOfCommand, writeArchive } from '@twinning/case-file';
import { cast } from '@twinning/domain/testing';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import {
  checkpointNow,
  claimedCheckpoint,
  cosign,
  SIGNATURE_TYPE,
  signCheckpoint,
  signerFrom,
  verifierText,
} from '@twinning/event-log';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const [partner, stranger] = ['partner.example', 'stranger.example'].map((name, i) =>
  signerFrom(name, Buffer.alloc(32, 20 + i)),
) as [typeof record, typeof record];
const key = verifierText(record);
const witness = verifierText(partner, SIGNATURE_TYPE.cosignature);
const other = verifierText(stranger, SIGNATURE_TYPE.cosignature);

describe('twinning verify --witness', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let agreement: string;
  /** What the witness keeps itself. */
  let cosigned: string;
  let server: Server;

  const at = (name: string) => join(folder, name);
  async function call(...args: readonly string[]): Promise<{ code: number; out: string }> {
    const written: string[] = [];
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const env = {
      ...{ TWINNING_DATA: folder, DATABASE_URL: engine.urls.appUrl },
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    };
    const code = await run(args, { env, out, err: out });
    return { code, out: written.join('') };
  }
  async function exported(name: string, since?: number): Promise<string> {
    const on = { db: engine.db, log: engine.log, signer: record };
    await writeFile(at(name), (await buildCaseFile(on, agreement, { since })) as Buffer);
    return at(name);
  }

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-verify-'));
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    ({ agreement } = await engine.send(cast.lead, 'StartDraft', draft));
    cosigned = cosign(await checkpointNow(engine.db, record), partner, 1_800_000_000);
    await writeFile(at('checkpoint.cosigned'), cosigned);
    await engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
    server = createServer((_, response) => response.end(cosigned));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 120_000);
  afterAll(async () => {
    server.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('of a case file without that witness fails and says so; what is no key is wrong usage', async () => {
    const file = await exported('before.zip');
    const none = await call('verify', file, '--key', key, '--witness', witness);
    expect(none.code).toBe(1);
    expect(none.out).toContain('partner.example: no cosignature of this witness');
    const french = await call('verify', file, '--witness', witness, '--language', 'fr');
    expect(french.out).toContain('partner.example: aucune cosignature de ce témoin');
    const wrong = await call('verify', file, '--witness', 'nonsense');
    expect([wrong.code, wrong.out]).toEqual([2, expect.stringContaining('--witness')]);
    // Without it nothing is claimed of witnesses.
    expect((await call('verify', file, '--key', key)).out).toContain('? Every witness');
  }, 60_000);

  it('of a case file holds it to what that witness kept', async () => {
    const size = Number(cosigned.split('\n')[1]);
    const file = await exported('since.zip', size);
    const kept = ['--checkpoint', at('checkpoint.cosigned')];
    const held = await call('verify', file, '--key', key, ...kept, '--witness', witness);
    expect([held.code, held.out]).toEqual([0, expect.stringContaining('partner.example cosigned')]);
    const fork = signCheckpoint({ origin: record.name, size, root: Buffer.alloc(32, 1) }, record);
    await writeFile(at('fork.cosigned'), cosign(fork, partner, 1_800_000_000));
    const args = ['--key', key, '--checkpoint', at('fork.cosigned'), '--witness', witness];
    const other = await call('verify', file, ...args);
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('another history')]);
  }, 60_000);

  it('of the whole record fails as long as nothing of that witness is known', async () => {
    const none = await call('verify', '--key', key, '--witness', witness);
    expect([none.code, none.out]).toEqual([
      1,
      expect.stringContaining('no checkpoint that partner.example cosigned'),
    ]);
    const kept = ['--checkpoint', at('checkpoint.cosigned')];
    expect((await call('verify', '--key', key, ...kept, '--witness', witness)).code).toBe(0);
  }, 60_000);

  it('finds what the operator took over from a witness, from a file or from where it is published', async () => {
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${String(port)}/checkpoint.cosigned`;
    const wrong = await call('record', 'cosigned', address, '--witness', other);
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('is not kept')]);
    for (const place of [address, at('checkpoint.cosigned')]) {
      const kept = await call('record', 'cosigned', place, '--witness', witness);
      expect([kept.code, kept.out]).toEqual([0, expect.stringContaining('partner.example')]);
    }
    const file = await exported('after.zip');
    const held = await call('verify', file, '--key', key, '--witness', witness);
    expect([held.code, held.out]).toEqual([0, expect.stringContaining('1 witness of those')]);
    const whole = await call('--json', 'verify', '--key', key, '--witness', witness);
    expect([whole.code, JSON.parse(whole.out)]).toMatchObject([
      0,
      { holds: true, witnesses: [{ name: 'partner.example', checkpoints: 1 }] },
    ]);
    const both = await call('verify', '--key', key, '--witness', witness, '--witness', other);
    expect(both.code).toBe(1);
  }, 60_000);

  it('twinning replay tells no forged case file, and names what is forged', async () => {
    const file = await exported('replayed.zip');
    const told = await call('replay', file, '--key', key);
    expect([told.code, told.out]).toEqual([0, expect.stringContaining('#')]);
    expect(told.out).not.toContain('No key');
    const unsure = await call('replay', file);
    expect([unsure.code, unsure.out]).toEqual([0, expect.stringMatching(/^\? No key/)]);
    const members = readArchive(await readFile(file)) ?? [];
    const forged = members.map(({ name, bytes }) => ({
      name,
      bytes:
        name === 'commands.json'
          ? Buffer.from(bytes.toString().replace('"LEAD"', '"TWINNED"'))
          : bytes,
    }));
    await writeFile(at('forged.zip'), writeArchive(forged));
    for (const [args, expected] of [
      [[at('forged.zip'), '--key', key], 'the request is not the one that was made'],
      [[at('forged.zip'), '--redecide'], 'the request is not the one that was made'],
      [[file, '--key', verifierText(stranger)], 'the file brings another key'],
    ] as const) {
      const { code, out } = await call('replay', ...args);
      expect([code, out]).toEqual([1, expect.stringContaining(expected)]);
      expect(out).not.toContain('#');
    }
  }, 60_000);

  it('twinning record sample draws by a checkpoint that this record signed, and by no other note', async () => {
    const sample = (file: string, ...more: readonly string[]) =>
      call(...more, 'record', 'sample', '--checkpoint', at(file), '--key', key);
    const told = await sample('checkpoint.cosigned', '--json');
    const list = createHash('sha256').update(`${agreement}\n`).digest('hex');
    expect([told.code, JSON.parse(told.out)]).toEqual([
      0,
      { size: Number(cosigned.split('\n')[1]), of: 1, list, agreements: [agreement] },
    ]);
    expect((await sample('checkpoint.cosigned')).out).toContain(list);
    const { size, root, origin } = claimedCheckpoint(cosigned);
    const notes: readonly (readonly [string, string])[] = [
      [signCheckpoint({ origin, size, root: Buffer.alloc(32, 1) }, record), 'not its continuation'],
      [signCheckpoint({ origin, size: 1_000, root }, record), 'not its continuation'],
      [signCheckpoint({ origin: 'other/log', size, root }, record), 'of another record'],
      [signCheckpoint({ origin, size, root }, stranger), 'no signature'],
      [`${origin}\n${String(size)}\n${Buffer.alloc(32, 2).toString('base64')}\n`, 'no signature'],
    ];
    for (const [note, expected] of notes) {
      await writeFile(at('seed'), note);
      const { code, out } = await sample('seed');
      expect([code, out]).toEqual([3, expect.stringContaining(expected)]);
    }
  }, 60_000);

  it('of a receipt says each claim, in both languages, and what does not hold', async () => {
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const sent = await engine.send(cast.lead, 'StartDraft', draft);
    const { command, outcome } = sent;
    if (!outcome.accepted) throw new Error(outcome.code);
    const { version, decidedAt, events } = outcome;
    const proof = await receiptOfCommand(
      { db: engine.db, log: engine.log, signer: record },
      { ...sent, accepted: true, made: events.length, version, decidedAt },
    );
    if (proof === null) throw new Error('No receipt.');
    const answer = {
      ...{ command, agreement: sent.agreement, status: 'ACCEPTED' },
      ...outcome,
      proof,
    };
    const check = async (given: unknown, ...more: readonly string[]) => {
      await writeFile(at('receipt.json'), JSON.stringify(given));
      return call('verify', '--receipt', at('receipt.json'), '--key', key, ...more);
    };
    for (const given of [answer, proof]) {
      const held = await check(given);
      expect([held.code, held.out]).toEqual([0, expect.stringContaining(`✓ command ${command}`)]);
    }
    const single = await check({ ...proof.events[0], checkpoint: proof.checkpoint });
    const index = String(proof.events[0]?.index);
    expect([single.code, single.out]).toEqual([0, expect.stringContaining(`command ${index}`)]);
    const other = await check({ ...answer, version: version + 1 });
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/✓ The record signed[\s\S]*✗ The answer says[^]*does not fit/);
    const french = await check({ ...answer, version: version + 1 }, '--language', 'fr');
    expect(french.out).toContain('✗ La réponse dit ce qui a été inscrit.');
    const cosigner = await check({ ...proof, checkpoint: cosign(proof.checkpoint, partner, 9) });
    expect(cosigner.code).toBe(0);
    const witnessed = await check(answer, '--witness', witness);
    expect([witnessed.code, witnessed.out]).toEqual([
      ...[1, expect.stringContaining('not cosigned')],
    ]);
    expect((await check({ command })).code).toBe(2);
  }, 60_000);
});
