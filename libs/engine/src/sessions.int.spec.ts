import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { endEverySession } from './own-sessions.js';
import { SESSION_LIMITS, SessionStore } from './sessions.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

describe('sessions of the console', () => {
  let engine: EngineUnderTest;
  let sessions: SessionStore;
  const who = { ...cast.lead, stepUp: false };

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    sessions = new SessionStore(engine.db);
  });
  afterAll(() => engine.stop());

  it('finds the person again by the id, and nobody by another', async () => {
    const id = await sessions.create({ principal: who });
    expect((await sessions.find(id))?.principal).toEqual(who);
    expect(await sessions.find(`${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await sessions.find('')).toBeNull();
    expect(await sessions.find("' OR 1=1 --")).toBeNull();
  });

  it('gives every session an id of its own', async () => {
    const two = await Promise.all([1, 2].map(() => sessions.create({ principal: who })));
    expect(new Set(two).size).toBe(2);
  });

  it('keeps neither the id nor what the issuer gave readable in the database', async () => {
    const secret = 'canary-refresh-token';
    const id = await sessions.create({ principal: who, secret });
    expect((await sessions.find(id))?.secret).toBe(secret);
    const { rows } = await sql<{
      line: string;
    }>`SELECT s::text AS line FROM engine.session s`.execute(engine.admin);
    const dump = rows.map((r) => r.line).join('\n');
    expect(dump).not.toContain(id);
    expect(dump).not.toContain(Buffer.from(id).toString('hex'));
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    expect(dump).not.toContain(secret);
  });

  it('ends when asked to, and all of a person at once', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => sessions.create({ principal: who })));
    await sessions.end(one ?? '');
    expect(await sessions.find(one ?? '')).toBeNull();
    expect(await sessions.find(two ?? '')).not.toBeNull();
    const other = await sessions.create({ principal: { ...who, person: 'another' } });
    expect(await endEverySession(engine.db, who.person)).toBeGreaterThanOrEqual(1);
    expect(await sessions.find(two ?? '')).toBeNull();
    expect(await sessions.find(other)).not.toBeNull();
    expect(await endEverySession(engine.db, null)).toBe(1);
    expect(await sessions.find(other)).toBeNull();
  });

  it('ends by itself: unused, and in any case', async () => {
    const unused = new SessionStore(engine.db, { ...SESSION_LIMITS, idleSeconds: 0.05 });
    const old = new SessionStore(engine.db, { ...SESSION_LIMITS, absoluteSeconds: 0.05 });
    const ids = await Promise.all([
      ...[unused, old].map((s) => s.create({ principal: who })),
      sessions.create({ principal: who, atMostSeconds: 0.05 }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await Promise.all(ids.map((id) => sessions.find(id)))).toEqual([null, null, null]);
    expect(await sessions.sweep()).toBeGreaterThanOrEqual(3);
  });

  it('stays alive while it is used', async () => {
    const short = new SessionStore(engine.db, { ...SESSION_LIMITS, idleSeconds: 3 });
    const id = await short.create({ principal: who });
    for (let i = 0; i < 5; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 800));
      expect(await short.find(id)).not.toBeNull();
    }
  });

  it('forgets a fresh proof after its time while the session goes on', async () => {
    const brief = new SessionStore(engine.db, { ...SESSION_LIMITS, stepUpSeconds: 0.2 });
    const id = await brief.create({ principal: cast.lead });
    expect((await brief.find(id))?.principal.stepUp).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await brief.find(id)).toMatchObject({ principal: { stepUp: false }, stepUpUntil: null });
  });
});
