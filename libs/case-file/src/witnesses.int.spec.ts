import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import type { EngineUnderTest } from '@twinning/engine/testing';
import {
  claimedCheckpoint,
  cosign,
  cosignedBy,
  keepCosigned,
  readNote,
  signCheckpoint,
  SIGNATURE_TYPE,
  signerFrom,
  verifierText,
  type Signer,
} from '@twinning/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementInForce } from './agreement-in-force.testing.js';
import { buildCaseFile, type CaseFileOptions } from './build.js';
import { FILES, WITNESSES, type Cosigned } from './format.js';
import { jsonIn, resealed, saying, textIn } from './resealed.testing.js';
import { found, threeTold } from './verifiers.testing.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const stranger = signerFrom('test/log', Buffer.alloc(32, 8));
const [body, partner, absent] = ['body', 'partner', 'absent'].map((name, i) =>
  signerFrom(`${name}.example/witness`, Buffer.alloc(32, 20 + i)),
) as [Signer, Signer, Signer];
const key = verifierText(record);
const keyOf = (witness: Signer) => verifierText(witness, SIGNATURE_TYPE.cosignature);
const AT = 1_800_000_000;

describe('a case file of a record that witnesses cosign', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  let folder: string;
  /** The checkpoint that both witnesses cosigned; the record has grown since. */
  let note: string;
  let size: number;
  let genuine: Buffer;
  let tell: Awaited<ReturnType<typeof threeTold>>;

  const built = async (options: CaseFileOptions = {}) => {
    const on = { db: engine.db, log: engine.log, signer: record };
    return (await buildCaseFile(on, agreement, options)) as Buffer;
  };
  const keep = (cosigned: string, witness: Signer) =>
    keepCosigned(engine.db, cosigned, { origin: record.name, witness });
  const expectAll = async (
    bytes: Buffer,
    { held = [], asked = [] }: { held?: readonly string[]; asked?: readonly Signer[] },
    expected: readonly string[],
  ) => {
    for (const { faults } of await tell(bytes, key, held, asked.map(keyOf))) {
      expect([...found(faults)].sort()).toEqual([...expected].sort());
    }
  };

  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
    folder = await mkdtemp(join(tmpdir(), 'twinning-witnesses-'));
    tell = await threeTold(folder);
    const early = await built();
    note = textIn(early, FILES.checkpoint);
    ({ size } = claimedCheckpoint(note));
    await keep(cosign(note, body, AT), body);
    await keep(cosign(note, partner, AT + 60), partner);
    await engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
    genuine = await built();
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('bears their newest cosignatures, and all three verifiers say how many, when, and at which size', async () => {
    expect(claimedCheckpoint(textIn(genuine, FILES.checkpoint)).size).toBeGreaterThan(size);
    const all = await tell(genuine, key, [], [body, partner].map(keyOf));
    for (const { holds, witnesses, unknownWitnesses } of all) {
      expect([holds, unknownWitnesses]).toEqual([true, 0]);
      expect(witnesses.map((w) => ({ ...w }))).toEqual([
        { name: body.name, size, seconds: AT },
        { name: partner.name, size, seconds: AT + 60 },
      ]);
    }
    for (const { holds, witnesses, unknownWitnesses } of await tell(
      genuine,
      key,
      [],
      [keyOf(body)],
    ))
      expect([holds, witnesses.length, unknownWitnesses]).toEqual([true, 1, 1]);
    for (const { holds, witnesses, unknownWitnesses } of await tell(genuine, key))
      expect([holds, witnesses.length, unknownWitnesses]).toEqual([true, 0, 2]);
  });

  it('does not hold for a witness who has cosigned nothing of it', async () => {
    await expectAll(genuine, { asked: [body, absent] }, ['WITNESSES WITNESS_ABSENT']);
    // Another key under the same name is another witness.
    const other = signerFrom(body.name, Buffer.alloc(32, 30));
    await expectAll(genuine, { asked: [other] }, ['WITNESSES WITNESS_ABSENT']);
  });

  it('is held to what a witness kept itself, when its record continues that', async () => {
    const own = cosign(note, absent, AT);
    const since = await built({ since: size });
    await expectAll(since, { held: [own], asked: [absent, body] }, []);
    // The proofs beside what the others cosigned show it too.
    await expectAll(genuine, { held: [own], asked: [absent] }, []);
    // What the file does not show to be continued counts for nothing.
    const root = Buffer.alloc(32, 1);
    const earlier = signCheckpoint({ origin: record.name, size: size - 1, root }, record);
    await expectAll(genuine, { held: [cosign(earlier, absent, AT)], asked: [absent] }, [
      'CONTINUES HELD_NOT_SHOWN',
      'WITNESSES WITNESS_ABSENT',
    ]);
    const fork = signCheckpoint({ origin: record.name, size, root }, record);
    await expectAll(since, { held: [cosign(fork, absent, AT)], asked: [absent] }, [
      'CONTINUES HELD_OTHER_HISTORY',
      'WITNESSES WITNESS_ABSENT',
    ]);
  });

  const only = (cosigned: string): Cosigned => {
    const [first] = jsonIn<readonly Cosigned[]>(genuine, WITNESSES);
    return { note: cosigned, proof: first?.proof ?? [] };
  };
  const forks = () =>
    signCheckpoint({ origin: record.name, size, root: Buffer.alloc(32, 1) }, record);
  const FORGED: readonly (readonly [string, () => unknown, readonly string[]])[] = [
    [
      'a cosignature of another text',
      () => {
        const { text, signatures } = readNote(cosign(forks(), body, AT));
        const line = signatures.at(-1);
        const bytes = Buffer.concat([line?.keyId ?? text, line?.signature ?? text] as Buffer[]);
        return [only(`${note}— ${body.name} ${bytes.toString('base64')}\n`)];
      },
      ['WITNESSES COSIGNATURE_DIFFERS', 'WITNESSES WITNESS_ABSENT'],
    ],
    [
      'a cosigned checkpoint of another history',
      () => [only(cosign(forks(), body, AT))],
      ['WITNESSES WITNESS_OTHER_HISTORY', 'WITNESSES WITNESS_ABSENT'],
    ],
    [
      'a cosigned checkpoint that another key signed',
      () => [only(cosign(signCheckpoint(claimedCheckpoint(note), stranger), body, AT))],
      ['WITNESSES WITNESS_NOTE', 'WITNESSES WITNESS_ABSENT'],
    ],
    [
      'a cosigned checkpoint of another record',
      () => [
        only(
          cosign(
            signCheckpoint({ ...claimedCheckpoint(note), origin: 'other/log' }, record),
            body,
            AT,
          ),
        ),
      ],
      ['WITNESSES WITNESS_NOTE', 'WITNESSES WITNESS_ABSENT'],
    ],
    [
      'a proof cut short',
      () => [{ ...only(cosign(note, body, AT)), proof: [] }],
      ['WITNESSES WITNESS_OTHER_HISTORY', 'WITNESSES WITNESS_ABSENT'],
    ],
    ['a list that is none', () => ({}), ['WITNESSES FILE_MALFORMED', 'WITNESSES WITNESS_ABSENT']],
    [
      'entries that are none',
      () => [{ note: 1, proof: [] }],
      ['WITNESSES FILE_MALFORMED', 'WITNESSES WITNESS_ABSENT'],
    ],
  ];
  it.each(FORGED)(
    'with %s, under the record’s own key, is caught by all three',
    async (_, content, expected) => {
      const forged = resealed(genuine, record, saying(WITNESSES, content()));
      await expectAll(forged, { asked: [body] }, expected);
    },
  );

  it('keeps of a witness only what it cosigned of this record', async () => {
    await expect(keep(cosign(forks(), body, AT), body)).rejects.toThrow('not the continuation');
    await expect(keep(cosign(note, body, AT), partner)).rejects.toThrow('no cosignature of');
    const other = signCheckpoint({ ...claimedCheckpoint(note), origin: 'other/log' }, record);
    await expect(keep(cosign(other, body, AT), body)).rejects.toThrow('is that of other/log');
    const ahead = signCheckpoint({ ...claimedCheckpoint(note), size: 1_000_000 }, record);
    await expect(keep(cosign(ahead, body, AT), body)).rejects.toThrow('not the continuation');
    // The same again changes nothing.
    expect(await keep(cosign(note, body, AT), body)).toBe(size);
    expect(await cosignedBy(engine.db, record.name, body)).toHaveLength(1);
  });
});
