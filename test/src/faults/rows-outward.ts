import { sql } from 'kysely';
import { SmtpReceiver, WebhookReceiver, type Mood } from '../support/receivers.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const MOODS: readonly Mood[] = ['takes', 'fails', 'silent', 'drips', 'drops'];
const SENT_MS = 60_000;
const ENOUGH = 5;

interface Added {
  readonly id: string;
  readonly secret: string;
}

/** Receivers that fail in every way, a worker that dies between sending and noting, and one receiver that is gone. */
async function failingReceivers(scene: Scene): Promise<void> {
  const { product, random } = scene;
  let healed = false;
  const mood = (): Mood => (healed ? 'takes' : random.pick(MOODS));
  const hook = await WebhookReceiver.start(mood);
  const gone = await WebhookReceiver.start(() => 'gone');
  const mail = await SmtpReceiver.start(mood);
  const worker = {
    TWINNING_SMTP_URL: mail.url,
    TWINNING_WEBHOOK_NETWORKS: '127.0.0.0/8',
    TWINNING_OUTBOX_MS: '200',
    TWINNING_ATTEMPT_MS: '500',
    TWINNING_RETRY_MS: Array.from({ length: 40 }, () => '300').join(),
  };
  const add = async (kind: string, address: string, member: number) =>
    JSON.parse(
      await product.cli('--json', 'outbox', 'add', kind, address, '--member', String(member)),
    ) as Added;
  // The worker at work does not know these networks: it would fail, and wait minutes before it tried again.
  await product.kill('worker');
  const { member } = await memberOf(scene, 'ASI');
  const partner = (await memberOf(scene, 'IES')).member;
  const hooked = await add('webhook', hook.url, member);
  hook.secret = hooked.secret;
  const left = await add('webhook', gone.url, member);
  // Another seed on the same product is another contact: the same address would be the same one, and owed nothing.
  const mailed = await add('email', `partner-${String(random.seed)}@example.org`, partner);
  product.run('worker', worker);
  await product.ready();
  for (let n = 0; n < 3; n += 1) {
    await product.ready();
    await scene.wait(1_500, 2_500);
    await product.kill('worker');
    product.run('worker', worker);
  }
  await product.ready();
  await untilOwed(scene, [hooked.id, mailed.id]);
  healed = true;
  await stop(scene, [hooked.id, mailed.id]);
  await compare(scene, hooked.id, hook.taken);
  await compare(scene, mailed.id, mail.taken);
  demand(hook.forged.length === 0, `F31: ${String(hook.forged.length)} signatures do not verify`);
  const { rows } = await sql<{ state: string }>`
    SELECT state FROM engine.contact WHERE id = ${left.id}`.execute(product.db);
  demand(rows[0]?.state === 'disabled', 'F31: a receiver that answered 410 was not disabled');
  // What it was owed is named until somebody says that they know.
  await product.cli('outbox', 'pause', left.id);
  for (const receiver of [hook, gone, mail]) receiver.stop();
  await product.kill('worker');
  product.run('worker');
  await product.ready();
}

async function memberOf({ product }: Scene, acronym: string): Promise<{ member: number }> {
  const { rows } = await sql<{ member: number }>`
    SELECT id AS member FROM registry.member WHERE acronym = ${acronym}`.execute(product.db);
  const [row] = rows;
  if (row === undefined) throw new Error(`No body ${acronym}.`);
  return row;
}

/** The clients must have caused enough to compare. */
async function untilOwed({ product }: Scene, contacts: readonly string[]): Promise<void> {
  for (const end = Date.now() + SENT_MS; Date.now() < end; await pause(200)) {
    const { rows } = await sql<{ owed: number }>`
      SELECT count(*)::int AS owed FROM engine.delivery
       WHERE contact = ANY(${[...contacts]}::uuid[]) GROUP BY contact`.execute(product.db);
    if (rows.length === contacts.length && rows.every(({ owed }) => owed > ENOUGH)) return;
  }
}

/** No new messages for these contacts; waits until those that they are owed have gone out. */
async function stop({ product }: Scene, contacts: readonly string[]): Promise<void> {
  // A body that is no longer named gets nothing new, and what it is owed still goes out.
  await sql`UPDATE engine.contact SET member = 999999 WHERE id = ANY(${[...contacts]}::uuid[])`.execute(
    product.admin,
  );
  for (const end = Date.now() + SENT_MS; ; ) {
    const { rows } = await sql<{ waiting: number }>`
      SELECT count(*)::int AS waiting FROM engine.delivery
       WHERE state = 'waiting' AND contact = ANY(${[...contacts]}::uuid[])`.execute(product.db);
    if (rows[0]?.waiting === 0) return;
    if (Date.now() > end)
      throw new Error(`F31: still waiting: ${await whatWaits(product.db, contacts)}`);
    await pause(200);
  }
}

/** What keeps messages back, for whoever reads the violation. */
async function whatWaits(db: Scene['product']['db'], contacts: readonly string[]): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    SELECT c.kind || ' ' || c.state || ', attempt ' || d.attempts || ', due in ' ||
           round(extract(epoch FROM d.due_at - clock_timestamp())) || ' s, leased for ' ||
           coalesce(round(extract(epoch FROM d.leased_until - clock_timestamp()))::text, '–') || ' s: ' ||
           coalesce(d.why, '–') AS line
      FROM engine.delivery d JOIN engine.contact c ON c.id = d.contact
     WHERE d.state = 'waiting' AND d.contact = ANY(${[...contacts]}::uuid[])`.execute(db);
  return rows.map((row) => row.line).join('; ');
}

/** I7: what a de-duplicating receiver holds is exactly what the outbox owed it. */
async function compare(
  { product }: Scene,
  contact: string,
  taken: ReadonlyMap<string, number>,
): Promise<void> {
  const { rows } = await sql<{ notice: string; state: string }>`
    SELECT notice, state FROM engine.delivery WHERE contact = ${contact}`.execute(product.db);
  // What was done before the message went out was asked of nobody; one that had gone out by then may be held.
  const overtaken = rows.filter((row) => row.state === 'overtaken').map((row) => row.notice);
  const owed = rows
    .map((row) => row.notice)
    .filter((id) => !overtaken.includes(id))
    .sort();
  const held = [...taken.keys()]
    .map((id) => id.split('.')[0] ?? '')
    .filter((id) => !overtaken.includes(id))
    .sort();
  demand(owed.length > 3, `F31: only ${String(owed.length)} messages were owed`);
  demand(
    rows.every((row) => row.state === 'sent' || row.state === 'overtaken'),
    'F31: a message was given up',
  );
  demand(
    owed.join() === held.join(),
    `F31: ${String(owed.length)} messages owed, ${String(held.length)} held`,
  );
}

export const outwardRows: readonly Row[] = [
  {
    id: 'F31',
    title:
      'receivers of mail and webhooks that fail, keep silent, drip, take and drop, or are gone; worker killed meanwhile',
    inject: failingReceivers,
  },
];
