import { clauseHistory, differenceOfValues } from '@twinning/documents';
import {
  amendedValue,
  asInForce,
  asItStands,
  documents,
  sectionsFor,
  textBasis,
  type Agreement,
  type DocumentsView,
  type EventMap,
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
import { at, differenceOf, isSameText, told } from './terms.js';

/** Events that change a document's text, and with it its hash. */
const WRITES = [
  'NegotiationOpened',
  'TermsProposed',
  'TermsCountered',
  'TermsProposalWithdrawn',
  'NomineeReplaced',
  'RulesetMoved',
  'SubjectSucceeded',
  'TermsReopened',
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
  constructor(private readonly resources: Pick<Resources, 'db' | 'log' | 'as'>) {}

  /** From the text that the refused command named, or the version that it was made for, to what is current. */
  async since(caller: Principal, stored: StoredCommand, refusal: Refusal): Promise<Told> {
    const { clause, ofValue, currentValue, expected, current } = refusal.details;
    if (refusal.refused === 'VERSION_CONFLICT') {
      return this.between(caller, stored.agreement, Number(expected), Number(current));
    }
    if (refusal.refused !== 'TEXT_CHANGED') return {};
    if (typeof clause === 'string' && isValue(ofValue)) {
      return changed(clause, ofValue, isValue(currentValue) ? currentValue : null);
    }
    if (!(await this.reads(caller, stored.agreement))) return {};
    const events = await this.events(caller, stored.agreement);
    const { details } = refusal;
    if (typeof clause === 'string') return ofClause(events, clause, details);
    const { read } = details;
    if (typeof read === 'string') return ofAmendment(stored.agreement, events, read, details);
    const version = versionRead(stored.agreement, events, await this.payloadOf(stored.id), details);
    return version === null ? {} : this.fromTo(stored.agreement, events, version, events.length);
  }

  /** For VERSION_CONFLICT: what changed in the documents since the version that was read. */
  async between(caller: Principal, agreement: string, from: number, to: number): Promise<Told> {
    if (from < 1 || from >= to || !(await this.reads(caller, agreement))) return {};
    return this.fromTo(agreement, await this.events(caller, agreement), from, to);
  }

  private fromTo(id: string, events: readonly RecordedEvent[], from: number, to: number): Told {
    if (!events.slice(from, to).some((e) => WRITES.includes(e.type))) return {};
    const [before, after] = [at(id, events, from), at(id, events, to)];
    const difference = differenceOf(before, after);
    // Nobody is told that nothing changed: the parties or the subject did.
    return difference.length > 0 || isSameText(before, after, undefined)
      ? json({ difference })
      : json({ difference, parties: { before: partiesOf(before), after: partiesOf(after) } });
  }

  private async payloadOf(command: string): Promise<Json> {
    const row = await this.resources.db
      .selectFrom('engine.command')
      .select('payload')
      .where('id', '=', command)
      .executeTakeFirst();
    return (row?.payload ?? null) as Json;
  }

  private events(caller: Principal, agreement: string): Promise<readonly RecordedEvent[]> {
    return historyOf(this.resources.as(caller), this.resources.log, agreement);
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

function partiesOf(state: Agreement) {
  const { lead, twinned, committee, workingGroup } = textBasis(asItStands(state, hashOf));
  return { lead, twinned, committee, workingGroup };
}

const json = (value: object): Details => value as unknown as Details;

const changed = (clause: string, before: JsonObject | null, after: JsonObject | null): Told =>
  json({ difference: [{ clause, parts: differenceOfValues(before, after) }] });

/** Since a version that the clause has no more: it was agreed over, or withdrawn. */
function ofClause(
  events: readonly RecordedEvent[],
  clause: string,
  { ofHash, currentValue, language }: Told,
): Told {
  const { versions, translations } = clauseHistory(events.map(told), clause, hashOf);
  // Of a translation the language is named.
  const written = language === undefined ? versions : translations;
  const read = written.findLast((v) => v.hash === ofHash)?.value ?? null;
  // Written where the caller saw no text yet; a hash that never was tells nothing.
  if (read === null && ofHash !== null) return {};
  return changed(clause, read, isValue(currentValue) ? currentValue : null);
}

type Amended = EventMap['AmendmentAgreed'];

/** From the amendment that was read to the one that is to be signed, each over the text in force. */
function ofAmendment(
  id: string,
  events: readonly RecordedEvent[],
  read: string,
  { current }: Told,
): Told {
  const agreed = events
    .filter((e) => e.type === 'AmendmentAgreed')
    .map((e) => e.payload as unknown as Amended);
  const before = agreed.findLast(({ hash }) => hash === read);
  const after = agreed.findLast(({ hash }) => hash === current);
  if (before === undefined || after === undefined) return {};
  const state = at(id, events, events.length);
  const clauses = [...before.changes, ...after.changes].map((c) => c.clause);
  const difference = [...new Set(['dates', ...clauses])]
    .map(
      (clause) => [clause, valueIn(state, before, clause), valueIn(state, after, clause)] as const,
    )
    .filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b))
    .map(([clause, a, b]) => ({ clause, parts: differenceOfValues(a, b) }));
  return json({ difference });
}

function valueIn(state: Agreement, { changes, end }: Amended, clause: string): JsonObject | null {
  const change = changes.findLast((c) => c.clause === clause);
  const said = change === undefined ? null : amendedValue(change);
  if (said !== null) return said;
  const { clauses } = documents(asInForce(state, hashOf), hashOf);
  const value = clauses.find((c) => c.clause === clause)?.value ?? null;
  return clause === 'dates' && end !== null ? { ...value, end } : value;
}

/** The hashes of documents that a command names, each in its own field. */
const NAMED = ['documentHash', 'planHash'] as const satisfies readonly (keyof DocumentsView)[];

/** The last version at which what the caller had read stood; null when it never did. */
function versionRead(
  id: string,
  events: readonly RecordedEvent[],
  payload: Json,
  current: Told,
): number | null {
  const stale = NAMED.filter(
    (field) =>
      isValue(payload) && payload[field] !== undefined && payload[field] !== current[field],
  );
  const versions = stale.map((field) =>
    versionWith(id, events, (view) => isValue(payload) && view[field] === payload[field]),
  );
  return versions.length === 0 || versions.includes(null)
    ? null
    : Math.min(...versions.filter((v) => v !== null));
}

function versionWith(
  id: string,
  events: readonly RecordedEvent[],
  fits: (view: DocumentsView) => boolean,
): number | null {
  for (let version = events.length; version > 0; version -= 1) {
    if (!WRITES.includes(events[version - 1]?.type ?? '')) continue;
    if (fits(documents(asItStands(at(id, events, version), hashOf), hashOf))) return version;
  }
  return null;
}
