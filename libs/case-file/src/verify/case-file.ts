import {
  canonicalJson,
  givenUpIn,
  isGoodAt,
  KeyEnded,
  openCheckpoint,
  openNote,
  type Checkpoint,
  type Verifier,
} from '@twinning/event-log';
import { readArchive, type Member } from '../archive.js';
import { sha256 } from '../build.js';
import { caseOf } from '../content.js';
import type { Case } from '../case.js';
import {
  CONTINUES,
  DOCUMENTS,
  FILES,
  FIRST_FORMAT,
  FORMAT,
  isKnown,
  KEY_CHANGES,
  requiredIn,
  sealText,
  WITNESSES,
  type CaseCommand,
  type CaseDocument,
  type CaseEvents,
  type Manifest,
} from '../format.js';
import { checkDocuments, isDocumentList } from './documents.js';
import { checkCommands, checkErasures, checkEvents } from './events.js';
import { continuationsIn, heldFaults } from './held.js';
import { checkKeys } from './keys.js';
import { checkSeals } from './signatures.js';
import { checkWitnesses, isCosignedList } from './witnesses.js';
import type { CaseFault, CaseVerdict, ErasedFile } from './claims.js';

/** A verdict, and the case itself when the file could be read as one. */
export interface CaseReading {
  readonly verdict: CaseVerdict;
  readonly content: Case | null;
}

/**
 * Checks a case file claim by claim, offline. With `keys` the signatures must be theirs; without, those of the key
 * that the file brings, which proves only that the file agrees with itself. With `held`, checkpoints that were kept
 * elsewhere, its record must continue each of them; each of `witnesses` must have cosigned it, in the file or in these.
 */
export function verifyCaseFile(
  bytes: Buffer,
  keys: readonly Verifier[],
  held: readonly string[] = [],
  witnesses: readonly Verifier[] = [],
): CaseReading {
  const faults: CaseFault[] = [];
  const members = readArchive(bytes);
  if (members === null) {
    return failed([{ claim: 'ARCHIVE', code: 'ARCHIVE_CHANGED', place: '' }], keys);
  }
  const file = (name: string) => members.find((m) => m.name === name)?.bytes.toString('utf8') ?? '';
  const manifest = readJson<Manifest>(file(FILES.manifest));
  if (manifest === null || !isManifest(manifest, file(FILES.manifest))) {
    return failed([{ claim: 'MANIFEST', code: 'FILE_MALFORMED', place: FILES.manifest }], keys);
  }
  const events = readJson<CaseEvents>(file(FILES.events));
  const said = { key: file(FILES.key), notes: file(KEY_CHANGES), events: events?.keys };
  const known = checkKeys(said, file(FILES.checkpoint), manifest.size, keys);
  const trusted = known.keys;
  faults.push(...fileFaults(members, manifest), ...known.faults);
  const seal = sealFault(manifest, file(FILES.manifest), file(FILES.seal), trusted);
  if (seal !== null) {
    faults.push({ claim: 'MANIFEST', code: seal, place: `${FILES.manifest}, ${FILES.seal}` });
  }
  const opened = checkpointIn(file(FILES.checkpoint), trusted);
  const checkpoint = typeof opened === 'string' ? null : opened;
  if (typeof opened === 'string') {
    faults.push({ claim: 'CHECKPOINT', code: opened, place: FILES.checkpoint });
  } else if (opened.origin !== manifest.origin || opened.size !== manifest.size) {
    faults.push({ claim: 'CHECKPOINT', code: 'CHECKPOINT_OTHER', place: FILES.checkpoint });
  }
  const commands = readJson<readonly CaseCommand[]>(file(FILES.commands));
  const listed = file(WITNESSES) === '' ? [] : readJson<unknown>(file(WITNESSES));
  const cosigned = isCosignedList(listed) ? listed : [];
  const continuations = continuationsIn(readJson<unknown>(file(CONTINUES)), cosigned);
  let withheld = 0;
  let signed = 0;
  let erased: readonly ErasedFile[] = [];
  let documents: readonly CaseDocument[] | null = null;
  let continued: readonly string[] = [];
  let content: Case | null = null;
  try {
    if (events === null || commands === null) throw new TypeError();
    const checked = checkEvents(manifest, events, checkpoint);
    faults.push(...checked.faults, ...checkCommands(manifest.agreement, events, commands));
    const sealed = checkSeals(manifest.agreement, events.agreement);
    const gone = checkErasures(events, checkpoint);
    const { origin } = manifest;
    const chain = givenUpIn(origin, events.log[0]?.fields.continues?.value, trusted);
    if (!chain.holds) {
      faults.push({ claim: 'ORDER', code: 'GIVEN_UP_DIFFERS', place: 'log 1 continues' });
    }
    const of = { origin, checkpoint, continuations, givenUp: chain.names };
    const beside = heldFaults(held, of, trusted);
    faults.push(...beside.faults, ...sealed.faults, ...gone.faults);
    ({ continued } = beside);
    ({ withheld } = checked);
    ({ signed } = sealed);
    ({ erased } = gone);
    if (manifest.format !== FIRST_FORMAT) {
      const list = readJson<unknown>(file(DOCUMENTS));
      if (isDocumentList(list)) {
        documents = list;
        faults.push(...checkDocuments(members, list, { events, erased }));
      } else faults.push({ claim: 'DOCUMENTS', code: 'FILE_MALFORMED', place: DOCUMENTS });
    }
    content = caseOf(manifest.agreement, events, commands);
  } catch {
    // Whatever is not shaped as a case file is not readable: a forger may write anything.
    faults.push({ claim: 'FILES', code: 'FILE_MALFORMED', place: FILES.events });
  }
  const { agreement, origin, size } = manifest;
  if (cosigned !== listed) {
    faults.push({ claim: 'WITNESSES', code: 'FILE_MALFORMED', place: WITNESSES });
  }
  const on = { origin, checkpoint, cosigned, held: continued };
  const seen = checkWitnesses(on, trusted, witnesses);
  faults.push(...seen.faults);
  const counts = { withheld, signed, erased, documents };
  return {
    verdict: {
      holds: faults.length === 0,
      keyGiven: keys.length > 0,
      ...{ agreement, origin, size, ...counts },
      ...{ witnesses: seen.witnesses, unknownWitnesses: seen.unknown },
      ...{ keyTimes: known.areShown, faults },
    },
    content,
  };
}

const failed = (faults: readonly CaseFault[], keys: readonly Verifier[]): CaseReading => ({
  verdict: {
    holds: false,
    keyGiven: keys.length > 0,
    agreement: null,
    origin: null,
    size: null,
    withheld: 0,
    signed: 0,
    erased: [],
    documents: null,
    witnesses: [],
    unknownWitnesses: 0,
    keyTimes: null,
    faults,
  },
  content: null,
});

function readJson<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

// Canonical form leaves one way to write it, so that a change of a single byte is never without meaning.
function isManifest(manifest: Manifest, text: string): boolean {
  try {
    const { format, agreement, origin, size, version, refusals, files } = manifest;
    const known = { format, agreement, origin, size, version, refusals, files };
    return [FORMAT, FIRST_FORMAT].includes(format) && canonicalJson(known) === text;
  } catch {
    return false;
  }
}

function fileFaults(members: readonly Member[], { format, files }: Manifest): readonly CaseFault[] {
  const sealedBy: readonly string[] = [FILES.manifest, FILES.seal];
  const fault = (code: CaseFault['code'], place: string): CaseFault => ({
    claim: 'FILES',
    code,
    place,
  });
  const there = new Set(members.map((m) => m.name));
  const expected = [...new Set([...requiredIn(format), ...Object.keys(files)])];
  return [
    ...expected.filter((name) => !there.has(name)).map((name) => fault('FILE_MISSING', name)),
    ...members
      .filter((m) => !sealedBy.includes(m.name))
      .flatMap((m) => {
        const hash = Object.hasOwn(files, m.name) ? files[m.name] : undefined;
        if (hash === undefined || !isKnown(m.name, format)) return [fault('FILE_UNKNOWN', m.name)];
        return hash === sha256(m.bytes) ? [] : [fault('FILE_DIFFERS', m.name)];
      }),
  ];
}

/** What is wrong with the seal; null when a key that is good at the size of the manifest has signed it. */
function sealFault(
  manifest: Manifest,
  text: string,
  seal: string,
  keys: readonly Verifier[],
): CaseFault['code'] | null {
  const isSealedBy = (some: readonly Verifier[]) => {
    try {
      return openNote(seal, some) === sealText(manifest, sha256(Buffer.from(text)));
    } catch {
      return false;
    }
  };
  if (isSealedBy(keys.filter((key) => isGoodAt(key, manifest.size)))) return null;
  return isSealedBy(keys) ? 'KEY_ENDED' : 'MANIFEST_SIGNATURE';
}

function checkpointIn(note: string, keys: readonly Verifier[]): Checkpoint | CaseFault['code'] {
  try {
    return openCheckpoint(note, keys);
  } catch (error) {
    return error instanceof KeyEnded ? 'KEY_ENDED' : 'CHECKPOINT_SIGNATURE';
  }
}
