import { describe, expect, it } from '@jest/globals';
import { filtered, NO_FILTER } from './filters.js';
import type { Happening } from './model.js';

const happening = (version: number, occurredAt: string, over: object = {}) =>
  ({
    version,
    index: version,
    type: 'TwinningDraftStarted',
    text: 'Le projet a été ouvert.',
    occurredAt,
    recordedAt: occurredAt,
    actor: { person: 'asi.rep', role: 'LEAD_REP', body: 1 },
    onBehalfOf: null,
    command: null,
    ...over,
  }) as Happening;

const items = [
  happening(1, '2026-03-01T22:59:00Z'),
  happening(2, '2026-03-01T23:01:00Z', { type: 'PartnerInvited', text: 'IES a été invité.' }),
  happening(3, '2026-03-05T10:00:00Z', { actor: { person: null, role: 'SYSTEM', body: null } }),
];
const versions = (filter: object) =>
  filtered(items, { ...NO_FILTER, ...filter }).map(({ version }) => version);

describe('a filter of the timeline', () => {
  it('lets everything pass when it asks for nothing', () => {
    expect(versions({})).toEqual([1, 2, 3]);
  });

  it('counts days as Europe/Zurich does, both included', () => {
    expect(versions({ to: '2026-03-01' })).toEqual([1]);
    expect(versions({ from: '2026-03-02', to: '2026-03-02' })).toEqual([2]);
  });

  it('finds words without their accents, and persons', () => {
    expect(versions({ text: 'INVITE' })).toEqual([2]);
    expect(versions({ actor: 'asi.rep', kind: 'TwinningDraftStarted' })).toEqual([1]);
  });
});
