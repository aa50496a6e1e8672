import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import {
  claimedCheckpoint,
  receiptAt,
  rootOf,
  signCheckpoint,
  signerFrom,
  signNote,
  verifierText,
  type ProvenEvent,
} from '@twinning/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiptOfCommand, type CommandReceipt } from './receipt.js';
import { found, python, threeOnReceipts } from './verifiers.testing.js';
import { unchangedText } from './verify/receipt.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const forger = signerFrom('test/log', Buffer.alloc(32, 8));
const key = verifierText(record);
const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

/** An answer as the API gives it, as far as it is proven. */
interface Answer {
  readonly command: string;
  readonly agreement: string;
  readonly proof: CommandReceipt;
  readonly version: number;
  readonly [more: string]: unknown;
}
type Sent = Awaited<ReturnType<EngineUnderTest['send']>>;
type Kind = 'accepted' | 'refused' | 'unchanged';

describe('a receipt, alone or in its answer', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let ask: Awaited<ReturnType<typeof threeOnReceipts>>;
  let answers: Readonly<Record<Kind, Answer>>;
  /** Another command of the same agreement, accepted. */
  let other: Answer;
  let smaller: string;

  const proofOf = async ({ command, agreement, outcome }: Sent): Promise<CommandReceipt> => {
    const { accepted, version, decidedAt } = outcome;
    const made = outcome.accepted ? outcome.events.length : 1;
    const given = await receiptOfCommand(
      { db: engine.db, log: engine.log, signer: record },
      { ...{ command, agreement, accepted, made, version, decidedAt } },
    );
    if (given === null) throw new Error('No receipt.');
    return given;
  };
  const answerOf = async (sent: Sent): Promise<Answer> => {
    const { command, agreement, outcome } = sent;
    const proof = await proofOf(sent);
    const { version } = outcome;
    if (outcome.accepted) {
      const { decidedAt, events } = outcome;
      return { command, agreement, status: 'ACCEPTED', version, decidedAt, events, proof };
    }
    const { code, clause, details, index: recorded } = outcome;
    return { status: 403, code, clause, details, command, agreement, version, recorded, proof };
  };

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-receipts-'));
    ask = await threeOnReceipts(folder);
    const opened = await engine.send(cast.lead, 'StartDraft', draft);
    const { agreement } = opened;
    const edit = () => engine.send(cast.lead, 'EditRequest', { goals: 'One.' }, { agreement });
    const [accepted, unchanged] = [await edit(), await edit()];
    const refused = await engine.send(cast.lead, 'RegisterInGd', {}, { agreement });
    other = await answerOf(opened);
    answers = {
      accepted: await answerOf(accepted),
      unchanged: await answerOf(unchanged),
      refused: await answerOf(refused),
    };
    const { origin, size } = claimedCheckpoint(other.proof.checkpoint);
    const less = { origin, size: size - 1, root: await rootOf(engine.db, size - 1) };
    smaller = signCheckpoint(less, record);
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['accepted', 'refused', 'unchanged'] as const)(
    'of a command that was %s holds in all three verifiers',
    async (kind) => {
      const answer = answers[kind];
      for (const [given, isAnswer] of [
        [answer, true],
        [answer.proof, false],
      ] as const) {
        const told = await ask(given, key);
        expect(told).toHaveLength(python ? 3 : 2);
        for (const one of told) {
          expect(one).toMatchObject({
            ...{ holds: true, faults: [], command: answer.command, isAnswer },
            size: claimedCheckpoint(answer.proof.checkpoint).size,
            ...{ entries: 1, unchangedAt: kind === 'unchanged' ? answer.version : null },
          });
        }
      }
    },
  );

  it('of a single entry, and of all entries of an answer, holds in all three', async () => {
    const { command, proof, ...rest } = other;
    const [entry] = proof.events;
    const { size } = claimedCheckpoint(proof.checkpoint);
    const leaf = await receiptAt(engine.db, entry?.index ?? 0, size, record);
    for (const given of [leaf, { ...rest, command, proofs: [leaf] }])
      for (const { holds, faults } of await ask(given, key))
        expect([holds, faults]).toEqual([true, []]);
    const wrong = { ...rest, command: other.agreement, proofs: [leaf] };
    for (const { faults } of await ask(wrong, key))
      expect(found(faults)).toEqual(['COMMAND OTHER_COMMAND']);
    for (const { faults } of await ask({ ...rest, command, proofs: [] }, key))
      expect(found(faults)).toContain('RECEIPT RECEIPT_EMPTY');
  });

  const event = (answer: Answer, change: (of: ProvenEvent) => object): Answer => ({
    ...answer,
    proof: {
      ...answer.proof,
      events: answer.proof.events.map((one) => ({ ...one, ...change(one) })),
    },
  });
  const proof = (answer: Answer, change: object): Answer => ({
    ...answer,
    proof: { ...answer.proof, ...change },
  });
  const recoded = (leaf: string, from: string | RegExp, to: string): string =>
    Buffer.from(Buffer.from(leaf, 'base64').toString().replace(from, to)).toString('base64');
  const notBase = (hash: string): string => (hash.startsWith('A') ? 'B' : 'A') + hash.slice(1);

  it.each<readonly [string, Kind, (of: Answer) => unknown, string]>([
    [
      'another leaf',
      'accepted',
      (a) => event(a, ({ leaf }) => ({ leaf: recoded(leaf, /"version":\d+/, '"version":9') })),
      'PROOFS NOT_IN_TREE',
    ],
    [
      'the leaf of another command',
      'accepted',
      (a) => proof(a, { events: other.proof.events }),
      'COMMAND OTHER_COMMAND',
    ],
    [
      'another path',
      'accepted',
      (a) => event(a, ({ proof: [first = '', ...path] }) => ({ proof: [notBase(first), ...path] })),
      'PROOFS NOT_IN_TREE',
    ],
    [
      'a shorter path',
      'refused',
      (a) => event(a, ({ proof: path }) => ({ proof: path.slice(1) })),
      'PROOFS NOT_IN_TREE',
    ],
    [
      'another place',
      'refused',
      (a) => event(a, ({ index }) => ({ index: index - 1 })),
      'PROOFS NOT_IN_TREE',
    ],
    [
      'a place that is no number of entries',
      'refused',
      (a) => event(a, () => ({ index: 0.5 })),
      'PROOFS NOT_IN_TREE',
    ],
    [
      'another size, signed',
      'accepted',
      (a) => proof(a, { checkpoint: smaller }),
      'PROOFS NOT_IN_TREE',
    ],
    [
      'another size, not signed',
      'accepted',
      (a) => proof(a, { checkpoint: a.proof.checkpoint.replace(/\n(\d+)\n/, '\n1$1\n') }),
      'CHECKPOINT CHECKPOINT_SIGNATURE',
    ],
    [
      'another key',
      'accepted',
      (a) =>
        proof(a, { checkpoint: signCheckpoint(claimedCheckpoint(a.proof.checkpoint), forger) }),
      'CHECKPOINT CHECKPOINT_SIGNATURE',
    ],
    [
      'another command',
      'accepted',
      (a) => ({ ...proof(a, { command: other.command }), command: other.command }),
      'COMMAND OTHER_COMMAND',
    ],
    [
      'another agreement',
      'refused',
      (a) => ({ ...proof(a, { agreement: a.command }), agreement: a.command }),
      'COMMAND OTHER_COMMAND',
    ],
    ['the other outcome', 'refused', (a) => proof(a, { accepted: true }), 'COMMAND OTHER_COMMAND'],
    [
      'another value',
      'refused',
      (a) =>
        event(a, ({ fields }) => ({
          fields: { ...fields, code: { ...fields.code, value: 'NOT_FOUND' } },
        })),
      'FIELDS FIELD_DIFFERS',
    ],
    [
      'a value that was not recorded',
      'refused',
      (a) =>
        event(a, ({ fields }) => ({ fields: { ...fields, more: { ...fields.code, value: 1 } } })),
      'FIELDS FIELD_UNKNOWN',
    ],
    ['no entry', 'accepted', (a) => proof(a, { events: [] }), 'RECEIPT RECEIPT_EMPTY'],
    [
      'a leaf that is none',
      'accepted',
      (a) => event(a, () => ({ leaf: 'bm90aGluZw==' })),
      'RECEIPT FILE_MALFORMED',
    ],
    ['another shape', 'accepted', (a) => ({ ...a.proof, events: 1 }), 'RECEIPT FILE_MALFORMED'],
    ['no receipt at all', 'accepted', () => 'nothing', 'RECEIPT FILE_MALFORMED'],
    [
      'an answer to another command',
      'accepted',
      (a) => ({ ...a, command: other.command }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'an answer of another agreement',
      'accepted',
      (a) => ({ ...a, agreement: a.command }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'an answer of another version',
      'accepted',
      (a) => ({ ...a, version: a.version + 1 }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'an answer of another time',
      'accepted',
      (a) => ({ ...a, decidedAt: '2031-01-01T00:00:00.000Z' }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'an answer with other events',
      'accepted',
      (a) => ({ ...a, events: [{ index: 1, type: 'TermsFrozen' }] }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'an answer without its events',
      'accepted',
      (a) => ({ ...a, events: [] }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'a refusal that says it was accepted',
      'refused',
      (a) => ({ ...a, status: 'ACCEPTED', events: [] }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'an acceptance that says it was refused',
      'accepted',
      (a) => ({ ...a, status: 403 }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'a refusal for another reason',
      'refused',
      (a) => ({ ...a, code: 'NOT_FOUND' }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'a refusal under another clause',
      'refused',
      (a) => ({ ...a, clause: 'ST 1' }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'a refusal recorded elsewhere',
      'refused',
      (a) => ({ ...a, recorded: 1 }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'another version at which nothing changed',
      'unchanged',
      (a) => ({ ...a, version: 1 }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'events of what changed nothing',
      'unchanged',
      (a) => ({ ...a, events: [{ index: 1, type: 'RequestEdited' }] }),
      'ANSWER OUTCOME_DIFFERS',
    ],
    [
      'the signed word of another command',
      'unchanged',
      (a) => proof(a, { command: other.command }),
      'COMMAND UNCHANGED_DIFFERS',
    ],
    [
      'a checkpoint for the signed word',
      'unchanged',
      (a) => proof(a, { unchanged: a.proof.checkpoint }),
      'COMMAND UNCHANGED_DIFFERS',
    ],
    [
      'the word of another signer',
      'unchanged',
      (a) => {
        const { command, agreement, version } = a;
        const decidedAt = String(a['decidedAt']);
        const text = unchangedText({ origin: 'test/log', command, agreement, version, decidedAt });
        return proof(a, { unchanged: signNote(text, forger) });
      },
      'COMMAND UNCHANGED_DIFFERS',
    ],
  ])(
    'with %s turns red in each of the three, for the same reasons',
    async (_, kind, forge, why) => {
      const [ours = [], ...others] = (await ask(forge(answers[kind]), key)).map(
        ({ faults, holds }) => {
          expect(holds).toBe(false);
          return [...found(faults)].sort();
        },
      );
      expect(ours).toContain(why);
      expect(others).toEqual(others.map(() => ours));
      expect(others).toHaveLength(python ? 2 : 1);
    },
  );
});
