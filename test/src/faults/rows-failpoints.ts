import { FAILPOINTS, OUTBOX_FAILPOINTS, type FailpointName } from '@twinning/engine';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const APPS = ['worker', 'api'] as const;

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
      justifications: [
        { check: 'CLAIM_HELD', text: 'The other twinning there ends first.' },
        { check: 'JOINT_COMMITTEE_CHECK', text: 'Its supplement was read.' },
      ],
    }),
  ],
  [
    'ies.rep',
    'edit-request',
    () => ({ need: 'To comment on drafts in time.', twinnedContact: 'ies.rep' }),
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
const typed = (...names: readonly FailpointName[]): readonly string[] =>
  names.flatMap((name) => TYPES.map((type) => `${name}@${type}`));

interface Pass {
  /** A committee of its own: two of a lead partner's twinnings cannot be registered in one. */
  readonly committee: number;
  readonly armed: readonly string[];
}

/** Armed one set after the other, so that every mark is met in a story that gets on. */
const PASSES: readonly Pass[] = [
  { committee: 47878, armed: [...typed('execute-after-lock'), 'worker-before-execute@any'] },
  {
    committee: 48602,
    armed: [
      ...typed('execute-before-outcome'),
      ...OUTBOX_FAILPOINTS.map((name) => `${name}@email`),
    ],
  },
  {
    committee: 48750,
    armed: [...typed('execute-before-commit', 'api-after-store'), 'worker-before-answer@ACCEPTED'],
  },
  {
    committee: 49070,
    armed: typed('execute-after-commit', 'api-before-store'),
  },
  // By itself: where the worker dies after the commit, a repeat finds the outcome and nobody waits for an answer.
  { committee: 45020, armed: typed('api-before-answer') },
];
const ALL_MARKS = [
  ...typed(...FAILPOINTS.filter((name) => !name.startsWith('worker-'))),
  'worker-before-execute@any',
  'worker-before-answer@ACCEPTED',
  ...OUTBOX_FAILPOINTS.map((name) => `${name}@email`),
];

async function reading(scene: Scene, agreement: string): Promise<Record<string, unknown>> {
  for (const end = Date.now() + scene.patienceMs; Date.now() < end; ) {
    const answer = await scene.product
      .get('auditor', `/v1/agreements/${agreement}`)
      .catch(() => null);
    if (answer?.status === 200) return answer.body;
    await pause(200);
  }
  throw new Error('F34: the agreement cannot be read');
}

const SENT_MS = 60_000;

/** Every failpoint kills its process once for each type of command; the story comes to its end all the same. */
async function everyFailpoint(scene: Scene): Promise<void> {
  await scene.product.cli('outbox', 'add', 'email', 'partner@example.org', '--member', '1725');
  const passed = new Set(PASSES.flatMap(({ armed }) => armed));
  const forgotten = ALL_MARKS.filter((mark) => !passed.has(mark));
  demand(forgotten.length === 0, `F34: in no pass: ${forgotten.join(', ')}`);
  // The deaths are the fault, and it lasts as long as a pass.
  for (const each of PASSES) await scene.away(() => pass(scene, each));
}

/** One story while only these failpoints are armed: the others are marked as met beforehand. */
async function pass(scene: Scene, { committee, armed }: Pass): Promise<void> {
  const { product } = scene;
  const folder = await mkdtemp(join(tmpdir(), 'twinning-failpoints-'));
  for (const mark of ALL_MARKS) {
    if (!armed.includes(mark)) await writeFile(join(folder, mark), '');
  }
  for (const app of APPS) {
    await product.kill(app);
    product.run(app, { TWINNING_FAILPOINTS: folder, TWINNING_OUTBOX_MS: '200' });
  }
  try {
    await tellTheStory(scene, committee);
    const missing = async () => {
      const met = new Set(await readdir(folder));
      return armed.filter((mark) => !met.has(mark));
    };
    // What the story did not meet the other clients do, and messages go out a moment later.
    for (const end = Date.now() + SENT_MS; Date.now() < end && (await missing()).length > 0; ) {
      await pause(200);
    }
    const never = await missing();
    demand(never.length === 0, `F34: never reached: ${never.join(', ')}`);
  } finally {
    for (const app of APPS) {
      await product.kill(app);
      product.run(app);
    }
    await product.ready();
    // These deaths were the fault itself.
    product.processes.endedAlone.splice(0);
    await rm(folder, { recursive: true });
  }
}

async function tellTheStory(scene: Scene, committee: number): Promise<void> {
  const client = scene.client(96);
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee };
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
}

export const failpointRows: readonly Row[] = [
  {
    id: 'F34',
    title: 'killed at every failpoint, once for each type of command on the way to registration',
    inject: everyFailpoint,
    spoils: true,
  },
];
