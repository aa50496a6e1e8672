import {
  addContacts,
  changeSettings,
  listContacts,
  listMessages,
  replayTo,
  rotateSecret,
  setContactState,
  type ContactKey,
  RHYTHMS,
  type Db,
  type Rhythm,
} from '@twinning/engine';
import { Argument, Option, type Command } from 'commander';
import { EXIT, Failure } from '../failure.js';
import { outboxMessages } from '../messages/outbox.js';
import { numberFrom } from '../number-option.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';

interface AddOptions {
  readonly member?: number;
  readonly desk?: string;
  readonly committee?: number;
  readonly speak: 'en' | 'fr';
}

/** `twinning outbox`: who receives messages, what became of them, pause, replay. For operators. */
export function registerOutbox(program: Command, tools: Tools): void {
  const words = outboxMessages[tools.language];
  const whole = numberFrom(1, { whole: true });
  const group = program.command('outbox').description(words.group);
  const on = <T>(work: (db: Db, key: ContactKey) => Promise<T>) =>
    withRecord(tools, ({ db, contactKey }) => work(db, contactKey));
  group
    .command('contacts')
    .description(words.contacts)
    .action(() => on((db, key) => contacts(db, key, tools)));
  group
    .command('messages')
    .description(words.messages)
    .option('--agreement <id>', words.agreement)
    .option('--limit <n>', words.limit, whole, 50)
    .action((options: { agreement?: string; limit: number }) =>
      on((db, key) => messages(db, key, tools, options)),
    );
  group
    .command('add')
    .description(words.add)
    .addArgument(new Argument('<kind>', words.kind).choices(['email', 'webhook']))
    .argument('<address>', words.address)
    .option('--member <id>', words.member, whole)
    .option('--desk <name>', words.desk)
    .option('--committee <id>', words.committee, whole)
    .addOption(new Option('--speak <language>', words.speak).choices(['en', 'fr']).default('en'))
    .action((kind: 'email' | 'webhook', address: string, options: AddOptions) =>
      on((db, key) => add(db, key, tools, kind, address, options)),
    );
  for (const [name, state] of [
    ['pause', 'paused'],
    ['resume', 'active'],
  ] as const) {
    group
      .command(name)
      .description(words[name])
      .argument('<contact>', words.contact)
      .action((id: string) =>
        on(async (db) => {
          known(tools, id, await setContactState(db, id, state));
          tools.output().result({ id, state }, () => words.done(id, words.states[state] ?? state));
        }),
      );
  }
  group
    .command('rotate')
    .description(words.rotate)
    .argument('<contact>', words.contact)
    .action((id: string) =>
      on(async (db, key) => {
        const secret = await rotateSecret(db, key, id);
        known(tools, id, secret !== null);
        tools.output().result({ id, secret }, () => words.secret(secret ?? ''));
      }),
    );
  group
    .command('rhythm')
    .description(words.rhythm)
    .argument('<contact>', words.contact)
    .addArgument(new Argument('<rhythm>', words.how).choices(RHYTHMS))
    .option('--news', words.news)
    .option('--no-news', words.noNews)
    .action((id: string, rhythm: Rhythm, { news }: { news?: boolean }) =>
      on(async (db) => {
        const change = { rhythm, ...(news !== undefined && { news }) };
        const settings = await changeSettings(db, { id }, change);
        known(tools, id, settings !== null);
        tools
          .output()
          .result({ id, ...settings }, () =>
            words.hears(id, words.states[rhythm] ?? rhythm, settings?.news !== false),
          );
      }),
    );
  group
    .command('replay')
    .description(words.replay)
    .argument('<contact>', words.contact)
    .requiredOption('--since <time>', words.since)
    .action((id: string, { since }: { since: string }) =>
      on(async (db) => {
        const count = await replayTo(db, id, since);
        tools.output().result({ id, since, count }, () => words.replayed(count));
      }),
    );
}

const known = (tools: Tools, id: string, isKnown: boolean): void => {
  if (isKnown) return;
  const words = outboxMessages[tools.language];
  throw new Failure(
    () => words.noContact(id),
    () => words.seeContacts,
    EXIT.failed,
    { code: 'NOT_FOUND' },
  );
};

async function contacts(db: Db, key: ContactKey, tools: Tools): Promise<void> {
  const words = outboxMessages[tools.language];
  const items = await listContacts(db, key);
  tools.output().result({ items }, () =>
    items.length === 0
      ? words.none
      : items
          .map((c) => {
            const who = [c.member ?? c.desk, c.committee].filter((part) => part !== null).join('/');
            const state = words.states[c.state] ?? c.state;
            const counts = words.counts(c.waiting, c.sent, c.failed);
            return `${c.id}  ${c.kind} ${c.address} (${who}, ${c.language}, ${words.states[c.rhythm] ?? c.rhythm}${c.news ? '' : ' –'}) ${state}${c.why === null ? '' : `: ${c.why}`}; ${counts}`;
          })
          .join('\n'),
  );
}

async function messages(
  db: Db,
  key: ContactKey,
  tools: Tools,
  { agreement, limit }: { agreement?: string; limit: number },
): Promise<void> {
  const words = outboxMessages[tools.language];
  const items = await listMessages(db, key, { agreement: agreement ?? null, limit });
  tools
    .output()
    .result({ items }, () =>
      items.length === 0
        ? words.none
        : items
            .map(
              (m) =>
                `${m.createdAt}  ${m.kind} ${m.agreement}@${String(m.version)} → ${m.address}: ${words.states[m.state] ?? m.state} (${String(m.attempts)})${m.why === null ? '' : ` ${m.why}`}`,
            )
            .join('\n'),
    );
}

async function add(
  db: Db,
  key: ContactKey,
  tools: Tools,
  kind: 'email' | 'webhook',
  address: string,
  { member, desk, committee, speak }: AddOptions,
): Promise<void> {
  const words = outboxMessages[tools.language];
  if ((member === undefined) === (desk === undefined)) {
    throw new Failure(() => words.oneRecipient, null, EXIT.usage, { code: 'USAGE' });
  }
  const [added] = await addContacts(db, key, [
    {
      kind,
      address,
      member: member ?? null,
      desk: desk ?? null,
      committee: committee ?? null,
      language: speak,
    },
  ]);
  if (added === undefined) throw new Error('Nothing was added.');
  tools
    .output()
    .result(added, () =>
      [words.added(added.id), ...(added.secret === null ? [] : [words.secret(added.secret)])].join(
        '\n',
      ),
    );
}
