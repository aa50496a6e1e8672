import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { UpdateStream, type StreamOptions } from './stream.js';

describe('a stream of updates', () => {
  it('goes on after a fault with the next beat, without waiting for the next entry', async () => {
    const asked: number[] = [];
    const page = (from: number) => {
      asked.push(from);
      return asked.length === 1
        ? Promise.reject(new Error('PostgreSQL is away'))
        : Promise.resolve([]);
    };
    const response = Object.assign(new EventEmitter(), {
      ...{ writableLength: 0, write: () => true, end: () => undefined },
    });
    const stream = new UpdateStream(response as never, {
      db: null as never,
      caller: null as never,
      from: 7,
      feed: { page, listen: () => () => undefined } as unknown as StreamOptions['feed'],
      stands: () => Promise.resolve(true),
      beatMs: 20,
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    stream.end();
    expect(asked.slice(0, 2)).toEqual([7, 7]);
  });
});
