import { describe, expect, it } from '@jest/globals';
import { isCutOff, StoreReturn } from './store-return.js';

const cut = () => Object.assign(new Error('the database system is starting up'), { code: '57P03' });

/** A database that answers from the n-th question on, and how often it was asked. */
function away(answersFrom: number) {
  const store = { asked: 0, isBack: () => store.asked >= answersFrom };
  const ask = () => {
    store.asked += 1;
    return store.isBack() ? Promise.resolve() : Promise.reject(cut());
  };
  return { store, back: new StoreReturn(ask, 1) };
}

describe('work that was cut off from PostgreSQL', () => {
  it('is done once more when it answers, and one asks for all', async () => {
    const { store, back } = away(5);
    let attempts = 0;
    const work = () => {
      attempts += 1;
      return store.isBack() ? Promise.resolve('done') : Promise.reject(cut());
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => back.onceMore(work, 5_000)));
    expect(all).toEqual(Array(20).fill('done'));
    expect(store.asked).toBe(5);
    expect(attempts).toBe(40);
  });

  it('asks anew when it is away again', async () => {
    const { store, back } = away(1);
    let fails = true;
    const work = () => {
      fails = !fails;
      return fails ? Promise.resolve(1) : Promise.reject(cut());
    };
    await back.onceMore(work, 5_000);
    await back.onceMore(work, 5_000);
    expect(store.asked).toBe(2);
  });

  it('fails as it did when PostgreSQL stays away for longer than its patience', async () => {
    const { back } = away(Infinity);
    const began = Date.now();
    await expect(back.onceMore(() => Promise.reject(cut()), 50)).rejects.toMatchObject({
      code: '57P03',
    });
    expect(Date.now() - began).toBeGreaterThanOrEqual(45);
  });

  it('is not done once more for anything else', async () => {
    const { store, back } = away(1);
    let attempts = 0;
    const work = () => {
      attempts += 1;
      return Promise.reject(Object.assign(new Error('no'), { code: '40001' }));
    };
    await expect(back.onceMore(work, 5_000)).rejects.toThrow('no');
    expect([attempts, store.asked]).toEqual([1, 0]);
  });

  it.each([
    [{ code: '57P01' }, true],
    [{ code: '08006' }, true],
    [{ code: 'ECONNREFUSED' }, true],
    [new Error('Connection terminated unexpectedly'), true],
    [new Error('Client has encountered a connection error and is not queryable'), true],
    [new Error('timeout exceeded when trying to connect'), false],
    [{ code: '57014' }, false],
    [{ code: '40P01' }, false],
    [null, false],
  ])('%p: %p', (error, is) => {
    expect(isCutOff(error)).toBe(is);
  });
});
