import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { SESSION_LIMITS, SessionStore } from '@twinning/engine';
import { EngineUnderTest } from '@twinning/engine/testing';
import { sql } from 'kysely';
import { AppModule, Resources } from './app-module.js';
import { readConfig } from './config.js';
import { SessionSweep } from './session-sweep.js';

describe('the sweep of the sessions', () => {
  let engine: EngineUnderTest;
  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  it('is one of the services of the worker', () => {
    const config = readConfig({ DATABASE_URL: engine.urls.appUrl, TWINNING_DATA: '/tmp' });
    const resources = new Resources(
      engine.db,
      engine.clock,
      engine.log,
      null as never,
      null as never,
    );
    const { providers } = AppModule.with(config, resources);
    expect(providers).toContainEqual(expect.objectContaining({ provide: SessionSweep }));
  });

  it('removes again and again what has ended, and leaves what stands', async () => {
    const stands = new SessionStore(engine.db);
    const ended = new SessionStore(engine.db, { ...SESSION_LIMITS, idleSeconds: 0.01 });
    const kept = await stands.create({ principal: cast.lead });
    const left = async () => {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM engine.session`.execute(engine.db);
      return rows[0]?.n;
    };
    const sweep = new SessionSweep(stands, 40);
    sweep.start();
    for (let round = 0; round < 2; round += 1) {
      await ended.create({ principal: cast.lead });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await left()).toBe(1);
    }
    await sweep.stop();
    expect(await stands.find(kept)).not.toBeNull();
  });
});
