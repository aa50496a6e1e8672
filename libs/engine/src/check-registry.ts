import { logSize, type EventLog, type RecordedEvent } from '@twinning/event-log';
import { dayText, type CommitteeChange, type MemberChange } from '@twinning/registry';
import type { Violation } from './check.js';
import type { Trx } from './database.js';
import { upcast } from './event-versions.js';
import { eventsOfStreams } from './fold-streams.js';
import { committeeStream, memberStream } from './registry-events.js';

/** A value of a row by the name of its column; what the events do not say is not there. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What the events of a committee say of it as it is; dates are the first days of rows. */
interface Committee {
  readonly fact: Row;
  /** True when the events tell it from its creation on. */
  readonly whole: boolean;
  readonly members: ReadonlyMap<number, Row>;
}

const UNTOLD: Committee = { fact: {}, whole: false, members: new Map() };

type Folded =
  | { readonly kind: 'member'; readonly id: number; readonly row: Row }
  | ({ readonly kind: 'committee'; readonly id: number } & Committee);

/**
 * I6 for the registry: members' standings, committees' facts and memberships that hold today are what the record has told of
 * them. Names the first difference of each member and committee. What was taken in without a record (the reference set, what
 * an extract had left out) is not judged: the log does not know it.
 */
export async function checkRegistry(trx: Trx, log: EventLog): Promise<readonly Violation[]> {
  const folded = new Map<string, Folded>();
  const bounds = { fromIndex: 0, belowIndex: await logSize(trx) };
  const unread = new Map<string, string>();
  for await (const event of eventsOfStreams(trx, log, 'registry/', bounds)) {
    if (unread.has(event.stream)) continue;
    try {
      const next = folding(folded.get(event.stream), upcast(event));
      if (next !== undefined) folded.set(event.stream, next);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      unread.set(event.stream, `cannot be folded: event ${String(event.index)}: ${why}`);
    }
  }
  const shown = await shownOf(trx);
  const found: Violation[] = [];
  for (const [subject, what] of unread) found.push({ invariant: 'I6', subject, what });
  for (const [subject, one] of folded) {
    if (unread.has(subject)) continue;
    const what =
      one.kind === 'member'
        ? difference('registry.member_standing', shown.standings.get(one.id), one.row)
        : committeeDifference(one, shown);
    if (what !== null) found.push({ invariant: 'I6', subject, what });
  }
  return found;
}

function folding(before: Folded | undefined, event: RecordedEvent): Folded | undefined {
  if (event.type === 'MemberChanged') {
    const { member, date, newRights, country, alpha2, category, active, justification } =
      event.payload as unknown as MemberChange;
    if (event.stream !== memberStream(member)) return before;
    const row = { country, alpha2, category, new_rights: newRights, active, justification };
    return { kind: 'member', id: member, row: { ...row, valid_from: date } };
  }
  if (event.type !== 'CommitteeChanged') return before;
  const change = event.payload as unknown as CommitteeChange;
  if (event.stream !== committeeStream(change.committee)) return before;
  const known = before?.kind === 'committee' ? before : UNTOLD;
  return { kind: 'committee', id: change.committee, ...changed(known, change) };
}

function changed(before: Committee, { reference, date, changes }: CommitteeChange): Committee {
  const fact: Record<string, Row[string]> = { ...before.fact, reference };
  const members = new Map(before.members);
  let { whole } = before;
  for (const change of changes) {
    if (change.kind !== 'MEMBERSHIP') fact.valid_from = date;
    switch (change.kind) {
      case 'CREATED':
        whole = true;
        Object.assign(fact, { status: change.status, secretariat: change.secretariat });
        break;
      case 'DISSOLVED':
        fact.status = 'DISSOLVED';
        members.clear();
        break;
      case 'REINSTATED':
        // Which status it came back with is not said.
        delete fact.status;
        break;
      case 'STATUS':
        fact.status = change.to;
        break;
      case 'SECRETARIAT':
        fact.secretariat = change.to;
        break;
      case 'DESCRIPTION':
        Object.assign(fact, {
          title_en: change.titleEn,
          title_fr: change.titleFr,
          parent: change.parent,
        });
        break;
      case 'MEMBERSHIP':
        if (change.to === null) members.delete(change.member);
        else members.set(change.member, { status: change.to, valid_from: date });
    }
  }
  return { fact, whole, members };
}

interface Shown {
  readonly standings: ReadonlyMap<number, Row>;
  readonly facts: ReadonlyMap<number, Row>;
  readonly members: ReadonlyMap<number, ReadonlyMap<number, Row>>;
  /** True when some file has named only a part of the committees or members: what it left out may be learnt untold. */
  readonly extracts: boolean;
}

async function shownOf(trx: Trx): Promise<Shown> {
  const standings = await trx
    .selectFrom('registry.member_standing')
    .select(['member', 'country', 'alpha2', 'category', 'new_rights', 'active', 'justification'])
    .select(dayText('valid_from').as('valid_from'))
    .where('valid_to', 'is', null)
    .execute();
  const facts = await trx
    .selectFrom('registry.committee_fact')
    .select(['committee', 'reference', 'status', 'parent', 'secretariat', 'title_en', 'title_fr'])
    .select(dayText('valid_from').as('valid_from'))
    .where('valid_to', 'is', null)
    .execute();
  const memberships = await trx
    .selectFrom('registry.membership')
    .select(['committee', 'member', 'status', dayText('valid_from').as('valid_from')])
    .where('valid_to', 'is', null)
    .orderBy('member')
    .execute();
  const extract = await trx
    .selectFrom('registry.snapshot')
    .select('id')
    .where('kind', '=', 'COMMITTEES')
    .where('complete', '=', false)
    .limit(1)
    .executeTakeFirst();
  const members = new Map<number, Map<number, Row>>();
  for (const { committee, member, ...row } of memberships) {
    const of = members.get(committee) ?? new Map<number, Row>();
    members.set(committee, of.set(member, row));
  }
  return {
    standings: new Map(standings.map(({ member, ...row }) => [member, row])),
    facts: new Map(facts.map(({ committee, ...row }) => [committee, row])),
    members,
    extracts: extract !== undefined,
  };
}

function committeeDifference({ id, fact, whole, members }: Committee & { id: number }, on: Shown) {
  const first = difference('registry.committee_fact', on.facts.get(id), fact);
  if (first !== null) return first;
  const is = on.members.get(id) ?? new Map<number, Row>();
  const nameOf = (member: number) => `registry.membership of ${String(member)}`;
  for (const [member, row] of [...members].sort(([a], [b]) => a - b)) {
    const what = difference(nameOf(member), is.get(member), row);
    if (what !== null) return what;
  }
  const untold =
    whole && !on.extracts ? [...is.keys()].find((one) => !members.has(one)) : undefined;
  return untold === undefined ? null : `${nameOf(untold)} is there, and the record has none`;
}

/** The first column in which a row is another than the events say; null when it is as they say. */
function difference(name: string, is: Row | undefined, said: Row): string | null {
  if (is === undefined) return `${name} is not there, and the record has it`;
  const column = Object.keys(said).find((one) => is[one] !== said[one]);
  if (column === undefined) return null;
  const [has, told] = [JSON.stringify(is[column]), JSON.stringify(said[column])];
  return `${name} has ${column} ${has}, and the record has ${told}`;
}
