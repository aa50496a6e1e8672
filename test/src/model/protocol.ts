/**
 * The command path as a small machine: two partners, three commands, one agreement. Everything that can happen at a
 * moment is a move; whatever dies loses its memory, and only the record stays. `Bug` leaves one safeguard out.
 */

/** Commands of the two partners: an edit each, and a signature that only fits the version it was made for. */
export const COMMANDS = ['lead-edits', 'twinned-edits', 'lead-signs'] as const;
export type CommandId = (typeof COMMANDS)[number];

export const BUGS = [
  'answers before the commit',
  'decides a decided command again',
  'writes the outcome apart from the events',
  'appends without looking at the version',
  'forgets stored commands',
  'writes the projection apart from the events',
  'writes the message apart from the events',
  'gives each attempt an id of its own',
  'sends a message before its events are there',
  'answers a repeat from memory',
] as const;
export type Bug = (typeof BUGS)[number];

type Answer = 'accepted' | 'conflict';

export interface Stored {
  readonly outcome: Answer | null;
}

/** Where the carrying out of a command stands in the worker's memory; lost when it dies. */
type Working = 'idle' | 'decided' | 'half-written' | 'written';

interface Attempt {
  readonly at: Working;
  readonly read: number;
}

export interface World {
  /** The record: who appended, in order; its length is the version. */
  readonly log: readonly CommandId[];
  readonly stored: Readonly<Partial<Record<string, Stored>>>;
  readonly projected: number;
  /** Messages written, and messages that a de-duplicating receiver holds. */
  readonly outbox: readonly number[];
  readonly received: readonly number[];
  readonly working: Readonly<Partial<Record<string, Attempt>>>;
  /** What the client was told, for ever. */
  readonly told: Readonly<Partial<Record<CommandId, Answer>>>;
  /** Requests of the client for one command so far: the first and its repeats. */
  readonly asked: Readonly<Partial<Record<CommandId, number>>>;
  readonly crashes: number;
  /** Answers that differ from an earlier answer to the same command. */
  readonly contradicted: boolean;
}

export const START: World = {
  log: [],
  stored: {},
  projected: 0,
  outbox: [],
  received: [],
  working: {},
  told: {},
  asked: {},
  crashes: 0,
  contradicted: false,
};

export interface Limits {
  readonly crashes: number;
  /** Times that a client sends one command. */
  readonly sends: number;
}

// Everybody has read version 0: what comes second is a conflict, unless it is an edit of the other part.
const judge = (command: CommandId, log: readonly CommandId[]): Answer =>
  command === 'lead-signs' && log.length > 0 ? 'conflict' : 'accepted';

const commandOf = (key: string): CommandId => key.split('#')[0] as CommandId;

function tell(world: World, command: CommandId, answer: Answer): World {
  const before = world.told[command];
  return {
    ...world,
    told: { ...world.told, [command]: before ?? answer },
    contradicted: world.contradicted || (before !== undefined && before !== answer),
  };
}

const without = (working: World['working'], key: string): World['working'] =>
  Object.fromEntries(Object.entries(working).filter(([k]) => k !== key));

/** Every world that one move away may be. */
export function moves(world: World, bug: Bug | null, limits: Limits): readonly World[] {
  const next: World[] = [];
  for (const command of COMMANDS) {
    const sent = world.asked[command] ?? 0;
    if (sent < limits.sends) {
      const key =
        bug === 'gives each attempt an id of its own' ? `${command}#${String(sent)}` : command;
      const known = world.stored[key];
      const asked = { ...world.asked, [command]: sent + 1 };
      if (known?.outcome != null) next.push(tell({ ...world, asked }, command, known.outcome));
      else if (bug === 'answers a repeat from memory' && sent > 0) {
        next.push(tell({ ...world, asked }, command, 'accepted'));
      } else {
        next.push({
          ...world,
          asked,
          stored: { ...world.stored, [key]: known ?? { outcome: null } },
        });
      }
    }
  }
  for (const key of Object.keys(world.stored)) next.push(...workOn(world, key, bug));
  if (world.crashes < limits.crashes) {
    const stored =
      bug === 'forgets stored commands'
        ? Object.fromEntries(Object.entries(world.stored).filter(([, s]) => s?.outcome != null))
        : world.stored;
    next.push({ ...world, stored, working: {}, crashes: world.crashes + 1 });
  }
  for (const message of world.outbox) {
    if (!world.received.includes(message)) {
      next.push({ ...world, received: [...world.received, message].sort() });
    }
  }
  return next;
}

function workOn(world: World, key: string, bug: Bug | null): readonly World[] {
  const command = commandOf(key);
  const stored = world.stored[key];
  const attempt = world.working[key];
  if (stored === undefined) return [];
  const at = (to: Working, more: Partial<World> = {}): World => ({
    ...world,
    ...more,
    working: { ...world.working, [key]: { at: to, read: attempt?.read ?? world.log.length } },
  });
  if (attempt === undefined) {
    if (stored.outcome !== null && bug !== 'decides a decided command again') return [];
    return [
      bug === 'answers before the commit'
        ? tell(at('decided'), command, judge(command, world.log))
        : bug === 'sends a message before its events are there'
          ? at('decided', { received: [...world.received, world.log.length + 1].sort() })
          : at('decided'),
    ];
  }
  switch (attempt.at) {
    case 'idle':
      return [];
    case 'decided':
      return [commit(world, key, bug, attempt)];
    case 'half-written':
      return [finish(world, key, bug)];
    case 'written':
      return [
        tell(
          { ...world, working: without(world.working, key) },
          command,
          stored.outcome ?? 'accepted',
        ),
      ];
  }
}

// One transaction under the lock: what was decided is decided on what is there now. The bugs tear it apart.
function commit(world: World, key: string, bug: Bug | null, attempt: Attempt): World {
  const command = commandOf(key);
  const stored = world.stored[key];
  const decidedAlready = stored?.outcome != null && bug !== 'decides a decided command again';
  if (decidedAlready)
    return { ...world, working: { ...world.working, [key]: { ...attempt, at: 'written' } } };
  const base =
    bug === 'appends without looking at the version' ? world.log.slice(0, attempt.read) : world.log;
  const answer = judge(command, base);
  const log = answer === 'accepted' ? [...world.log, command] : world.log;
  const apart =
    bug === 'writes the outcome apart from the events' ||
    bug === 'writes the projection apart from the events' ||
    bug === 'writes the message apart from the events';
  const whole: World = {
    ...world,
    log,
    stored:
      bug === 'writes the outcome apart from the events'
        ? world.stored
        : { ...world.stored, [key]: { outcome: answer } },
    projected: bug === 'writes the projection apart from the events' ? world.projected : log.length,
    outbox:
      bug === 'writes the message apart from the events' || answer === 'conflict'
        ? world.outbox
        : [...world.outbox, log.length],
  };
  const at: Working = apart ? 'half-written' : 'written';
  return { ...whole, working: { ...world.working, [key]: { ...attempt, at } } };
}

/** What a bug has left for a second transaction. */
function finish(world: World, key: string, bug: Bug | null): World {
  const command = commandOf(key);
  const answer: Answer = world.log.includes(command) ? 'accepted' : 'conflict';
  return {
    ...world,
    stored: { ...world.stored, [key]: { outcome: answer } },
    projected:
      bug === 'writes the projection apart from the events' ? world.log.length : world.projected,
    outbox: [...new Set([...world.outbox, ...world.log.map((_, i) => i + 1)])],
    working: { ...world.working, [key]: { at: 'written', read: world.log.length } },
  };
}
