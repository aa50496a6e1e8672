import { FAILPOINTS, OUTBOX_FAILPOINTS } from '@twinning/engine';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMITTEE } from '../support/request.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

type Step = readonly [person: string, command: string, payload: (hash: unknown) => unknown];

/** From the draft to the registration, one command type after the other. */
const STORY: readonly Step[] = [
  ['asi.rep', 'invite-partner', () => ({ member: 1725 })],
  ['ies.rep', 'confirm-partner', () => ({})],
  [
    'asi.rep',
    'edit-request',
    () => ({
      competence: 'Twenty years in food standards.',
      goals: 'Own experts in two working groups.',
      outcome: 'A participating member.',
      plannedStart: '2027-06-01',
      plannedMonths: 36,
      leadContact: 'asi.rep',
      need: 'To comment on drafts in time.',
      twinnedContact: 'ies.rep',
    }),
  ],
  ['asi.rep', 'consent-to-request', (hash) => ({ hash })],
  ['ies.rep', 'consent-to-request', (hash) => ({ hash })],
  ['ies.rep', 'submit-request', () => ({})],
  ['tpm', 'approve-by-tpm', () => ({})],
  ['tpm', 'register-in-gd', () => ({})],
];
const TYPES = [
  'StartDraft',
  'InvitePartner',
  'ConfirmPartner',
  'EditRequest',
  'ConsentToRequest',
  'SubmitRequest',
  'ApproveByTpm',
  'RegisterInGD',
];
/** Where the type of the command is not known yet, or no more. */
const UNTYPED = ['worker-before-execute@any', 'worker-before-answer@ACCEPTED'];

const marks = (): readonly string[] => [
  ...FAILPOINTS.filter((name) => !name.startsWith('worker-')).flatMap((name) =>
    TYPES.map((type) => `${name}@${type}`),
  ),
  ...UNTYPED,
  ...OUTBOX_FAILPOINTS.map((name) => `${name}@email`),
];

async function reading(scene: Scene, agreement: string): Promise<Record<string, unknown>> {
  for (let left = 150; left > 0; left -= 1) {
    const answer = await scene.product
      .get('auditor', `/v1/agreements/${agreement}`)
      .catch(() => null);
    if (answer?.status === 200) return answer.body;
    await pause(200);
  }
  throw new Error('F34: the agreement cannot be read');
}

/** Every failpoint kills its process once for each type of command; the story comes to its end all the same. */
async function everyFailpoint(scene: Scene): Promise<void> {
  const { product } = scene;
  const folder = await mkdtemp(join(tmpdir(), 'twinning-failpoints-'));
  const address = 'partner@example.org';
  await product.cli('outbox', 'add', 'email', address, '--member', '1725');
  for (const app of ['worker', 'api'] as const) {
    await product.kill(app);
    product.run(app, { TWINNING_FAILPOINTS: folder, TWINNING_OUTBOX_MS: '200' });
  }
  const client = scene.client(96);
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
  const { body } = await client.persist('asi.rep', null, 'start-draft', draft, null);
  const agreement = String(body.agreement);
  for (const [person, command, payload] of STORY) {
    const { version, requestHash } = await reading(scene, agreement);
    const done = await client.persist(
      person,
      agreement,
      command,
      payload(requestHash),
      Number(version),
    );
    demand(
      done.status === 200,
      `F34: ${command} was answered ${String(done.status)} ${JSON.stringify(done.body)}`,
    );
  }
  const missing = async () => {
    const met = new Set(await readdir(folder));
    return marks().filter((mark) => !met.has(mark));
  };
  // What the story did not meet the other clients do, and messages go out a moment later.
  for (let left = 100; left > 0 && (await missing()).length > 0; left -= 1) await pause(200);
  const never = await missing();
  for (const app of ['worker', 'api'] as const) {
    await product.kill(app);
    product.run(app);
  }
  await product.ready();
  product.processes.endedAlone.splice(0);
  await rm(folder, { recursive: true });
  demand(never.length === 0, `F34: never reached: ${never.join(', ')}`);
}

export const failpointRows: readonly Row[] = [
  {
    id: 'F34',
    title: 'killed at every failpoint, once for each type of command on the way to registration',
    inject: everyFailpoint,
    spoils: true,
  },
];
