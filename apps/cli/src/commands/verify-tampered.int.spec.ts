import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { ParticipationService, PeopleService } from '@twinning/engine';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import {
  checkpointNow,
  EventLog,
  FilePersonKeys,
  signerFrom,
  verifierText,
} from '@twinning/event-log';
import { FLIPS } from '@twinning/event-log/testing';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const KINDS = ['agreement/', 'refusals/', 'people/', 'participation/'] as const;
type Kind = (typeof KINDS)[number];

describe('twinning verify names what a superuser has altered, and never breaks off', () => {
  let engine: EngineUnderTest;
  let folder: string;
  const at = new Map<Kind, number>();
  let columns: readonly { readonly name: string; readonly type: string }[];

  async function call(...args: readonly string[]): Promise<{ code: number; out: string }> {
    const written: string[] = [];
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const env = {
      ...{ TWINNING_DATA: folder, DATABASE_URL: engine.urls.appUrl },
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    };
    const code = await run([...args, 'verify', '--key', verifierText(record)], {
      env,
      out,
      err: out,
    });
    return { code, out: written.join('') };
  }

  const asSuperuser = (...statements: readonly string[]) =>
    engine.admin.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      for (const statement of statements) await sql.raw(statement).execute(trx);
    });

  /** What is found of an alteration, which is undone afterwards. */
  async function found(change: string, ...args: readonly string[]) {
    await asSuperuser('CREATE TABLE kept AS SELECT * FROM log.event', change);
    const told = await call(...args);
    await asSuperuser(
      'DELETE FROM log.event',
      'INSERT INTO log.event SELECT * FROM kept',
      'DROP TABLE kept',
    );
    return told;
  }

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-tampered-'));
    const log = new EventLog(new FilePersonKeys(join(folder, 'person-keys')));
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const { agreement } = await engine.send(cast.lead, 'StartDraft', draft);
    await engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
    const asked = { principal: cast.leadMbua, correlation: 'test' };
    const body = cast.leadMbua.member ?? 0;
    const invited = { person: 'deputy', grants: [], name: 'Zephyrine Quill' };
    await new PeopleService(engine.db, log, engine.clock).handle({
      ...{ key: 'invite', body, type: 'InvitePerson', payload: invited },
      ...asked,
    });
    await new ParticipationService(engine.db, log, engine.clock).handle({
      ...{ key: 'open', member: cast.twinned.member ?? 0, committee: COMMITTEE },
      ...{ type: 'OpenParticipation', payload: {}, principal: cast.cs, correlation: 'test' },
    });
    await checkpointNow(engine.db, record);
    for (const kind of KINDS) {
      const { rows } = await sql<{ index: string }>`
        SELECT min(index) AS index FROM log.event WHERE starts_with(stream, ${kind})`.execute(
        engine.admin,
      );
      at.set(kind, Number(rows[0]?.index ?? -1));
    }
    ({ rows: columns } = await sql<{ name: string; type: string }>`
      SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'log' AND table_name = 'event' ORDER BY ordinal_position`.execute(
      engine.admin,
    ));
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('and finds nothing where nothing is altered', async () => {
    expect([...at.values()].every((index) => index > 0)).toBe(true);
    const { code, out } = await call();
    expect([code, out]).toEqual([0, expect.stringContaining('nothing altered')]);
  });

  it.each(KINDS)(
    'a change in any column of an event of %s is named by its index',
    async (kind) => {
      const index = at.get(kind) ?? -1;
      expect(columns).toHaveLength(19);
      for (const { name, type } of columns) {
        const flip = FLIPS[type]?.(name) ?? '';
        const { code, out } = await found(
          `UPDATE log.event SET ${name} = ${flip} WHERE index = ${String(index)}`,
          '--json',
        );
        const { faults, holds } = JSON.parse(out) as {
          faults?: { index: number }[];
          holds: boolean;
        };
        expect([name, code, holds]).toEqual([name, 1, false]);
        // An event that has another index is missing where it was.
        if (name !== 'index')
          expect([name, faults?.map((f) => f.index)]).toEqual([
            name,
            expect.arrayContaining([index]),
          ]);
      }
    },
    240_000,
  );

  it.each<[string, (index: number) => string, Kind]>([
    ['a type that nobody knows', () => `type = 'Unheard'`, 'participation/'],
    ['a type that nobody knows', () => `type = 'Unheard'`, 'people/'],
    [
      'a bit of a sealed box',
      () => `sealed = jsonb_set(sealed, '{name,box}', to_jsonb(overlay(sealed->'name'->>'box'
        placing CASE substr(sealed->'name'->>'box', 9, 1) WHEN 'A' THEN 'B' ELSE 'A' END from 9 for 1)))`,
      'people/',
    ],
    ['an instant that is none', () => `occurred_at = 'infinity'`, 'agreement/'],
    ['an instant that is none', () => `recorded_at = '-infinity'`, 'people/'],
    ['a payload that is none', () => `payload = '7'`, 'refusals/'],
    ['a payload that is none', () => `payload = '[]'`, 'people/'],
    ['an actor that is none', () => `actor = 'null'`, 'participation/'],
  ])(
    '%s, and goes on to what else is altered',
    async (_, change, kind) => {
      const index = at.get(kind) ?? -1;
      const { code, out } = await found(
        `UPDATE log.event SET ${change(index)} WHERE index = ${String(index)}`,
      );
      expect(code).toBe(1);
      const lines = out.split('\n');
      expect(lines.findIndex((line) => line.includes(String(index)))).toBeGreaterThanOrEqual(0);
      expect(out).toContain(`The first entry that differs: ${String(index)}`);
    },
    60_000,
  );

  it.each(['DELETE FROM log.event', 'DELETE FROM log.event WHERE index = 0'])(
    '%s',
    async (change) => {
      const { code, out } = await found(change);
      expect([code, out]).toEqual([1, expect.stringMatching(/missing|follow/)]);
    },
    60_000,
  );
});
