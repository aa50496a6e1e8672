import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { EngineUnderTest } from '@twinning/engine/testing';
import { testTemporal } from '@twinning/infra/temporal';
import { SEARCH_ATTRIBUTES } from '@twinning/workflows/contract';
import { NamespaceKeeper } from './namespace-keeper.js';
import { NamespaceTaken } from './namespace-claim.js';

const NEVER_MS = 600_000;
const NAMESPACE = 'default';

describe('a namespace that was begun anew', () => {
  let engine: EngineUnderTest;
  let other: EngineUnderTest;
  let temporal: Awaited<ReturnType<typeof testTemporal>>;
  let connection: Connection;

  beforeAll(async () => {
    temporal = await testTemporal();
    connection = await Connection.connect({ address: temporal.address });
    [engine, other] = [await EngineUnderTest.start(), await EngineUnderTest.start()];
  });
  afterAll(async () => {
    await connection.close();
    await temporal.stop();
    await engine.stop();
    await other.stop();
  });

  const keeperOf = (record: EngineUnderTest) =>
    new NamespaceKeeper(record, connection, NAMESPACE, NEVER_MS);
  const listed = async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: NAMESPACE,
    });
    return Object.keys(customAttributes);
  };
  const all = [...SEARCH_ATTRIBUTES.keyword, ...SEARCH_ATTRIBUTES.datetime];

  it('is told the search attributes and whose it is while the worker works', async () => {
    expect(await listed()).not.toEqual(expect.arrayContaining(all));
    await keeperOf(engine).once();
    expect(await listed()).toEqual(expect.arrayContaining(all));
    await keeperOf(engine).once();
  });

  it('is nobody else’s', async () => {
    await expect(keeperOf(other).once()).rejects.toThrow(NamespaceTaken);
  });
});
