import {
  dayAt,
  label,
  readBasis,
  SIDES,
  type Agreement,
  type Sealed,
  type Side,
  type TextBasis,
} from '@twinning/domain';
import type { Block } from '../pdf/blocks.js';
import type { PaperSource, Say, Section } from './source.js';
import { headOf, moment } from './terms.js';
import type { Word } from './words.js';

/** Side, body and person: the head of each row. The body is that of whose text it is. */
function whoOf(
  say: Say,
  { state, memberName, persons }: PaperSource,
  { side, person }: { readonly side: Side; readonly person: string },
  of: Pick<TextBasis, 'lead' | 'twinned'> = state,
): readonly [string, string, string] {
  const name = persons.get(person);
  return [
    label('side', side, say.lang),
    memberName(side === 'LEAD' ? of.lead : of.twinned),
    name === undefined
      ? person
      : name === null
        ? say.w('erased', person)
        : say.w('named', name, person),
  ];
}

/** Who signed, in their own annex: the text names them by reference only. */
export function annexSections(say: Say, source: PaperSource): readonly Section[] {
  const { signatories, signatures } = source.state.negotiation;
  const signed = signatures.map((signature) => [
    ...whoOf(say, source, signature, source.bases.signed),
    String(signature.originalNo),
    moment(signature.at),
    source.authorities[signature.side] ?? '–',
  ]);
  // Whoever was designated in the place of a signatory signs what comes after the text, and takes nobody's row.
  const designated = signatories
    .filter((d) => signatures.every((s) => s.side !== d.side || s.person !== d.person))
    .map((d) => [
      ...whoOf(say, source, d),
      '–',
      say.w(signatures.some((s) => s.side === d.side) ? 'forLater' : 'notSigned'),
      d.authority,
    ]);
  return [
    say.section(
      null,
      headOf(say, source, source.bases.signed),
      say.pairs(['textHash', source.hashes.agreement]),
    ),
    ...personSections(say, source),
    say.section(
      say.w('signatures'),
      say.table(
        ['side', 'body', 'person', 'original', 'signedAt', 'authority'],
        [3, 3, 3, 2, 3, 5],
        [...signed, ...designated],
      ),
      signatures.flatMap((signature) => sealBlocks(say, signature)),
      say.note(say.w('annexHow')),
    ),
    ...source.state.execution.amendments
      .map((of) => ({ of, waiting: waitingFor(source.state, of) }))
      .filter(({ of, waiting }) => of.signed.length + waiting.length > 0)
      .map(({ of, waiting }) => amendmentSection(say, source, of, waiting)),
  ];
}

/** Whom the text names by reference, and who has taken such a place since. */
function personSections(say: Say, source: PaperSource): readonly Section[] {
  const { inText, today } = source.named;
  const since = today.filter((n) => inText.every((t) => t.reference !== n.reference));
  const rows = (named: PaperSource['named']['today'], of?: TextBasis) =>
    say.table(
      ['part', 'body', 'person', 'personReference', 'cv'],
      [2, 2, 3, 5, 5],
      named.map((n) => {
        const [, body, person] = whoOf(say, source, n, of);
        return [say.w(n.part), body, person, n.reference, n.cv ?? '–'];
      }),
    );
  return inText.length === 0
    ? []
    : [
        say.section(
          say.w('personsNamed'),
          rows(inText, source.bases.signed),
          say.note(say.w('personsHow')),
        ),
        ...(since.length === 0 ? [] : [say.section(say.w('successors'), rows(since))]),
      ];
}

type Amendment = Agreement['execution']['amendments'][number];

/** Those designated whose signature an open amendment still lacks. */
const waitingFor = ({ negotiation }: Agreement, { stage, signed }: Amendment) =>
  stage === 'OPEN'
    ? SIDES.flatMap((side) =>
        signed.some((s) => s.side === side)
          ? []
          : negotiation.signatories.filter((d) => d.side === side),
      )
    : [];

/** Who signed an amendment: another text with a hash of its own, so a part of its own. */
function amendmentSection(
  say: Say,
  source: PaperSource,
  of: Amendment,
  waiting: ReturnType<typeof waitingFor>,
): Section {
  const whose = readBasis(of.basis ?? null) ?? undefined;
  return say.section(
    say.w('amendment', of.id),
    say.pairs(
      ['textHash', of.hash],
      ['agreedOn', say.day(dayAt(of.agreedAt))],
      ['effectiveOn', say.day(of.effectiveOn)],
      ['standing', say.w(AMENDMENT_STANDING[of.stage])],
    ),
    say.table(
      ['side', 'body', 'person', 'original', 'signedAt', 'authority'],
      [3, 3, 3, 2, 3, 5],
      [
        ...of.signed.map((s) => [
          ...whoOf(say, source, s, whose),
          String(s.originalNo),
          moment(s.at),
          s.authority ?? '–',
        ]),
        ...waiting.map((d) => [...whoOf(say, source, d), '–', say.w('notSigned'), d.authority]),
      ],
    ),
    of.signed.flatMap((signature) => sealBlocks(say, signature)),
  );
}

const AMENDMENT_STANDING = {
  OPEN: 'amendmentOpen',
  IN_FORCE: 'amendmentInForce',
  EXPIRED: 'amendmentExpired',
  WITHDRAWN: 'amendmentWithdrawn',
} as const satisfies Readonly<Record<Amendment['stage'], Word>>;

/** What anybody needs to verify a signature made with a key of the signatory's own (docs/signing.md). */
function sealBlocks(
  say: Say,
  { side, key, signature, passkey }: Sealed & { readonly side: Side },
): readonly Block[] {
  const of = say.small(label('side', side, say.lang));
  if (key !== undefined && signature !== undefined) {
    return [of, say.pairs(['key', key], ['signature', signature])];
  }
  if (passkey === undefined) return [of, say.note(say.w('stepUpOnly'))];
  const { publicKey, authenticatorData, clientData } = passkey;
  return [
    of,
    say.pairs(
      ['passkey', publicKey],
      ['authenticatorData', authenticatorData],
      ['clientData', clientData],
      ['signature', passkey.signature],
    ),
  ];
}
