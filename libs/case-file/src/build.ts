import { createHash } from 'node:crypto';
import { agreementStream, namesOfPersons, refusalStream, type Db } from '@twinning/engine';
import {
  canonicalJson,
  checkpointNow,
  claimedCheckpoint,
  consistencyBetween,
  keyChanges,
  LOG_STREAM,
  provenStream,
  rememberedNodes,
  signNote,
  verifierText,
  type EventLog,
  type JsonObject,
  type ProofAt,
  type Signer,
  type Source,
  type Withhold,
} from '@twinning/event-log';
import { verifierFiles } from '@twinning/infra/verify';
import { accountOf } from './account.js';
import { writeArchive, type Member } from './archive.js';
import { loadCommands, type Case } from './case.js';
import { caseOf, isWithheld, leafOf } from './content.js';
import { erasuresFor } from './erasures.js';
import {
  CONTINUES,
  FILES,
  FORMAT,
  KEY_CHANGES,
  sealText,
  type CaseEvents,
  type Continuation,
  type Manifest,
} from './format.js';
import { readMe } from './read-me.js';

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
  /** A size of the record that the file is to show to be continued: that of a checkpoint which somebody has kept. */
  readonly since?: number | undefined;
}

/**
 * The case file of an agreement (a ZIP archive, docs/record.md): complete up to the checkpoint that it bears. Null when
 * the record knows no such agreement, or the reader does not see it.
 */
export async function buildCaseFile(
  { db, log, signer, reader = db }: CaseSources,
  agreement: string,
  { withhold, histories = [], since }: CaseFileOptions = {},
): Promise<Buffer | null> {
  const checkpoint = await checkpointNow(db, signer);
  const { size, origin } = claimedCheckpoint(checkpoint);
  const at: ProofAt = {
    nodes: rememberedNodes(db),
    size,
    keys: log.keys,
    ...(withhold && { withhold }),
  };
  const told = {
    log: (await provenStream(db, LOG_STREAM, at)).slice(0, 1),
    agreement: await provenStream(reader, agreementStream(agreement), at),
    refusals: await provenStream(reader, refusalStream(agreement), at),
  };
  if (told.agreement.length === 0) return null;
  const erasures = await erasuresFor(db, [...told.agreement, ...told.refusals], at);
  const events: CaseEvents = { ...told, ...(erasures.length > 0 && { erasures }) };
  const commands = await commandsOf(db, agreement, events, size);
  const of = await withPeople(db, log, caseOf(agreement, events, commands));
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
  const changes = await keyChanges(db);
  const { page, script } = await verifierFiles();
  const files: readonly Member[] = [
    member(FILES.readme, readMe(head, key)),
    member(FILES.accountEn, accountOf(of, origin, 'en')),
    member(FILES.accountFr, accountOf(of, origin, 'fr')),
    member(FILES.page, page),
    member(FILES.script, script),
    member(FILES.checkpoint, checkpoint),
    member(FILES.key, `${key}\n`),
    member(FILES.events, pretty(events)),
    member(FILES.commands, pretty(commands)),
    ...(changes.length === 0 ? [] : [member(KEY_CHANGES, pretty(changes.map((c) => c.note)))]),
    ...(await continuation(db, since, size)),
    ...histories.map(({ run, json }) => member(`temporal/${run}.json`, json)),
  ];
  return writeArchive(sealed(head, files, signer));
}

// A size that the record has not reached cannot be shown; its own needs no proof.
async function continuation(db: Db, since: number | undefined, size: number) {
  if (since === undefined || since < 1 || since >= size) return [];
  const proof = await consistencyBetween(db, since, size);
  const shown: Continuation = { size: since, proof: proof.map((hash) => hash.toString('base64')) };
  return [member(CONTINUES, pretty(shown))];
}

/** The members with a manifest over them and the record's signature over the manifest. */
export function sealed(
  head: Omit<Manifest, 'files'>,
  files: readonly Member[],
  signer: Signer,
): readonly Member[] {
  const hashes = Object.fromEntries(files.map((f) => [f.name, sha256(f.bytes)]));
  const manifest: Manifest = { ...head, files: hashes };
  const text = canonicalJson(manifest as unknown as JsonObject);
  const seal = signNote(sealText(manifest, sha256(Buffer.from(text))), signer);
  return [...files, member(FILES.manifest, text), member(FILES.seal, seal)];
}

// A command would tell what a withheld field of its events does not: then it is left out. So is what came after the
// checkpoint.
async function commandsOf(db: Db, agreement: string, events: CaseEvents, size: number) {
  const all = [...events.agreement, ...events.refusals].map((event) => ({
    event,
    leaf: leafOf(event),
  }));
  const hidden = new Set(
    all.filter(({ event, leaf }) => isWithheld(event, leaf)).map(({ leaf }) => leaf.commandId),
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
