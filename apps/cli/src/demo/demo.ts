import { CommandSender } from '@twinning/conductor';
import { addDays, addMonths, dayAt, fromMs, instant, toMs, type Day } from '@twinning/domain';
import { openDatabase, setClock } from '@twinning/engine';
import { verifyLog } from '@twinning/event-log';
import { Kysely, PostgresDialect } from 'kysely';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import type { Tools } from '../tools.js';
import { Script } from './script.js';
import { Stage } from './stage.js';

const LAUNCHER = fileURLToPath(new URL('../../../../infra/start.mjs', import.meta.url));

/** One whole agreement on a product of its own, its clock moved on to each next deadline; nothing is left behind. */
export async function demo(tools: Tools, paceMs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'twinning-demo-'));
  const product = await startProduct(folder);
  try {
    await tellStory(new Context({ data: folder }, {}), tools, paceMs);
  } finally {
    await stopProduct(product);
    await rm(folder, { recursive: true, force: true });
  }
}

async function startProduct(folder: string): Promise<ChildProcess> {
  // The folder of a demonstration whose agreements need not be loaded: this story is the only one.
  const facts = { format: 1, rate: 1, demonstration: true, demoLoaded: true };
  await writeFile(join(folder, 'twinning-data.json'), JSON.stringify(facts));
  const port = await freePort();
  const child = spawn(process.execPath, [LAUNCHER, '--data', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4_000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      reject(new Failure((m) => m.failures.demoNotStarted, words.trim()));
    });
  });
  ended.catch(() => undefined);
  await Promise.race([ended, untilReady(`http://127.0.0.1:${String(port)}/health/ready`)]);
  return child;
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).then(
      async (r) => ((await r.json()) as { status?: string }).status,
      () => undefined,
    );
    if (answer === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function stopProduct(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });

async function tellStory(context: Context, tools: Tools, paceMs: number): Promise<void> {
  const { language } = tools;
  const { story } = tools.messages;
  const output = tools.output();
  const pool = new pg.Pool({ connectionString: await context.adminUrl(), max: 2 });
  const admin = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const db = openDatabase({ url: await context.databaseUrl(), poolSize: 2 });
  const sender = await CommandSender.connect(await context.temporal());
  const stage = new Stage(context, language, () => ({}));
  const today = dayAt(fromMs(Date.now()));
  let now = Date.now();
  // A story that runs faster than it can be read tells nothing.
  const say = async (what: string): Promise<void> => {
    output.say(`${dayAt(fromMs(now))}  ${what}`);
    if (!output.json) await new Promise((resolve) => setTimeout(resolve, paceMs));
  };
  const moveTo = async (ms: number) => {
    now = Math.max(now, ms);
    await setClock(admin, fromMs(now), 1);
  };
  // Stops at every deadline on the way and waits until the agreement's workflow has seen to it.
  const goTo = async (on: Day): Promise<void> => {
    const target = Date.parse(`${on}T10:00:00Z`);
    for (let next = await deadline(stage); next !== null && next.due <= target; ) {
      await moveTo(next.due + 1_000);
      await sender.look(stage.agreement);
      const after = await passed(stage, next.due);
      await say(story.clock(next.text));
      next = after;
    }
    await moveTo(target);
  };
  try {
    const start = addDays(today, 130);
    const pair = {
      lead: 'ASI',
      twinned: 'IES',
      committee: 47878,
      start,
      end: addDays(addMonths(start, 24), -1),
      language,
    };
    const script = new Script(stage, goTo, say, pair, story);
    for (const step of [
      'draft',
      'invite',
      'confirm',
      'request',
      'submit',
      'approve',
      'register',
      'propose',
      'agree',
      'sign',
      'accept',
    ] as const) {
      await script[step]();
    }
    for (const n of [1, 2]) await script.year(n, addDays(addMonths(pair.end, -3), 4));
    await script.evaluate();
    await script.becomeP();
    await script.close();
    const { status, statusText } = await stage.look();
    const { size, root, faults } = await verifyLog(db, null);
    if (faults.length > 0) tools.exitCode = EXIT.failed;
    output.result({ agreement: stage.agreement, status, events: size, root, faults }, () =>
      [
        story.end(statusText),
        story.record(String(size), root),
        faults.length === 0 ? story.intact : story.faulty,
      ].join('\n'),
    );
  } finally {
    await sender.close();
    await db.destroy();
    await admin.destroy();
  }
}

async function deadline(stage: Stage): Promise<{ due: number; text: string } | null> {
  if (!stage.isOpen) return null;
  const next = await stage.nextDeadline();
  return next === null ? null : { due: toMs(instant(next.due)), text: next.text };
}

/** Waits until the deadline that was due has been seen to; answers the next one. */
async function passed(stage: Stage, due: number): Promise<{ due: number; text: string } | null> {
  for (let left = 200; left > 0; left -= 1) {
    const next = await deadline(stage);
    if (next === null || next.due > due) return next;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Failure(
    (m) => m.failures.demoStuck,
    (m) => m.failures.readWorkerLog,
  );
}
