import { createHash } from 'node:crypto';
import {
  canonicalJson,
  isCommitted,
  LOG_STREAM,
  PERSON_ERASED,
  standsIn,
  type Checkpoint,
  type Json,
  type ProvenEvent,
} from '@twinning/event-log';
import { isWithheld, leafOf, type Leaf } from '../content.js';
import type { CaseCommand, CaseEvents, Manifest } from '../format.js';
import type { CaseFault, ErasedFile } from './claims.js';

export interface Placed {
  readonly event: ProvenEvent;
  readonly leaf: Leaf;
  /** `agreement 12`, `refusals 3`, `log 1`: what a fault is named by. */
  readonly place: string;
}

export const placedIn = (list: string, events: readonly ProvenEvent[]): readonly Placed[] =>
  events.map((event, i) => ({ event, leaf: leafOf(event), place: `${list} ${String(i + 1)}` }));

/** Proofs, order and fields of the events of a case file. Throws when they are not shaped as events. */
export function checkEvents(
  manifest: Manifest,
  events: CaseEvents,
  checkpoint: Checkpoint | null,
): { readonly faults: readonly CaseFault[]; readonly withheld: number } {
  const lists = [
    { name: 'log', stream: LOG_STREAM, count: 1 },
    { name: 'agreement', stream: `agreement/${manifest.agreement}`, count: manifest.version },
    { name: 'refusals', stream: `refusals/${manifest.agreement}`, count: manifest.refusals },
  ] as const;
  const faults: CaseFault[] = [];
  let withheld = 0;
  for (const { name, stream, count } of lists) {
    const placed = placedIn(name, events[name]);
    faults.push(...proofFaults(placed, checkpoint), ...orderFaults(placed, stream));
    if (placed.length !== count)
      faults.push({ claim: 'ORDER', code: 'COUNT_DIFFERS', place: name });
    for (const one of placed) {
      faults.push(...fieldFaults(one));
      withheld += Object.keys(one.leaf.fields).filter(
        (f) => !Object.hasOwn(one.event.fields, f),
      ).length;
    }
  }
  const [genesis] = events.log;
  if (genesis?.index !== 0 || genesis.fields.origin?.value !== manifest.origin) {
    faults.push({ claim: 'ORDER', code: 'OTHER_RECORD', place: 'log 1' });
  }
  return { faults, withheld };
}

/** The erasures that a file brings: each proven like any event, and which files it says were destroyed. */
export function checkErasures(
  { erasures = [] }: CaseEvents,
  checkpoint: Checkpoint | null,
): { readonly faults: readonly CaseFault[]; readonly erased: readonly ErasedFile[] } {
  const placed = placedIn('erasures', erasures);
  const others = placed
    .filter(({ leaf }) => leaf.type !== PERSON_ERASED || !leaf.stream.startsWith('person/'))
    .map(({ place }): CaseFault => ({ claim: 'ORDER', code: 'OTHER_STREAM', place }));
  const faults = [...proofFaults(placed, checkpoint), ...others, ...placed.flatMap(fieldFaults)];
  const erased = placed.flatMap(({ event }) =>
    ((event.fields.files?.value ?? []) as readonly string[]).map((sha256) => ({
      sha256,
      index: event.index,
    })),
  );
  return { faults, erased };
}

export const proofFaults = (
  placed: readonly Placed[],
  checkpoint: Checkpoint | null,
): readonly CaseFault[] =>
  checkpoint === null
    ? []
    : placed
        .filter(({ event }) => !standsIn(event, checkpoint))
        .map(({ place }) => ({ claim: 'PROOFS', code: 'NOT_IN_TREE', place }));

function orderFaults(placed: readonly Placed[], stream: string): readonly CaseFault[] {
  return placed.flatMap(({ event, leaf, place }, i): readonly CaseFault[] => {
    if (leaf.stream !== stream) return [{ claim: 'ORDER', code: 'OTHER_STREAM', place }];
    const before = placed[i - 1];
    const follows =
      leaf.version === i + 1 && (before === undefined || before.event.index < event.index);
    return follows ? [] : [{ claim: 'ORDER', code: 'OUT_OF_ORDER', place }];
  });
}

export const fieldFaults = ({ event, leaf, place }: Placed): readonly CaseFault[] =>
  Object.entries(event.fields).flatMap(([field, disclosed]): readonly CaseFault[] => {
    const at = `${place} ${field}`;
    if (!Object.hasOwn(leaf.fields, field))
      return [{ claim: 'FIELDS', code: 'FIELD_UNKNOWN', place: at }];
    return isCommitted(disclosed, leaf.fields[field])
      ? []
      : [{ claim: 'FIELDS', code: 'FIELD_DIFFERS', place: at }];
  });

/** That every event has its command, every request is the one hashed, and every answer fits what was recorded. */
export function checkCommands(
  agreement: string,
  events: CaseEvents,
  commands: readonly CaseCommand[],
): readonly CaseFault[] {
  const happened = placedIn('agreement', events.agreement);
  const refused = placedIn('refusals', events.refusals);
  const all = [...happened, ...refused];
  // A command that would tell a withheld field of one of its events is left out of the file.
  const hidden = all.filter(({ event, leaf }) => isWithheld(event, leaf));
  const known = new Set([
    ...commands.map((c) => c.id),
    ...hidden.map(({ leaf }) => leaf.commandId),
  ]);
  const faults: CaseFault[] = [];
  for (const { leaf, place } of all) {
    if (leaf.commandId !== null && !known.has(leaf.commandId)) {
      faults.push({ claim: 'COMMANDS', code: 'COMMAND_MISSING', place });
    }
  }
  for (const command of commands) {
    const own = (p: Placed) => p.leaf.commandId === command.id;
    const [done, rejected] = [happened.filter(own), refused.filter(own)];
    if (!isAsAsked(agreement, command, [...done, ...rejected])) {
      faults.push({ claim: 'COMMANDS', code: 'COMMAND_CHANGED', place: command.id });
    }
    if (!isAnswered(command, done, rejected)) {
      faults.push({ claim: 'COMMANDS', code: 'OUTCOME_DIFFERS', place: command.id });
    }
  }
  return faults;
}

/**
 * The first command of an agreement named none; the day of an entry of the past is part of what was asked since it is kept.
 * The leaves say who acted, and those of later releases the hash of what was asked.
 */
function isAsAsked(agreement: string, command: CaseCommand, own: readonly Placed[]): boolean {
  const { type, payload, principal, occurredOn, requestHash } = command;
  const hashes = [null, agreement].flatMap((given) => {
    const asked = { agreement: given, type, payload, person: principal.person };
    return [hashOf(asked), ...(occurredOn === null ? [] : [hashOf({ ...asked, occurredOn })])];
  });
  return (
    hashes.includes(requestHash) &&
    own.every(
      ({ event, leaf }) =>
        leaf.actor.person === principal.person && says(event, '$request', requestHash),
    )
  );
}

/** False when the event shows a field with another value. */
const says = ({ fields }: ProvenEvent, field: string, value: Json): boolean => {
  const shown = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return shown === undefined || canonicalJson(shown.value) === canonicalJson(value);
};

function isAnswered(
  { type, outcome }: CaseCommand,
  happened: readonly Placed[],
  refused: readonly Placed[],
): boolean {
  if (outcome === null) return happened.length === 0 && refused.length === 0;
  const { decidedAt, version } = outcome;
  if (![...happened, ...refused].every(({ leaf }) => leaf.occurredAt === decidedAt)) return false;
  if (outcome.accepted) {
    const recorded = happened.map(({ event, leaf }) => ({ index: event.index, type: leaf.type }));
    const last = happened.at(-1)?.leaf.version ?? version;
    return (
      refused.length === 0 &&
      last === version &&
      canonicalJson(recorded) === canonicalJson([...outcome.events])
    );
  }
  const [leaf, ...others] = refused;
  if (leaf === undefined || others.length > 0 || happened.length > 0) return false;
  const { code, clause, details } = outcome;
  return (
    leaf.event.index === outcome.index &&
    Object.entries({ command: type, code, clause, details, version }).every(([field, value]) =>
      says(leaf.event, field, value),
    )
  );
}

const hashOf = (value: Json): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
