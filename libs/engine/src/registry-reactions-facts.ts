import type { Agreement, Day, OutsideFact } from '@twinning/domain';
import type { EventLog, RecordedEvent } from '@twinning/event-log';
import { dayText, type CommitteeChange } from '@twinning/registry';
import type { Db } from './database.js';
import { participationStream } from './participation-service.js';
import { committeeStream } from './registry-events.js';
import { sideEvents } from './side-events.js';

/** A fact with the place it comes from: `source` names the import or the event and never changes. */
export interface DatedFact {
  readonly source: string;
  readonly fact: OutsideFact;
  /** Index of its event in the log; null for facts of members, which leave none. */
  readonly index: number | null;
}

/** By the day from which a fact is true, then by the order in which it was recorded (lifecycle.md D15). */
const byDate = (a: DatedFact, b: DatedFact): number => {
  if (a.fact.since !== b.fact.since) return a.fact.since < b.fact.since ? -1 : 1;
  return (a.index ?? 0) - (b.index ?? 0);
};

function ofChange(event: RecordedEvent): readonly DatedFact[] {
  const { date, changes } = event.payload as unknown as CommitteeChange;
  const base = { since: date as Day, reference: `registry:${date}` };
  // The version tells two imports of one date apart.
  const source = `registry/${date}#${String(event.version)}`;
  return changes.flatMap((change): readonly DatedFact[] => {
    const dated = (fact: OutsideFact): readonly DatedFact[] => [
      { source, fact, index: event.index },
    ];
    switch (change.kind) {
      case 'MEMBERSHIP':
        return dated({
          ...base,
          kind: 'MEMBERSHIP',
          source: 'REGISTRY',
          member: change.member,
          status: change.to,
        });
      case 'SECRETARIAT':
        return dated({ ...base, kind: 'SECRETARIAT', holder: change.to });
      case 'DISSOLVED':
        return dated({ ...base, kind: 'COMMITTEE', dissolved: true });
      case 'REINSTATED':
        return dated({ ...base, kind: 'COMMITTEE', dissolved: false });
      case 'CREATED':
      case 'STATUS':
      case 'DESCRIPTION':
        return [];
      default:
        // What a newer release found of a committee may move an agreement: it is not passed over.
        throw new Error(
          `Unknown change "${(change as { readonly kind: string }).kind}" at version ${String(event.version)} of ${event.stream}: this build is older than the log.`,
        );
    }
  });
}

/** What the imports have shown of a committee since its stream began, in the order of the dates. */
export const committeeFacts = async (
  db: Db,
  log: EventLog,
  committee: number,
): Promise<readonly DatedFact[]> =>
  sideEvents(await log.readStream(db, committeeStream(committee)))
    .flatMap(ofChange)
    .toSorted(byDate);

/** A downgrade and a reinstatement are decisions of ISO/CS; the registry follows them (lifecycle.md B6, T50). */
function ofParticipation(member: number, event: RecordedEvent): readonly DatedFact[] {
  const { on, since } = event.payload as { readonly on?: Day; readonly since?: Day };
  const status = event.type === 'PStatusDowngraded' ? 'O' : 'P';
  const from = event.type === 'PStatusDowngraded' ? on : since;
  if (from === undefined) return [];
  const source = `${event.stream}#${String(event.version)}`;
  const fact: OutsideFact = {
    kind: 'MEMBERSHIP',
    source: 'PARTICIPATION',
    member,
    status,
    since: from,
    reference: source,
  };
  return [{ source, fact, index: event.index }];
}

async function participationFacts(
  db: Db,
  log: EventLog,
  members: readonly number[],
  committee: number,
): Promise<readonly DatedFact[]> {
  const facts: DatedFact[] = [];
  for (const member of members) {
    const events = await log.readStream(db, participationStream({ member, committee }));
    facts.push(
      ...events
        .filter((e) => e.type === 'PStatusDowngraded' || e.type === 'PStatusReinstated')
        .flatMap((e) => ofParticipation(member, e)),
    );
  }
  return facts;
}

/** When ISO memberships ended or came back, from the imports of members. */
async function standingFacts(db: Db, members: readonly number[]): Promise<readonly DatedFact[]> {
  if (members.length === 0) return [];
  const rows = await db
    .selectFrom('registry.member_standing')
    .select(['member', 'active', dayText('valid_from').as('from')])
    .where('member', 'in', members)
    .orderBy('member')
    .orderBy('valid_from')
    .execute();
  return rows.flatMap(({ member, active, from }, i): readonly DatedFact[] => {
    const before = rows[i - 1];
    const was = before?.member === member ? before.active : true;
    const fact: OutsideFact = {
      kind: 'BODY',
      member,
      active,
      since: from as Day,
      reference: `registry:${from}`,
    };
    return was === active
      ? []
      : [{ source: `registry/members/${from}/${String(member)}`, fact, index: null }];
  });
}

/** Everything the outside has shown that could concern an agreement, in the order of the dates. */
export async function factsFor(
  db: Db,
  log: EventLog,
  { committee, lead, twinned }: Agreement,
): Promise<readonly DatedFact[]> {
  const members = [lead, twinned].filter((member) => member !== null);
  const ofCommittee =
    committee === null
      ? []
      : [
          ...(await committeeFacts(db, log, committee)),
          ...(await participationFacts(db, log, members, committee)),
        ];
  return [...ofCommittee, ...(await standingFacts(db, members))].sort(byDate);
}
