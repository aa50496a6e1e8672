import { describe, expect, it } from '@jest/globals';
import { instant } from '../calendar/zurich.js';
import { negotiating } from '../agreement/negotiation/testing.js';
import { event } from './events.js';
import { emptyAgreement, evolve, fold, foldedOn } from './evolve.js';

const at = instant('2028-01-01T00:00:00Z');
const alerted = (timer: string) => ({
  ...event('ReminderRaised', { timer: 'T67', step: 'alert', to: 'ISO_CS', subject: 'GD' }),
  timer,
  at,
});

describe('the timers that have fired', () => {
  it('are a set of their own in each state', () => {
    const before = negotiating().state;
    const after = evolve(before, alerted('T67/alert/GD/1'));
    expect(before.fired).toEqual({});
    expect(after.fired).toEqual({ 'T67/alert/GD/1': true });
  });

  it('are copied once for a whole fold, however many they are', () => {
    const before = evolve(negotiating().state, alerted('one'));
    const { state } = foldedOn(before, (start) => {
      const next = evolve(evolve(start, alerted('two')), alerted('three'));
      expect(next.fired).toBe(start.fired);
      return { state: next };
    });
    expect(Object.keys(state.fired)).toEqual(['one', 'two', 'three']);
    expect(before.fired).toEqual({ one: true });
    expect(evolve(state, alerted('four')).fired).not.toBe(state.fired);
  });

  it('are the same whether folded one by one or as a whole', () => {
    const story = negotiating();
    story.until('2029-01-01');
    const { id } = story.state;
    const events = story.history.map((e) => ({ ...e, at }));
    expect(events.length).toBeGreaterThan(300);
    expect(fold(id, events)).toEqual(events.reduce(evolve, emptyAgreement(id)));
  });
});
