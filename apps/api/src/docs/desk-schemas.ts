import { PHASES, SIDES, TWINNING_TYPES, type JsonObject } from '@twinning/domain';
import { SKIPPED } from '../desk/reminders.js';
import {
  day,
  instant,
  items,
  listOf,
  orNull,
  partOf,
  record,
  text,
  uuid,
  whole,
} from './schema-parts.js';

const yesOrNo: JsonObject = { type: 'boolean' };
const names = {
  leadAcronym: orNull(text),
  twinnedAcronym: orNull(text),
  committeeReference: orNull(text),
};
const head = { agreement: uuid, statusText: text, typeText: text, ...names };
/** `to` is the first day that it no longer held. */
const period = { from: day, to: orNull(day) };
const counted = (name: string, of: JsonObject) => listOf(record({ [name]: of, count: whole }));

/** What the ISO desks and the programme read. */
export const DESK_SCHEMAS: JsonObject = {
  Done: partOf(
    record({
      agreement: uuid,
      command: uuid,
      type: text,
      text,
      person: text,
      at: instant,
      version: whole,
      ...names,
    }),
  ),
  Escalations: partOf(
    record({
      agreement: uuid,
      id: text,
      level: text,
      trigger: text,
      owner: text,
      since: instant,
      status: orNull(text),
      ...names,
      ageDays: whole,
      next: orNull(record({ due: instant, clause: text, text })),
    }),
  ),
  Reminders: record({
    dryRun: yesOrNo,
    reminded: whole,
    items: listOf(
      record({
        agreement: uuid,
        id: text,
        result: { type: 'string', enum: ['REMINDED', 'SKIPPED'] },
        reason: orNull({ type: 'string', enum: SKIPPED }),
      }),
    ),
  }),
  Ballots: partOf(
    record({
      ...head,
      ballot: text,
      openedAt: instant,
      closesOn: day,
      extended: yesOrNo,
      closedAt: orNull(instant),
      outcome: orNull(text),
      tally: record({ entitled: whole, yes: whole, no: whole, abstain: whole }),
      quorate: yesOrNo,
      decided: yesOrNo,
      waitingFor: listOf(text),
      votes: listOf(record({ body: text, choice: text, comment: orNull(text) })),
      assessment: orNull(record({ text, statistics: text })),
      need: orNull(text),
    }),
  ),
  Reviews: partOf(
    record({
      ...head,
      year: whole,
      dueOn: day,
      stage: text,
      missing: listOf(text),
      ratings: listOf(whole),
    }),
  ),
  Appealable: items(
    record({
      agreement: uuid,
      typeText: text,
      ...names,
      decisions: listOf(
        record({
          ...{ id: text, kind: text, body: text, reference: orNull(text) },
          ...{ decidedOn: day, until: day, final: yesOrNo },
        }),
      ),
      appeals: listOf(
        record({ id: text, decision: orNull(text), level: text, stage: text, since: instant }),
      ),
    }),
  ),
  Cliff: record({
    until: day,
    total: whole,
    items: listOf(
      record({
        ...head,
        end: day,
        roles: record({
          type: { type: 'string', enum: TWINNING_TYPES },
          workingGroup: orNull(text),
          persons: listOf(
            record({ side: { type: 'string', enum: SIDES }, person: text, vacant: yesOrNo }),
          ),
          evaluation: orNull(record({ kind: text, stage: text })),
        }),
      }),
    ),
  }),
  MemberHistory: record({
    standing: listOf(record({ ...period, country: orNull(text), category: text, active: yesOrNo })),
    memberships: listOf(
      record({
        committee: whole,
        reference: text,
        periods: listOf(record({ ...period, status: { type: 'string', enum: ['P', 'O'] } })),
      }),
    ),
  }),
  CommitteeHistory: items(
    record({
      ...period,
      reference: text,
      titleEn: text,
      titleFr: orNull(text),
      status: text,
      secretariat: orNull(text),
    }),
  ),
  Programme: record({
    agreements: whole,
    funnel: counted('step', text),
    phases: counted('phase', { type: 'string', enum: PHASES }),
    types: counted('type', { type: 'string', enum: TWINNING_TYPES }),
    cycles: listOf(record({ id: text, n: whole, median: orNull(whole), p90: orNull(whole) })),
    changes: listOf(
      record({ kind: text, effective: whole, approved: whole, refused: whole, open: whole }),
    ),
    endings: counted('how', text),
    partnerships: listOf(
      record({
        lead: whole,
        leadAcronym: orNull(text),
        leadCountry: orNull(text),
        twinned: whole,
        twinnedAcronym: orNull(text),
        twinnedCountry: orNull(text),
        count: whole,
        open: whole,
      }),
    ),
  }),
};
