import type { Delivery } from '@twinning/engine';

/** A delivery as the outbox hands it out. */
export const deliveryOf = (more: Partial<Delivery> = {}): Delivery => ({
  notice: '11111111-1111-5111-8111-111111111111',
  contact: '22222222-2222-5222-8222-222222222222',
  attempt: 1,
  failures: 0,
  channel: 'email',
  address: 'lead@example.org',
  language: 'en',
  rhythm: 'instant',
  digest: null,
  settings: null,
  secrets: [],
  kind: 'duty',
  agreement: '33333333-3333-5333-8333-333333333333',
  version: 2,
  content: {
    status: 'DRAFT',
    phase: 'PARTNER_SELECTION',
    type: 'P_MEMBER',
    lead: 1,
    twinned: 2,
    owed: [{ id: 'invitation:1', due: '2027-02-03T23:00:00Z' }],
  },
  createdAt: '2027-01-04T09:00:00.000Z',
  names: { lead: 'A<S>I', twinned: 'IES', committee: 'ISO/TC 34/SC 5' },
  ...more,
});
