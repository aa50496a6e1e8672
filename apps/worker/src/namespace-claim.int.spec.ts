import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { claimNamespace } from '@twinning/conductor';
import { EngineUnderTest } from '@twinning/engine/testing';
import { testTemporal } from '@twinning/infra/temporal';
import { claimForRecord, NamespaceTaken } from './namespace-claim.js';

describe('a namespace of Temporal', () => {
  let engines: readonly EngineUnderTest[];
  let temporal: Awaited<ReturnType<typeof testTemporal>>;
  let connection: Connection;

  beforeAll(async () => {
    temporal = await testTemporal();
    connection = await Connection.connect({ address: temporal.address });
    engines = [await EngineUnderTest.start(), await EngineUnderTest.start()];
  });
  afterAll(async () => {
    await connection.close();
    await temporal.stop();
    for (const engine of engines) await engine.stop();
  });

  const claims = (engine: EngineUnderTest | undefined) => {
    if (engine === undefined) throw new Error('no engine');
    return claimForRecord(engine, connection, 'default', (why) => {
      throw new Error(why);
    });
  };

  it('is one record’s alone, though another bears the same name', async () => {
    const [one, two] = engines;
    await claims(one);
    await expect(claims(two)).rejects.toThrow(NamespaceTaken);
    await claims(one);
  });

  it('goes over to the record that continues its own after a restore', async () => {
    const next = { origin: 'test/next', openedAt: '2027-01-04T09:00:00Z' };
    expect(await claimNamespace(connection, 'default', next)).toMatch(/^test\/log /);
    // No worker ran between two restores.
    const continued = { ...next, continues: ['test/log-2', 'test/log'] };
    expect(await claimNamespace(connection, 'default', continued)).toBeNull();
    await expect(claims(engines[0])).rejects.toThrow('TEMPORAL_NAMESPACE');
  });
});
