import { describe, expect, it } from '@jest/globals';
import type { Command, Sent } from '../forms/send.js';
import { afterSending, sendReview, type PendingComment } from './review.js';

const comment = (clause: string): PendingComment => ({
  clause,
  text: 'Why?',
  key: `key ${clause}`,
});
const THREE = ['goals', 'exit', 'finance'].map(comment);
const TO = { path: '/v1/agreements/{agreement}/comment-clause', agreement: 'a', version: 7 };
const done = (version: number): Sent => ({ kind: 'DONE', agreement: 'a', version });

async function played(answers: readonly Sent[]) {
  const commands: Command[] = [];
  const send = (command: Command): Promise<Sent> => {
    commands.push(command);
    return Promise.resolve(answers[commands.length - 1] ?? { kind: 'AWAY' });
  };
  let keys = 0;
  const result = await sendReview(THREE, TO, send, () => `new ${String((keys += 1))}`);
  return { commands, result };
}

describe('a review', () => {
  it('is sent remark by remark, each upon the version that the one before has made', async () => {
    const { commands, result } = await played([done(8), done(9), done(10)]);
    expect(commands.map(({ version, key }) => [version, key])).toEqual([
      [7, 'key goals'],
      [8, 'key exit'],
      [9, 'key finance'],
    ]);
    expect(result).toEqual({ sent: 3, left: [], stopped: null });
  });

  it('keeps what had no answer, under the same key', async () => {
    const { result } = await played([done(8), { kind: 'AWAY' }]);
    expect(result).toEqual({ sent: 1, left: THREE.slice(1), stopped: { kind: 'AWAY' } });
  });

  it('stops where the terms have changed, and asks anew under new keys', async () => {
    const changed: Sent = { kind: 'CHANGED', current: 9 };
    const { commands, result } = await played([changed]);
    expect([commands.length, result.stopped]).toEqual([1, changed]);
    expect(result.left.map(({ clause, key }) => [clause, key])).toEqual([
      ['goals', 'new 1'],
      ['exit', 'new 2'],
      ['finance', 'new 3'],
    ]);
  });

  it('waits for the version when a remark is only stored yet', async () => {
    const stored: Sent = { kind: 'STORED', agreement: 'a', command: 'c' };
    const { commands, result } = await played([stored]);
    expect([commands.length, result]).toEqual([
      1,
      { sent: 1, left: THREE.slice(1), stopped: stored },
    ]);
  });
  it('loses nothing that was written, and brings nothing back that was removed, while it was on its way', () => {
    const late = comment('change');
    const [goals, exit, finance] = THREE;
    const renewed = [exit, finance].map((each) => ({ ...comment(''), ...each, key: 'new' }));
    // The last one was removed meanwhile; the first one is recorded; the second one was not carried out.
    expect(
      afterSending(
        [goals, exit, late].flatMap((each) => each ?? []),
        THREE,
        { sent: 1, left: renewed },
      ),
    ).toEqual([renewed[0], late]);
    expect(afterSending([...THREE, late], THREE, { sent: 3, left: [] })).toEqual([late]);
  });
});
