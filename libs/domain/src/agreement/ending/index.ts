import type { Slice } from '../../kernel/definition.js';
import type { EndingEvents } from './events.js';
import { dayAt, type Instant } from '../../calendar/zurich.js';
import type { Agreement } from '../../kernel/state.js';
import { withDecision } from './state.js';

const ended = (
  state: Agreement,
  stage: 'WITHDRAWN' | 'LAPSED' | 'EXPIRED' | 'TERMINATED' | 'CANCELLED',
  at: Instant,
): Agreement => ({ ...state, stage, ending: { ...state.ending, ended: { at, on: dayAt(at) } } });

export const ending: Slice<EndingEvents> = {
  commands: {},
  evolve: {
    ArrangementWithdrawn: (state, _, at) => ended(state, 'WITHDRAWN', at),
    ArrangementLapsed: (state, _, at) => ended(state, 'LAPSED', at),
    ArrangementExpired: (state, _, at) => ended(state, 'EXPIRED', at),
    ArrangementTerminated: (state, _, at) => ended(state, 'TERMINATED', at),
    ArrangementCancelled: (state, { reference, decidedOn }, at) =>
      withDecision(ended(state, 'CANCELLED', at), {
        kind: 'CANCELLATION',
        body: 'TMB',
        reference,
        decidedOn,
      }),
    ArrangementClosed: (state) => ({ ...state, stage: 'CLOSED' }),
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
