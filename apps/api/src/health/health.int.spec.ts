import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';

interface Ready {
  readonly status: string;
  readonly reasons: readonly { readonly reason: string; readonly text: string }[];
}

describe('readiness', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const ready = async (language = 'en') => {
    const answer = await api.request('/health/ready', { headers: { 'Accept-Language': language } });
    expect(answer.status).toBe(200);
    return answer.body as unknown as Ready;
  };
  const reasonsOf = ({ status, reasons }: Ready) => [status, reasons.map((one) => one.reason)];
  const saysOf = async (language: string) =>
    (await ready(language)).reasons.map(({ text }) => text);

  it('is ready while all is well', async () => {
    expect(reasonsOf(await ready())).toEqual(['ready', []]);
  });

  it('says that no worker is there, and no more once one is', async () => {
    const comesTo = async (status: string) => {
      let told = await ready();
      for (let left = 100; left > 0 && told.status !== status; left -= 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        told = await ready();
      }
      return reasonsOf(told);
    };
    expect(await comesTo('ready')).toEqual(['ready', []]);
    await api.presence.stop();
    expect(reasonsOf(await ready())).toEqual(['degraded', ['NO_WORKER']]);
    expect(await saysOf('en')).toEqual([expect.stringContaining('No worker gives a sign of life')]);
    expect(await saysOf('fr')).toEqual([expect.stringContaining('ne donne signe de vie')]);
    api.presence.start();
    expect(await comesTo('ready')).toEqual(['ready', []]);
  });

  it('says that agreements are parked, and no more once none is', async () => {
    await sql`INSERT INTO engine.parked (agreement) VALUES (gen_random_uuid())`.execute(
      api.engine.admin,
    );
    expect(reasonsOf(await ready())).toEqual(['degraded', ['AGREEMENTS_PARKED']]);
    expect(await saysOf('en')).toEqual([expect.stringContaining('cannot read')]);
    expect(await saysOf('fr')).toEqual([expect.stringContaining('ne peut pas lire')]);
    await sql`DELETE FROM engine.parked`.execute(api.engine.admin);
    expect(reasonsOf(await ready())).toEqual(['ready', []]);
  });

  it('does not take for well what it could not look at, whether that failed or took too long', async () => {
    await sql`REVOKE SELECT ON engine.delivery FROM twinning_app`.execute(api.engine.admin);
    expect(reasonsOf(await ready())).toEqual(['degraded', ['UNKNOWN']]);
    const [[en], [fr]] = [await saysOf('en'), await saysOf('fr')];
    expect([en, fr]).toEqual([
      expect.stringContaining('could not be found out'),
      expect.stringContaining('Impossible de savoir'),
    ]);
    await sql`GRANT SELECT ON engine.delivery TO twinning_app`.execute(api.engine.admin);
    expect(reasonsOf(await ready())).toEqual(['ready', []]);

    const held = await api.engine.admin.startTransaction().execute();
    await sql`LOCK TABLE engine.delivery`.execute(held);
    const slow = await ready();
    await held.rollback().execute();
    expect(reasonsOf(slow)).toEqual(['degraded', ['UNKNOWN']]);
  });

  it('says at once that nothing can be written, not when commands have waited', async () => {
    await sql`REVOKE UPDATE ON engine.write_probe FROM twinning_app`.execute(api.engine.admin);
    let told = await ready();
    for (let left = 60; left > 0 && told.reasons.length === 0; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      told = await ready();
    }
    expect(reasonsOf(told)).toEqual(['degraded', ['CANNOT_WRITE']]);
    expect(await saysOf('fr')).toEqual([expect.stringContaining('n’accepte aucune écriture')]);
    await sql`GRANT UPDATE ON engine.write_probe TO twinning_app`.execute(api.engine.admin);
  });
});
