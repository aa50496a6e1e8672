import { loadCase } from '@twinning/case-file';
import { DISTRIBUTION, type Agreement, type EventMap } from '@twinning/domain';
import { sql } from 'kysely';
import { asRegistry } from '@twinning/engine';
import { committeeFact, committeeMembers } from '@twinning/registry';
import type { Resources } from '../resources.js';

/** What became of the messages that went out with a commit. */
interface Messages {
  readonly version: number;
  readonly about: string;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
}

/** Who gets the agreement or hears of it, as the registry has it today, and every time that it was sent. */
export async function distributionOf(resources: Resources, state: Agreement, today: string) {
  const registry = asRegistry(resources.db);
  const { committee } = state;
  const [fact, members, sent] = await Promise.all([
    committee === null ? null : committeeFact(registry, committee, today),
    committee === null ? [] : committeeMembers(registry, committee, today),
    sentOf(resources, state.id),
  ]);
  const of = (ids: readonly (number | null)[]) =>
    members.filter(({ id }) => ids.includes(id)).map(({ id, acronym }) => ({ id, acronym }));
  const bodies = (recipient: string) =>
    recipient === 'COMMITTEE_SECRETARIAT'
      ? of([fact?.secretariatMemberId ?? null])
      : recipient === 'COMMITTEE_MEMBERS'
        ? of(members.map(({ id }) => id).filter((id) => id !== state.lead && id !== state.twinned))
        : [];
  return {
    items: DISTRIBUTION.map((entry) => ({ ...entry, bodies: bodies(entry.recipient) })),
    sent,
  };
}

/** Each sending as the record has it, with the messages of its commit where there were any. */
async function sentOf({ db, log }: Resources, agreement: string) {
  const [{ events }, { rows }] = await Promise.all([
    loadCase(db, log, agreement),
    sql<Messages>`
      SELECT n.version, n.content->>'about' AS about,
             count(*) FILTER (WHERE d.state = 'waiting')::int AS waiting,
             count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
             count(*) FILTER (WHERE d.state = 'failed')::int AS failed
        FROM engine.notice n LEFT JOIN engine.delivery d ON d.notice = n.id
       WHERE n.agreement = ${agreement} AND n.kind = 'information'
       GROUP BY n.id ORDER BY n.version`.execute(db),
  ]);
  return events
    .filter((event) => event.type === 'CommitteeNotified')
    .map(({ index, version, occurredAt: at, payload }) => {
      const { about, recipients } = payload as unknown as EventMap['CommitteeNotified'];
      // A notice bears the version at the end of the commit.
      const notice = rows.find((row) => row.about === about && row.version >= version);
      const { waiting, sent, failed } = notice ?? { waiting: 0, sent: 0, failed: 0 };
      return { about, at, index, recipients, messages: { waiting, sent, failed } };
    });
}
