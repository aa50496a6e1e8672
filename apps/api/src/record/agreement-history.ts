import {
  asOfInstant,
  differences,
  namesIn,
  programmeAt,
  replay,
  statesOf,
  type Case,
  type Change,
  type Moment,
  type Past,
} from '@twinning/case-file';
import {
  canSee,
  emptyAgreement,
  isEventShown,
  sectionsFor,
  shownWith,
  statusOf,
  type Agreement,
  type Language,
  type Principal,
  type Section,
} from '@twinning/domain';
import { historyOf } from '@twinning/engine';
import type { RecordedEvent } from '@twinning/event-log';
import { unfit } from '../problems/problem.js';
import type { Resources } from '../resources.js';

/** A date (its end in Europe/Zurich, as periods end) or an instant, or `@1234`: what stood in the first 1234 entries of the record. */
export function momentOf(pointer: string, given: string): Moment {
  const [, index] = /^@(\d{1,15})$/.exec(given) ?? [];
  if (index !== undefined) return { belowIndex: Number(index) };
  const occurredBy = asOfInstant(given);
  if (occurredBy === null) {
    throw unfit(pointer, 'a date YYYY-MM-DD, an instant in RFC 3339, or @size of the record');
  }
  return { occurredBy };
}

/** What changed between two moments, in sentences: of one agreement, or of all that the caller may see. */
export class AgreementHistory {
  constructor(private readonly resources: Resources) {}

  /** `from` and `to` are versions (`12`), dates or instants; `to` left out means now. */
  async difference(
    caller: Principal,
    id: string,
    { from, to }: { readonly from: string; readonly to?: string | undefined },
    sections: readonly Section[],
    language: Language,
  ) {
    const of = await this.caseFor(caller, id);
    const first = countAt(of.events, 'from', from);
    const last = to === undefined ? of.events.length : countAt(of.events, 'to', to);
    if (first > last) throw unfit('to', 'a version or date that is not before "from"');
    const states = statesOf(of);
    const [a, b] = [states[first], states[last]] as [Agreement, Agreement];
    return {
      agreement: id,
      from: { version: a.version, status: a.version === 0 ? null : statusOf(a) },
      to: { version: b.version, status: b.version === 0 ? null : statusOf(b) },
      changes: differences(
        shownWith(sections, a),
        shownWith(sections, b),
        language,
        namesIn(of.events),
      ),
      events: replay(of, language)
        .slice(first, last)
        .filter(({ type }) => isEventShown(sections, type))
        .map(({ version, index, occurredAt, type, text }) => ({
          version,
          index,
          occurredAt,
          type,
          text,
        })),
    };
  }

  /** The case as far as a difference needs it: what happened. Which command was behind it, and who, is not asked. */
  private async caseFor(caller: Principal, agreement: string): Promise<Case> {
    const events = await historyOf(this.resources.as(caller), this.resources.log, agreement);
    return { agreement, events, refusals: [], commands: [] };
  }

  async programme(caller: Principal, from: Moment, to: Moment | null, language: Language) {
    const { log } = this.resources;
    const reader = this.resources.as(caller);
    const now = await programmeAt(reader, log);
    const [before, after] = [
      await programmeAt(reader, log, from),
      to === null ? now : await programmeAt(reader, log, to),
    ];
    const items = [...after]
      // Whoever may see an agreement today may see its past.
      .filter(([id]) => canSee(caller, (now.get(id) as Past).state))
      .map(([id, past]) => ({
        agreement: id,
        status: statusOf(past.state),
        changes: changesOf(
          before.get(id)?.state ?? emptyAgreement(id),
          past,
          sectionsFor(caller, (now.get(id) as Past).state),
          language,
        ),
      }))
      .filter(({ changes }) => changes.length > 0);
    return { items };
  }
}

const changesOf = (
  before: Agreement,
  after: Past,
  sections: readonly Section[],
  language: Language,
): readonly Change[] =>
  differences(
    shownWith(sections, before),
    shownWith(sections, after.state),
    language,
    namesIn(after.naming),
  );

function countAt(events: readonly RecordedEvent[], pointer: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) {
    if (Number(given) > events.length)
      throw unfit(pointer, `a version up to ${String(events.length)}`);
    return Number(given);
  }
  const { belowIndex, occurredBy } = momentOf(pointer, given);
  return events.filter(
    (e) =>
      (belowIndex === undefined || e.index < belowIndex) &&
      (occurredBy === undefined || e.occurredAt <= occurredBy),
  ).length;
}
