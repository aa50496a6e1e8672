import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sent } from '../forms/send.js';
import type { Entry } from './store.js';

const kept = new Map<string, string>();
const localStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => kept.set(key, text),
  removeItem: (key: string) => kept.delete(key),
};
Object.assign(globalThis, { window: { localStorage, addEventListener: () => undefined } });

const entry = (key: string): Entry => ({
  key,
  path: '/v1/agreements/{agreement}/edit-request',
  agreement: 'a',
  version: 3,
  payload: { need: 'x' },
  title: 'Edit the request',
  at: '/agreements/a/do/EditRequest',
  given: '2027-01-04T09:00:00.000Z',
  draft: 'draft',
  state: 'WAITING',
  problem: null,
});

describe('the outbox', () => {
  let outbox: typeof import('./store.js').outbox;
  let settle: typeof import('./drain.js').settle;
  let nextOf: typeof import('./drain.js').nextOf;
  beforeAll(async () => {
    ({ outbox } = await import('./store.js'));
    ({ settle, nextOf } = await import('./drain.js'));
  });
  beforeEach(() => {
    kept.clear();
    outbox.of('asi.rep');
    outbox.add(entry('one'));
    outbox.add(entry('two'));
    kept.set('twinning.draft.draft', '{}');
  });
  const keys = () => outbox.current().map(({ key, state }) => `${key} ${state}`);

  it('keeps the order in which commands were given, and each key once', () => {
    outbox.add(entry('one'));
    expect(keys()).toEqual(['two WAITING', 'one WAITING']);
  });

  it('lets go of what was carried out, and of its draft', () => {
    expect(settle(entry('one'), { kind: 'DONE', agreement: 'a', version: 4 })).toBe(true);
    expect(outbox.current().map(({ state }) => state)).toEqual(['WAITING']);
    expect(kept.has('twinning.draft.draft')).toBe(false);
  });

  it('keeps everything, and stops, while no answer comes or nobody is signed in', () => {
    expect(settle(entry('one'), { kind: 'AWAY' })).toBe(false);
    expect(settle(entry('one'), { kind: 'SIGNED_OUT' })).toBe(false);
    expect(keys()).toEqual(['one WAITING', 'two WAITING']);
  });

  it.each<[Sent, string]>([
    [{ kind: 'CHANGED', current: 4 }, 'CHANGED'],
    [{ kind: 'PROOF' }, 'PROOF'],
    [{ kind: 'FAULTS', faults: [] }, 'REFUSED'],
  ])('shows what has to be looked at again: %j', (sent, state) => {
    expect(settle(entry('one'), sent)).toBe(true);
    expect([keys(), kept.has('twinning.draft.draft')]).toEqual([
      [`one ${state}`, 'two WAITING'],
      true,
    ]);
  });

  it('sends the person’s own second command upon what their first has made, and no later one', () => {
    outbox.add({ ...entry('elsewhere'), agreement: 'b' });
    outbox.add({ ...entry('earlier'), version: 2 });
    settle(entry('one'), { kind: 'DONE', agreement: 'a', version: 5 });
    const [two, ...others] = outbox.current();
    expect(two).toMatchObject({ version: 5, state: 'WAITING', title: 'Edit the request' });
    // It was not carried out under its old key, and goes upon another version: another command.
    expect(two?.key).not.toBe('two');
    expect(others.map(({ key, version }) => [key, version])).toEqual([
      ['elsewhere', 3],
      ['earlier', 2],
    ]);
  });

  it('keeps what the service has stored, and sends nothing after it in that agreement until it is carried out', () => {
    outbox.add({ ...entry('elsewhere'), agreement: 'b' });
    const stored: Sent = { kind: 'STORED', agreement: 'a', command: 'c' };
    expect(settle(entry('one'), stored)).toBe(true);
    expect([keys(), kept.has('twinning.draft.draft')]).toEqual([
      ['one STORED', 'two WAITING', 'elsewhere WAITING'],
      true,
    ]);
    const next = (...tried: string[]) => nextOf(outbox.current(), new Set(tried))?.key;
    // Asked for again, then those of other agreements: never the one behind it.
    expect([next(), next('one'), next('one', 'elsewhere')]).toEqual([
      'one',
      'elsewhere',
      undefined,
    ]);
    expect([outbox.hasInFront('a'), outbox.hasInFront('c'), outbox.hasInFront(null)]).toEqual([
      ...[true, false, false],
    ]);
    settle(entry('one'), { kind: 'DONE', agreement: 'a', version: 4 });
    expect(nextOf(outbox.current(), new Set(['one']))).toMatchObject({ version: 4 });
  });

  it('goes on behind what the person has to look at again', () => {
    settle(entry('one'), { kind: 'CHANGED', current: 4 });
    expect(nextOf(outbox.current(), new Set())?.key).toBe('two');
  });

  it('waits for as long as a service says that is asked too often', () => {
    const problem = { status: 429, code: 'TOO_MANY_REQUESTS', details: { retryAfter: 7 } };
    const sent = { kind: 'REFUSED', problem } as unknown as Sent;
    expect([settle(entry('one'), sent), keys()]).toEqual([false, ['one WAITING', 'two WAITING']]);
  });

  it('belongs to one person: another one finds it empty', () => {
    outbox.of('ies.rep');
    expect(outbox.current()).toEqual([]);
    outbox.of('asi.rep');
    expect(outbox.current()).toHaveLength(2);
  });
});
