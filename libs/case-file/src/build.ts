import { createHash } from 'node:crypto';
import { agreementStream, namesOfPersons, refusalStream, type Db } from '@twinning/engine';
import {
  canonicalJson,
  checkpointNow,
  claimedCheckpoint,
  consistencyBetween,
  LOG_STREAM,
  newestCosigned,
  provenKeyChanges,
  provenStream,
  rememberedNodes,
  signNote,
  verifierText,
  type EventLog,
  type JsonObject,
  type ProofAt,
  type ProvenEvent,
  type Signer,
  type Source,
  type Withhold,
} from '@twinning/event-log';
import type { Vault } from '@twinning/filing';
import { verifierFiles } from '@twinning/infra/verify';
import { accountOf } from './account.js';
import { streamArchive, type Member } from './archive.js';
import { loadCommands, type Case } from './case.js';
import { caseOf, isHidden, leafOf, withoutHiddenRequests } from './content.js';
import { documentsNamed, planDocuments } from './documents.js';
import { erasuresFor } from './erasures.js';
import {
  CONTINUES,
  DOCUMENTS,
  FILES,
  FORMAT,
  KEY_CHANGES,
  sealText,
  WITNESSES,
  type CaseDocument,
  type CaseEvents,
  type Continuation,
  type Cosigned,
  type Manifest,
} from './format.js';
import { namesIn } from './names.js';
import { readMe } from './read-me.js';
import { demandWhole } from './whole.js';

/** A Temporal history as JSON, by the id of its run. */
export interface RunHistory {
  readonly run: string;
  readonly json: string;
}

/** What a case is read with; `reader` is who reads it, when that is not the application itself. */
export interface CaseSources {
  readonly db: Db;
  readonly log: EventLog;
  readonly signer: Signer;
  readonly reader?: Source;
}

export interface CaseFileOptions {
  /** Fields that stay commitments; whoever is shown them later can check them against this file. */
  readonly withhold?: Withhold;
  readonly histories?: readonly RunHistory[];
  /** Sizes of the record that the file is to show to be continued: those of checkpoints which somebody has kept. */
  readonly since?: number | readonly number[] | undefined;
  /** Where the documents lie that the events name; without one they are left out, and only their hashes stand there. */
  readonly vault?: Pick<Vault, 'get'> | undefined;
}

/** A case file that is about to be written: everything of the database has been read. */
export interface PreparedCaseFile {
  /** Documents that will be opened for it. */
  readonly documents: number;
  /** The archive piece by piece; no more than one document is held at a time. */
  readonly pieces: () => AsyncGenerator<Buffer>;
}

/** The case file of an agreement in one piece, as `prepareCaseFile` makes it; null when there is none. */
export async function buildCaseFile(
  on: CaseSources,
  agreement: string,
  options: CaseFileOptions = {},
): Promise<Buffer | null> {
  const prepared = await prepareCaseFile(on, agreement, options);
  if (prepared === null) return null;
  const pieces: Buffer[] = [];
  for await (const piece of prepared.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * The case file of an agreement (a ZIP archive, docs/record.md): complete up to the checkpoint that it bears. Null when
 * the record knows no such agreement, or the reader does not see it. Throws `RecordIncomplete` when events are missing.
 */
export async function prepareCaseFile(
  { db, log, signer, reader = db }: CaseSources,
  agreement: string,
  { withhold, histories = [], since, vault }: CaseFileOptions = {},
): Promise<PreparedCaseFile | null> {
  const checkpoint = await checkpointNow(db, signer);
  const { size, origin } = claimedCheckpoint(checkpoint);
  await demandWhole(db, agreement, size);
  const at: ProofAt = {
    nodes: rememberedNodes(db),
    size,
    keys: log.keys,
    ...(withhold && { withhold }),
  };
  const told = withoutHiddenRequests({
    log: (await provenStream(db, LOG_STREAM, at)).slice(0, 1),
    agreement: await provenStream(reader, agreementStream(agreement), at),
    refusals: await provenStream(reader, refusalStream(agreement), at),
  });
  if (told.agreement.length === 0) return null;
  const erasures = await erasuresFor(db, [...told.agreement, ...told.refusals], at);
  const keys = await provenKeyChanges(db, size);
  const events: CaseEvents = {
    ...told,
    ...(erasures.length > 0 && { erasures }),
    ...(keys.length > 0 && { keys }),
  };
  const commands = await commandsOf(db, agreement, events, size);
  const called = namesIn(await log.readStream(reader, agreementStream(agreement)));
  const of = { ...(await withPeople(db, log, caseOf(agreement, events, commands))), called };
  const key = verifierText(signer);
  const version = events.agreement.length;
  const head = {
    format: FORMAT,
    agreement,
    origin,
    size,
    version,
    refusals: events.refusals.length,
  } as const;
  const { page, script } = await verifierFiles();
  const named = documentsNamed(events.agreement);
  const planned = await planDocuments({ db, reader, vault }, agreement, {
    named: [...named.keys()],
    erased: erasedIn(events),
  });
  const cosigned = (await newestCosigned(db, signer, size)).map(
    ({ note, proof }): Cosigned => ({ note, proof: proof.map((hash) => hash.toString('base64')) }),
  );
  const files: readonly Member[] = [
    member(FILES.readme, readMe(head, key)),
    member(FILES.page, page),
    member(FILES.script, script),
    member(FILES.checkpoint, checkpoint),
    member(FILES.key, `${key}\n`),
    member(FILES.events, pretty(events)),
    member(FILES.commands, pretty(commands)),
    member(WITNESSES, pretty(cosigned)),
    ...(keys.length === 0 ? [] : [member(KEY_CHANGES, pretty(keys.map(noteOf)))]),
    ...(await continuation(db, since, size)),
    ...histories.map(({ run, json }) => member(`temporal/${run}.json`, json)),
  ];
  async function* unsealed(): AsyncGenerator<Member> {
    yield* files;
    const documents: CaseDocument[] = [];
    for (const each of planned) {
      const { document, member: file } = await each.read();
      documents.push(document);
      if (file !== null) yield file;
    }
    yield member(DOCUMENTS, pretty(documents));
    const account = { origin, documents, named };
    yield member(FILES.accountEn, accountOf(of, account, 'en'));
    yield member(FILES.accountFr, accountOf(of, account, 'fr'));
  }
  return {
    documents: planned.filter(({ document }) => document.file !== null).length,
    pieces: () => streamArchive(sealing(head, unsealed(), signer)),
  };
}

const noteOf = ({ fields }: ProvenEvent) => fields.note?.value ?? '';

const erasedIn = ({ erasures = [] }: CaseEvents): ReadonlySet<string> =>
  new Set(erasures.flatMap(({ fields }) => (fields.files?.value ?? []) as readonly string[]));

// A size that the record has not reached cannot be shown; its own needs no proof. One stands alone, as earlier releases
// of the verifiers read it.
async function continuation(db: Db, since: CaseFileOptions['since'], size: number) {
  const sizes = [...new Set([since ?? []].flat())].filter((each) => each >= 1 && each < size);
  const shown: Continuation[] = [];
  for (const each of sizes.sort((a, b) => a - b)) {
    const proof = await consistencyBetween(db, each, size);
    shown.push({ size: each, proof: proof.map((hash) => hash.toString('base64')) });
  }
  if (shown.length === 0) return [];
  return [member(CONTINUES, pretty(shown.length === 1 ? shown[0] : shown))];
}

/** The members with a manifest over them and the record's signature over the manifest. */
export function sealed(
  head: Omit<Manifest, 'files'>,
  files: readonly Member[],
  signer: Signer,
): readonly Member[] {
  return [...files, ...sealOver(head, new Map(files.map(hashed)), signer)];
}

async function* sealing(
  head: Omit<Manifest, 'files'>,
  files: AsyncIterable<Member>,
  signer: Signer,
): AsyncGenerator<Member> {
  const hashes = new Map<string, string>();
  for await (const file of files) {
    hashes.set(...hashed(file));
    yield file;
  }
  yield* sealOver(head, hashes, signer);
}

const hashed = ({ name, bytes }: Member): [string, string] => [name, sha256(bytes)];

function sealOver(
  head: Omit<Manifest, 'files'>,
  hashes: ReadonlyMap<string, string>,
  signer: Signer,
): readonly [Member, Member] {
  const manifest: Manifest = { ...head, files: Object.fromEntries(hashes) };
  const text = canonicalJson(manifest as unknown as JsonObject);
  const seal = signNote(sealText(manifest, sha256(Buffer.from(text))), signer);
  return [member(FILES.manifest, text), member(FILES.seal, seal)];
}

// A command would tell what a withheld field of its events does not: then it is left out. So is what came after the
// checkpoint.
async function commandsOf(db: Db, agreement: string, events: CaseEvents, size: number) {
  const all = [...events.agreement, ...events.refusals].map((event) => ({
    event,
    leaf: leafOf(event),
  }));
  const hidden = new Set(
    all.filter(({ event, leaf }) => isHidden(event, leaf)).map(({ leaf }) => leaf.commandId),
  );
  return (await loadCommands(db, agreement)).filter(({ id, outcome }) => {
    if (outcome === null || hidden.has(id)) return false;
    const indexes = outcome.accepted ? outcome.events.map((e) => e.index) : [outcome.index ?? size];
    return indexes.every((index) => index < size);
  });
}

async function withPeople(db: Db, log: EventLog, of: Case): Promise<Case> {
  const acted = [...of.events, ...of.refusals].map((e) => e.actor.person);
  return { ...of, people: await namesOfPersons(db, log, acted) };
}

const member = (name: string, content: string): Member => ({ name, bytes: Buffer.from(content) });
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
