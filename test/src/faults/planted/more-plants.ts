import pg from 'pg';
import { classOf, commandService, loaded, replace, type Plant } from './replacing.js';

type Transports = Readonly<Record<string, (delivery: object) => Promise<unknown>>>;
interface DispatcherParts {
  readonly transports: Transports;
  readonly options: object;
}

/** Gives the outbox other parts for each attempt. */
const attemptingWith =
  (parts: (mine: DispatcherParts) => Readonly<Record<string, unknown>>): Plant =>
  async (app) => {
    if (app !== 'worker') return;
    replace(
      await classOf('apps/worker/dist/outward/dispatcher.js', 'Dispatcher'),
      'attempt',
      (original) =>
        function (...args) {
          const others = Object.entries(parts(this as DispatcherParts));
          const given = others.map(([name, value]) => [name, { value }] as const);
          return original.apply(Object.create(this, Object.fromEntries(given)) as object, args);
        },
    );
  };

/** Bugs of the command path, of deadlines and workflows, and of messages. */
export const MORE_PLANTS: Readonly<Record<string, Plant>> = {
  'answers a repeat otherwise': async (app) => {
    if (app !== 'api') return;
    const answered = new Set<string>();
    replace(
      await commandService(),
      'answer',
      (original) =>
        function (...args) {
          const { id } = args[1] as { id: string };
          const outcome = args[2] as { accepted: boolean; version: number };
          const isRepeat = answered.has(id);
          answered.add(id);
          const told = isRepeat ? { ...outcome, version: outcome.version + 1 } : outcome;
          return original.apply(this, [args[0], args[1], told]);
        },
    );
  },
  'says 500 when the database is away': async (app) => {
    if (app !== 'api') return;
    replace(
      await commandService(),
      'send',
      (original) =>
        async function (...args) {
          try {
            return await original.apply(this, args);
          } catch (error) {
            const name = (error as Error).constructor.name;
            if (name === 'Problem' || name === 'RefusedOutcome') throw error;
            throw new TypeError('planted');
          }
        },
    );
  },
  'dies when the database ends a session': () => {
    replace(
      pg.Pool,
      'on',
      (original) =>
        function (...args) {
          return args[0] === 'error' ? this : original.apply(this, args);
        },
    );
  },
  // Rewritten as it is loaded (`rewriting.ts`): loading it here shows that the text is there.
  'fires no deadline': () => loaded('libs/engine/dist/due-first.js'),
  'ends workflows and starts none': async (app) => {
    if (app !== 'worker') return;
    replace(
      await classOf('apps/worker/dist/workflow-keeper.js', 'WorkflowKeeper'),
      'once',
      () =>
        async function () {
          const { sender } = this as {
            sender: {
              running(): Promise<readonly string[]>;
              end(agreement: string, why: string): Promise<void>;
            };
          };
          const [first] = await sender.running();
          if (first !== undefined) await sender.end(first, 'planted');
        },
    );
  },
  'carries out nothing that was left': async (app) => {
    if (app !== 'worker') return;
    replace(
      await classOf('apps/worker/dist/sweep.js', 'Sweep'),
      'once',
      () => () => Promise.resolve(),
    );
  },
  'takes a failed attempt for a sent message': attemptingWith(({ transports }) => ({
    transports: Object.fromEntries(
      Object.entries(transports).map(([channel, send]) => [
        channel,
        (delivery: object) => send(delivery).then(() => null),
      ]),
    ),
  })),
  'gives a message up after one attempt': attemptingWith(({ options }) => ({
    options: { ...options, retries: [] },
  })),
};
