import { afterEach, describe, expect, it } from '@jest/globals';
import { OutsideSweep } from './outside-sweep.js';

describe('what no workflow waits for', () => {
  let sweep: OutsideSweep | null = null;
  afterEach(() => sweep?.stop());

  const sweepWith = (look: (member: number) => Promise<void>) => {
    const looked: number[] = [];
    let ran = 0;
    sweep = new OutsideSweep(
      { demand: () => undefined },
      {
        due: () => Promise.resolve([1, 2].map((member) => ({ member, committee: 1 }))),
        look: async ({ member }: { readonly member: number }) => {
          looked.push(member);
          await look(member);
        },
      } as never,
      {
        run: () => {
          ran += 1;
          return Promise.resolve({ commands: 0, agreements: 0, failed: [] });
        },
      },
      20,
    );
    return { looked, runs: () => ran, sweep };
  };

  it('is seen to again and again by itself, with nothing but the record', async () => {
    const { looked, runs, sweep: started } = sweepWith(() => Promise.resolve());
    started.start();
    while (runs() < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(looked.slice(0, 4)).toEqual([1, 2, 1, 2]);
  });

  it('is not kept back by a fault in one record', async () => {
    const {
      looked,
      runs,
      sweep: once,
    } = sweepWith((member) =>
      member === 1 ? Promise.reject(new Error('at fault')) : Promise.resolve(),
    );
    await once.once();
    expect([looked, runs()]).toEqual([[1, 2], 1]);
  });
});
