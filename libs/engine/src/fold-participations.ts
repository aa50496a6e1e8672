import {
  DEFAULT_RULESET,
  evolveParticipation,
  noParticipation,
  participationDeadlines,
  type Participation,
  type RecordedParticipationEvent,
} from '@twinning/domain';
import { clearParticipation, projectParticipations, type Pair } from '@twinning/read-model';
import { asRead } from './database.js';
import { comparable, type AsideRows } from './fold-aside.js';
import { toStreamEvent } from './history.js';
import { participationStream, PARTICIPATION_STREAMS } from './participation-service.js';

const pairOf = (stream: string): Pair => {
  const [member = 0, committee = 0] = stream
    .slice(PARTICIPATION_STREAMS.length)
    .split('/')
    .map(Number);
  return { member, committee };
};

const dueOf = (state: Participation): string | null =>
  participationDeadlines(state)[0]?.due ?? null;

/** The participations of the read model, as the log alone gives them. */
export const participationRows: AsideRows<Participation> = {
  prefix: PARTICIPATION_STREAMS,
  part: 'participation',
  step: (before, event) => {
    const ruleset = (event.ruleset as Participation['ruleset'] | null) ?? DEFAULT_RULESET;
    const next = toStreamEvent(event) as unknown as RecordedParticipationEvent;
    const state = evolveParticipation(before ?? noParticipation(ruleset), next);
    // An event may hold what `evolve` takes and nobody else does: the deadlines are computed from each state.
    dueOf(state);
    return state;
  },
  shown: async (db) => {
    const rows = await db.selectFrom('read.participation').selectAll().execute();
    return new Map(
      rows.map((row) => {
        const { version, status, state, next_deadline } = row;
        const due = next_deadline?.toISOString() ?? null;
        return [participationStream(row), comparable({ version, status, state, due })];
      }),
    );
  },
  wanted: (state) => {
    const { version, status } = state;
    return comparable({ version, status, state, due: dueOf(state) });
  },
  put: async (trx, rows) => {
    const shown: { pair: Pair; state: Participation }[] = [];
    for (const [stream, state] of rows) {
      if (state === null) await clearParticipation(asRead(trx), pairOf(stream));
      else shown.push({ pair: pairOf(stream), state });
    }
    await projectParticipations(asRead(trx), shown);
  },
};
