import { differenceOfValues } from '@twinning/documents';
import {
  asItStands,
  documents,
  sectionsFor,
  type JsonObject,
  type Json,
  type Principal,
  type Refusal,
} from '@twinning/domain';
import { asRead, hashOf, historyOf, type StoredCommand } from '@twinning/engine';
import type { RecordedEvent } from '@twinning/event-log';
import { loadState, readingAs } from '@twinning/read-model';
import type { Details } from '../problems/problem.js';
import type { Resources } from '../resources.js';
import { at, differenceOf } from './terms.js';

/** Events that change a document's text, and with it its hash. */
const WRITES = [
  'NegotiationOpened',
  'TermsProposed',
  'TermsCountered',
  'TermsProposalWithdrawn',
  'ClauseTranslated',
  'TranslationWaived',
  'AmendmentOpened',
  'AmendmentWithdrawn',
  'AmendmentExpired',
  'AgreementAmended',
];

type Told = Readonly<Record<string, Json>>;

/**
 * What a caller that wrote or accepted against an outdated text is shown besides the refusal: what changed since, word
 * by word. Nothing is shown to whoever does not read the negotiation.
 */
export class TextChanges {
  constructor(private readonly resources: Pick<Resources, 'db' | 'log'>) {}

  /** From the text that the refused command named, or the version that it was made for, to what is current. */
  async since(caller: Principal, stored: StoredCommand, refusal: Refusal): Promise<Told> {
    const { clause, ofValue, currentValue, expected, current } = refusal.details;
    if (refusal.refused === 'VERSION_CONFLICT') {
      return this.between(caller, stored.agreement, Number(expected), Number(current));
    }
    if (refusal.refused !== 'TEXT_CHANGED') return {};
    if (typeof clause === 'string' && isValue(ofValue) && isValue(currentValue)) {
      return json({ difference: [{ clause, parts: differenceOfValues(ofValue, currentValue) }] });
    }
    if (!(await this.reads(caller, stored.agreement))) return {};
    const read = named(await this.payloadOf(stored.id));
    if (read === null) return {};
    const events = await this.events(stored.agreement);
    const version = versionWith(stored.agreement, events, read);
    return version === null ? {} : this.fromTo(stored.agreement, events, version, events.length);
  }

  /** For VERSION_CONFLICT: what changed in the documents since the version that was read. */
  async between(caller: Principal, agreement: string, from: number, to: number): Promise<Told> {
    if (from < 1 || from >= to || !(await this.reads(caller, agreement))) return {};
    return this.fromTo(agreement, await this.events(agreement), from, to);
  }

  private fromTo(id: string, events: readonly RecordedEvent[], from: number, to: number): Told {
    if (!events.slice(from, to).some((e) => WRITES.includes(e.type))) return {};
    return json({ difference: differenceOf(at(id, events, from), at(id, events, to)) });
  }

  private async payloadOf(command: string): Promise<Json> {
    const row = await this.resources.db
      .selectFrom('engine.command')
      .select('payload')
      .where('id', '=', command)
      .executeTakeFirst();
    return (row?.payload ?? null) as Json;
  }

  private events(agreement: string): Promise<readonly RecordedEvent[]> {
    return historyOf(this.resources.db, this.resources.log, agreement);
  }

  private async reads(caller: Principal, agreement: string): Promise<boolean> {
    const state = await readingAs(asRead(this.resources.db), caller, (trx) =>
      loadState(trx, agreement),
    );
    return state !== null && sectionsFor(caller, state).includes('negotiation');
  }
}

const isValue = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const json = (value: object): Details => value as unknown as Details;

/** The hash of the text that a command names: of a clause, or of the agreement's document. */
function named(payload: Json): string | null {
  if (!isValue(payload)) return null;
  const { hash, ofHash, documentHash } = payload;
  return [documentHash, ofHash, hash].find((h) => typeof h === 'string') ?? null;
}

/** The last version at which a document or a clause had this hash. */
function versionWith(id: string, events: readonly RecordedEvent[], hash: string): number | null {
  for (let version = events.length; version > 0; version -= 1) {
    if (!WRITES.includes(events[version - 1]?.type ?? '')) continue;
    const view = documents(asItStands(at(id, events, version), hashOf), hashOf);
    const hashes = [view.documentHash, view.planHash, ...view.clauses.map((c) => c.hash)];
    if (hashes.includes(hash)) return version;
  }
  return null;
}
