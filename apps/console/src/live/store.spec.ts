import { beforeEach, describe, expect, it } from '@jest/globals';
import { live } from './store.js';

const change = (index: number, agreement = 'a', version = index) => ({ index, agreement, version });

describe('what is told of the record', () => {
  beforeEach(() => {
    live.forget();
    live.begin(10);
  });

  it('is taken in once, however often it is told', () => {
    live.tell(change(11));
    live.tell(change(11));
    live.tell(change(9));
    expect([...live.current().newest.values()]).toEqual([change(11)]);
    expect(live.current().index).toBe(11);
  });

  it('is no news when the person has seen that version, or made it', () => {
    live.know('a', 12);
    live.tell(change(11));
    expect(live.isNews(change(11))).toBe(false);
    expect(live.isNews(change(13))).toBe(true);
    expect(live.isNews(change(12, 'b'))).toBe(true);
  });

  it('ends with the session and goes on with the next one', () => {
    live.end();
    expect(live.current().isEnded).toBe(true);
    live.begin(20);
    expect([live.current().isEnded, live.current().index]).toEqual([false, 20]);
  });
});
