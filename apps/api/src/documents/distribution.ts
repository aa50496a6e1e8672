import { loadCase } from '@twinning/case-file';
import { DISTRIBUTION, type Agreement, type EventMap } from '@twinning/domain';
import { sql } from 'kysely';
import { asRegistry, deskOfRecipient } from '@twinning/engine';
import { committeeFact, committeeMembers } from '@twinning/registry';
import type { Resources } from '../resources.js';

/** What became of the messages that went out with a commit. */
interface Messages {
  readonly version: number;
  readonly about: string;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  /** Desks that had a contact, and `COMMITTEE_MEMBERS` where a body of the committee had one. */
  readonly reached: readonly string[];
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
  const items = DISTRIBUTION.map((entry) => ({ ...entry, bodies: bodies(entry.recipient) }));
  const contacts = await Promise.all(
    items.map(({ recipient, bodies: of }) =>
      contactsOf(
        resources,
        recipient,
        of.map(({ id }) => id),
        committee,
      ),
    ),
  );
  return { items: items.map((item, i) => ({ ...item, contacts: contacts[i] ?? 0 })), sent };
}

/** How many addresses a message to this recipient would leave for today: the rule of `engine.enqueue`. */
async function contactsOf(
  { db }: Resources,
  recipient: string,
  bodies: readonly number[],
  committee: number | null,
): Promise<number> {
  const members = recipient === 'COMMITTEE_MEMBERS' ? [...bodies] : [];
  const { rows } = await sql<{ contacts: number }>`
    SELECT count(*)::int AS contacts FROM engine.contact
     WHERE state <> 'disabled' AND kind <> 'webhook'
       AND (desk = ${deskOfRecipient(recipient)} OR member = ANY (${members}::int[]))
       AND (committee IS NULL OR committee = ${committee})`.execute(db);
  return rows[0]?.contacts ?? 0;
}

/** Each sending as the record has it, with the messages of its commit where there were any. */
async function sentOf({ db, log }: Resources, agreement: string) {
  const [{ events }, { rows }] = await Promise.all([
    loadCase(db, log, agreement),
    sql<Messages>`
      SELECT n.version, n.content->>'about' AS about,
             count(*) FILTER (WHERE d.state = 'waiting')::int AS waiting,
             count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
             count(*) FILTER (WHERE d.state = 'failed')::int AS failed,
             coalesce(array_agg(DISTINCT coalesce(c.desk, 'COMMITTEE_MEMBERS'))
                        FILTER (WHERE c.id IS NOT NULL), '{}') AS reached
        FROM engine.notice n LEFT JOIN engine.delivery d ON d.notice = n.id
             LEFT JOIN engine.contact c ON c.id = d.contact
       WHERE n.agreement = ${agreement} AND n.kind = 'information'
       GROUP BY n.id ORDER BY n.version`.execute(db),
  ]);
  return events
    .filter((event) => event.type === 'CommitteeNotified')
    .map(({ index, version, occurredAt: at, payload }) => {
      const { about, recipients } = payload as unknown as EventMap['CommitteeNotified'];
      // A notice bears the version at the end of the commit.
      const notice = rows.find((row) => row.about === about && row.version >= version);
      const none = { waiting: 0, sent: 0, failed: 0, reached: [] as readonly string[] };
      const { waiting, sent, failed, reached } = notice ?? none;
      return {
        ...{ about, at, index, recipients, messages: { waiting, sent, failed } },
        withoutMessage: recipients.filter((each) => !reached.includes(deskOfRecipient(each))),
      };
    });
}
