import { hashOf } from '@twinning/engine';
import { softPasskey } from '@twinning/engine/testing';
import { claimedCheckpoint, signCheckpoint, signerFrom } from '@twinning/event-log';
import type { Member } from './archive.js';
import { leafOf } from './content.js';
import { FILES, type CaseCommand, type CaseEvents, type Manifest } from './format.js';

/** Bears the record's name, and no key that anybody knows. */
const stranger = signerFrom('test/log', Buffer.alloc(32, 11));

/** A case file taken apart, to be changed and written anew. */
export interface Forgery {
  readonly events: { -readonly [K in keyof CaseEvents]-?: NonNullable<CaseEvents[K]>[number][] };
  readonly commands: CaseCommand[];
  manifest: Manifest;
  files: Member[];
}

type Fields = CaseEvents['agreement'][number]['fields'];

/** Changes fields of the agreement's event of a type, the first one being 0. */
function ofType(
  { events }: Forgery,
  type: string,
  which: number,
  change: (fields: Fields) => Fields,
): void {
  const places = events.agreement.flatMap((e, i) => (leafOf(e).type === type ? [i] : []));
  const at = places[which] ?? -1;
  const event = events.agreement[at] as CaseEvents['agreement'][number];
  events.agreement[at] = { ...event, fields: { ...event.fields, ...change(event.fields) } };
}

/** Answers the first accepted command, or the first refused one, otherwise. */
function answering({ commands }: Forgery, accepted: boolean, over: object): void {
  const at = commands.findIndex((c) => c.outcome?.accepted === accepted);
  const command = commands[at] as CaseCommand;
  commands[at] = { ...command, outcome: { ...command.outcome, ...over } as never };
}

/** Puts another request in place of the second one, and makes its hash anew. */
function asking({ commands, manifest }: Forgery, over: Partial<CaseCommand>): CaseCommand {
  const command = { ...(commands[1] as CaseCommand), ...over };
  const { type, payload, principal } = command;
  const asked = { agreement: manifest.agreement, type, payload, person: principal.person };
  return (commands[1] = { ...command, requestHash: hashOf(asked) });
}

const last = <T>(list: readonly T[]): T => list.at(-1) as T;
/** What a forger does, and what every verifier must say of it: `CLAIM CODE`. */
export const FORGERIES: readonly (readonly [string, (of: Forgery) => void, string])[] = [
  [
    'a changed value',
    ({ events }) => {
      const event = last(events.agreement);
      const [field = '', shown] = Object.entries(event.fields)[0] ?? [];
      const fields = {
        ...event.fields,
        [field]: { salt: shown?.salt ?? '', value: 'Something else.' },
      };
      events.agreement.splice(-1, 1, { ...event, fields });
    },
    'FIELDS FIELD_DIFFERS',
  ],
  [
    'a field that was never recorded',
    ({ events }) => {
      const event = last(events.agreement);
      const extra = { salt: '0'.repeat(32), value: 1 };
      events.agreement.splice(-1, 1, { ...event, fields: { ...event.fields, extra } });
    },
    'FIELDS FIELD_UNKNOWN',
  ],
  [
    'a changed leaf',
    ({ events }) => {
      const event = last(events.agreement);
      const leaf = Buffer.from(event.leaf, 'base64').toString().replace('"SIGNATORY"', '"TPM"');
      events.agreement.splice(-1, 1, { ...event, leaf: Buffer.from(leaf).toString('base64') });
    },
    'PROOFS NOT_IN_TREE',
  ],
  ['a removed event', ({ events }) => events.agreement.splice(4, 1), 'ORDER OUT_OF_ORDER'],
  [
    'a removed last event, and a manifest that says so',
    (of) => {
      of.events.agreement.pop();
      of.manifest = { ...of.manifest, version: of.manifest.version - 1 };
    },
    'MANIFEST MANIFEST_SIGNATURE',
  ],
  [
    'the whole agreement removed',
    ({ events, commands }) => {
      events.agreement.length = 0;
      commands.length = 0;
    },
    'ORDER COUNT_DIFFERS',
  ],
  [
    'a checkpoint with an unknown key',
    (of) => {
      const name = FILES.checkpoint;
      const note = of.files.find((m) => m.name === name)?.bytes.toString() ?? '';
      const forged = signCheckpoint(claimedCheckpoint(note), stranger);
      of.files = of.files.map((m) => (m.name === name ? { name, bytes: Buffer.from(forged) } : m));
    },
    'CHECKPOINT CHECKPOINT_SIGNATURE',
  ],
  [
    'two events swapped',
    ({ events }) => {
      const [a, b] = events.agreement.splice(2, 2);
      events.agreement.splice(2, 0, b as never, a as never);
    },
    'ORDER OUT_OF_ORDER',
  ],
  [
    'an event inserted',
    ({ events }) => events.agreement.splice(3, 0, events.agreement[3] as never),
    'ORDER OUT_OF_ORDER',
  ],
  [
    'an event of another stream inserted',
    ({ events }) => events.agreement.push(events.log[0] as never),
    'ORDER OTHER_STREAM',
  ],
  ['the refusals left out', ({ events }) => events.refusals.pop(), 'ORDER COUNT_DIFFERS'],
  [
    'an event at another index',
    ({ events }) => {
      const event = events.agreement[1] as CaseEvents['agreement'][number];
      events.agreement[1] = { ...event, index: event.index + 0.5 };
    },
    'PROOFS NOT_IN_TREE',
  ],
  [
    'a proof cut short',
    ({ events }) => {
      const event = events.agreement[1] as CaseEvents['agreement'][number];
      events.agreement[1] = { ...event, proof: event.proof.slice(1) };
    },
    'PROOFS NOT_IN_TREE',
  ],
  ['a command left out', ({ commands }) => commands.shift(), 'COMMANDS COMMAND_MISSING'],
  [
    'a changed request',
    ({ commands }) => {
      commands[0] = { ...(commands[0] as CaseCommand), payload: { side: 'TWINNED' } };
    },
    'COMMANDS COMMAND_CHANGED',
  ],
  [
    'a changed answer',
    ({ commands }) => {
      const at = commands.findIndex((c) => c.outcome?.accepted === false);
      const command = commands[at] as CaseCommand;
      commands[at] = { ...command, outcome: { ...command.outcome, code: 'FORBIDDEN' } as never };
    },
    'COMMANDS OUTCOME_DIFFERS',
  ],
  ...(
    [
      ['clause', { clause: 'ST.1' }],
      ['details', { details: { forged: true } }],
      ['version', { version: 1 }],
      ['time', { decidedAt: '2020-01-01T00:00:00.000Z' }],
    ] as const
  ).map(
    ([what, over]) =>
      [
        `another ${what} of a refusal`,
        (of: Forgery) => {
          answering(of, false, over);
        },
        'COMMANDS OUTCOME_DIFFERS',
      ] as const,
  ),
  ...(
    [
      ['version', { version: 99 }],
      ['time', { decidedAt: '2020-01-01T00:00:00.000Z' }],
    ] as const
  ).map(
    ([what, over]) =>
      [
        `another ${what} of an accepted command`,
        (of: Forgery) => {
          answering(of, true, over);
        },
        'COMMANDS OUTCOME_DIFFERS',
      ] as const,
  ),
  [
    'another request, with the hash made anew',
    (of) => {
      asking(of, { payload: { member: 7 } });
    },
    'COMMANDS COMMAND_CHANGED',
  ],
  [
    'another person’s request, with the hash made anew and no hash in the leaf',
    (of) => {
      const command = asking(of, { principal: { person: 'somebody.else' } });
      for (const [i, event] of of.events.agreement.entries()) {
        const { $request: _, ...fields } = event.fields;
        if (leafOf(event).commandId === command.id) of.events.agreement[i] = { ...event, fields };
      }
    },
    'COMMANDS COMMAND_CHANGED',
  ],
  [
    'another record’s name',
    (of) => (of.manifest = { ...of.manifest, origin: 'other/log' }),
    'CHECKPOINT CHECKPOINT_OTHER',
  ],
  ['a file left out', (of) => of.files.splice(1, 1), 'FILES FILE_MISSING'],
  [
    'a file added',
    (of) => of.files.push({ name: 'note.txt', bytes: Buffer.from('!') }),
    'FILES FILE_UNKNOWN',
  ],
  [
    'another text under a signatory’s own key',
    (of) => {
      ofType(of, 'AgreementSigned', 0, ({ documentHash }) => ({
        documentHash: { salt: documentHash?.salt ?? '', value: '0'.repeat(64) },
      }));
    },
    'SIGNATURES SEAL_DIFFERS',
  ],
  ...(
    [
      ['AgreementSigned', 1, 'ES256'],
      ['AmendmentSigned', 0, 'RS256'],
      ['AmendmentSigned', 1, 'Ed25519'],
    ] as const
  ).map(
    ([type, which, kind]) =>
      [
        `a signature with a passkey that is another’s (${kind})`,
        (of: Forgery) => {
          ofType(of, type, which, ({ passkey }) => {
            const other = softPasskey(kind)('anything');
            const value = { ...(passkey?.value as object), publicKey: other.publicKey };
            return { passkey: { salt: passkey?.salt ?? '', value } };
          });
        },
        'SIGNATURES SEAL_DIFFERS',
      ] as const,
  ),
  [
    'events that are none',
    (of) => of.events.agreement.push({ leaf: 'bm8=' } as never),
    'FILES FILE_MALFORMED',
  ],
];
