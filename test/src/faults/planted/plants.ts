import { CommandSender } from '@twinning/conductor';
import { clockFrom, Executor, type Clock, type Db } from '@twinning/engine';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { MORE_PLANTS } from './more-plants.js';
import { classOf, commandService, replace, type Plant } from './replacing.js';

const DAY_MS = 86_400_000;

/** What each bug of `bugs.ts` that lies in a process does there, by its name. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  ...MORE_PLANTS,
  'answers before the commit': async (app) => {
    if (app !== 'api') return;
    replace(
      await commandService(),
      'carryOut',
      (original) =>
        function (...args) {
          // Not always: nobody could lay a deadline in an agreement that is not there yet, and no scenario would begin.
          if (Math.random() < 0.5) return original.apply(this, args);
          void Promise.resolve(original.apply(this, args)).catch(() => undefined);
          const { id, agreement } = args[1] as { id: string; agreement: string };
          const decidedAt = new Date().toISOString();
          const outcome = { accepted: true, version: 1, decidedAt, events: [] };
          return Promise.resolve({ decided: true, command: id, agreement, outcome, receipt: null });
        },
    );
  },
  'takes a repeat for a new command': async (app) => {
    if (app !== 'api') return;
    replace(
      await commandService(),
      'send',
      (original) =>
        function (...args) {
          const request = args[0] as { key: string };
          return original.apply(this, [{ ...request, key: randomUUID() }]);
        },
    );
  },
  // See `rewriting.ts`.
  'appends without looking at the version': () => undefined,
  'decides a decided command again': () => {
    replace(
      Executor,
      'execute',
      (original) =>
        async function (...args) {
          const { db } = this as { db: Db };
          await sql`UPDATE engine.command SET outcome = NULL, decided_at = NULL
                 WHERE id = ${args[0]}`.execute(db);
          return original.apply(this, args);
        },
    );
  },
  'forgets stored commands': () => {
    replace(
      CommandSender,
      'send',
      (original) =>
        function (...args) {
          const { id } = args[0] as { id: string };
          return /^[0-3]/.test(id) ? new Promise(() => undefined) : original.apply(this, args);
        },
    );
  },
  'sends each attempt of a message under another id': async (app) => {
    if (app !== 'worker') return;
    const dispatcher = await classOf('apps/worker/dist/outward/dispatcher.js', 'Dispatcher');
    replace(
      dispatcher,
      'attempt',
      (original) =>
        function (...args) {
          const { transports } = this as {
            transports: Record<string, (delivery: object) => unknown>;
          };
          const delivery = args[0] as { channel: string };
          const send = transports[delivery.channel];
          const others = {
            ...transports,
            [delivery.channel]: (d: object) => send?.({ ...d, notice: randomUUID() }),
          };
          const other = Object.create(this, { transports: { value: others } }) as object;
          return original.apply(other, args);
        },
    );
  },
  'fires deadlines by a clock of its own': () => {
    const ahead: Clock = clockFrom(() => Date.now() + 400 * DAY_MS);
    replace(
      Executor,
      'look',
      (original) =>
        function (...args) {
          return original.apply(Object.create(this, { clock: { value: ahead } }) as object, args);
        },
    );
  },
  'serves readings that were kept too long': async (app) => {
    if (app !== 'api') return;
    const kept = new Map<string, unknown>();
    const reader = await classOf('apps/api/dist/agreements/reader.js', 'AgreementReader');
    replace(
      reader,
      'detail',
      (original) =>
        async function (...args) {
          const key = JSON.stringify([(args[0] as { person: string }).person, args[1]]);
          const old = kept.get(key);
          if (old !== undefined && Math.random() < 0.3) return old;
          const now = await original.apply(this, args);
          if (old === undefined) kept.set(key, now);
          return now;
        },
    );
  },
};
