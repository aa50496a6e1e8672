import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import type { EngineUnderTest } from '@twinning/engine/testing';
import {
  acceptedText,
  changeKey,
  claimedCheckpoint,
  endorse,
  KEY_CHANGED,
  LOG_STREAM,
  signCheckpoint,
  signerFrom,
  signNote,
  verifierText,
  type Signer,
} from '@twinning/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementInForce } from './agreement-in-force.testing.js';
import { buildCaseFile, type CaseFileOptions } from './build.js';
import { FILES, KEY_CHANGES, type CaseEvents } from './format.js';
import { jsonIn, resealed, saying, textIn } from './resealed.testing.js';
import { found, threeTold } from './verifiers.testing.js';

const [first, second, stranger] = [7, 8, 9].map((n) =>
  signerFrom('test/log', Buffer.alloc(32, n)),
) as [Signer, Signer, Signer];
const AT = '2027-03-01T09:00:00.000Z';
/** A stolen key that was given up signs the present size: the seal, the key of the file and the checkpoint. */
const STOLEN = ['CHECKPOINT KEY_ENDED', 'KEY KEY_ENDED', 'MANIFEST KEY_ENDED'];

describe('a case file of a record whose key was changed', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  let folder: string;
  let before: Buffer;
  let after: Buffer;
  let tell: Awaited<ReturnType<typeof threeTold>>;

  const built = async (signer: Signer, options: CaseFileOptions = {}) =>
    (await buildCaseFile({ db: engine.db, log: engine.log, signer }, agreement, options)) as Buffer;
  /** What all three say, which is the same. */
  const told = async (bytes: Buffer, trusted: Signer, held: readonly string[] = []) => {
    const all = (await tell(bytes, verifierText(trusted), held)).map(({ faults, keyTimes }) => ({
      found: [...found(faults)].sort(),
      keyTimes,
    }));
    for (const each of all) expect(each).toEqual(all[0]);
    return all[0];
  };
  const sizeOf = (bytes: Buffer) => claimedCheckpoint(textIn(bytes, FILES.checkpoint)).size;
  /** The file as whoever has the key of another time would write it. */
  const signedWith = (bytes: Buffer, by: Signer) => {
    const checkpoint = signCheckpoint(claimedCheckpoint(textIn(bytes, FILES.checkpoint)), by);
    return resealed(bytes, by, (files) =>
      saying(
        FILES.checkpoint,
        Buffer.from(checkpoint),
      )(saying(FILES.key, Buffer.from(verifierText(by)))(files)),
    );
  };
  const withKeys = (change: (keys: NonNullable<CaseEvents['keys']>) => unknown) => {
    const events = jsonIn<CaseEvents>(after, FILES.events);
    return resealed(
      after,
      second,
      saying(FILES.events, { ...events, keys: change(events.keys ?? []) }),
    );
  };

  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
    folder = await mkdtemp(join(tmpdir(), 'twinning-keys-'));
    tell = await threeTold(folder);
    before = await built(first);
    await engine.db
      .transaction()
      .execute((trx) => changeKey(trx, engine.log, { previous: first, next: second, at: AT }));
    await engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
    // Whoever has stolen the first key lets it vouch for another one, in the record itself.
    await engine.db.transaction().execute((trx) =>
      engine.log.append(trx, {
        stream: LOG_STREAM,
        events: [
          {
            ...{ type: KEY_CHANGED, schemaVersion: 1, occurredAt: AT },
            payload: {
              key: verifierText(stranger),
              previous: verifierText(first),
              note: endorse(stranger, first),
              accepted: signNote(acceptedText(first, 1), stranger),
            },
          },
        ],
        actor: { person: null, role: 'OPERATOR', body: null },
        ...{ onBehalfOf: null, commandId: null, causationId: null, correlationId: null },
        ruleset: null,
      }),
    );
    after = await built(second, { since: sizeOf(before) });
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('holds for whoever trusts the key before or the present one, and proves their times', async () => {
    expect(await told(before, first)).toEqual({ found: [], keyTimes: null });
    for (const trusted of [first, second])
      expect(await told(after, trusted)).toEqual({ found: [], keyTimes: true });
    const kept = textIn(before, FILES.checkpoint);
    expect(await told(after, first, [kept])).toEqual({ found: [], keyTimes: true });
  }, 60_000);

  it('is not believed where a key that was given up has signed it, or vouches for another', async () => {
    expect(await told(signedWith(after, first), first)).toEqual({ found: STOLEN, keyTimes: true });
    const unknown = [
      'CHECKPOINT CHECKPOINT_SIGNATURE',
      'KEY KEY_OTHER',
      'MANIFEST MANIFEST_SIGNATURE',
    ];
    for (const trusted of [first, second])
      expect((await told(signedWith(after, stranger), trusted))?.found).toEqual(unknown);
  }, 60_000);

  it('does not continue what a key signed after its time, whatever its root', async () => {
    const late = signCheckpoint(claimedCheckpoint(textIn(after, FILES.checkpoint)), first);
    expect((await told(after, first, [late]))?.found).toEqual(['CONTINUES KEY_ENDED']);
  }, 60_000);

  it('takes no change of the key that does not stand in its record as it is told', async () => {
    const notes = jsonIn<readonly string[]>(after, KEY_CHANGES);
    const more = resealed(
      after,
      second,
      saying(KEY_CHANGES, [...notes, endorse(stranger, second)]),
    );
    expect((await told(more, first))?.found).toEqual(['KEY KEY_UNPROVEN']);
    const moved = withKeys((keys) =>
      keys.map((e, i) => (i > 0 ? e : { ...e, index: e.index + 1 })),
    );
    expect((await told(moved, second))?.found).toEqual(['KEY KEY_UNPROVEN', 'PROOFS NOT_IN_TREE']);
    const altered = withKeys((keys) =>
      keys.map((e) => ({ ...e, fields: { ...e.fields, note: { ...e.fields.note, value: 'x' } } })),
    );
    expect((await told(altered, second))?.found).toEqual([
      'FIELDS FIELD_DIFFERS',
      'KEY KEY_UNPROVEN',
    ]);
    const turned = withKeys((keys) => [...keys].reverse());
    expect((await told(turned, second))?.found).toContain('ORDER OUT_OF_ORDER');
    for (const nothing of [null, [{}]])
      expect(
        (
          await told(
            withKeys(() => nothing),
            second,
          )
        )?.found,
      ).toContain('FILES FILE_MALFORMED');
    const events = jsonIn<CaseEvents>(after, FILES.events);
    const other = withKeys(() => events.log);
    expect((await told(other, second))?.found).toContain('ORDER OTHER_STREAM');
  }, 240_000);

  it('of an earlier release holds as before, and says what it does not prove', async () => {
    const { keys: _, ...events } = jsonIn<CaseEvents>(after, FILES.events);
    const notes = jsonIn<readonly string[]>(after, KEY_CHANGES).slice(0, 1);
    const old = resealed(after, second, (files) =>
      saying(KEY_CHANGES, notes)(saying(FILES.events, events)(files)),
    );
    expect(await told(old, first)).toEqual({ found: [], keyTimes: false });
  }, 60_000);
});
