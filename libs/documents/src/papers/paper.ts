import type { Language } from '@twinning/domain';
import type { Block, Paper } from '../pdf/blocks.js';
import { annexSections } from './annex.js';
import { accountSections, closureSections, evaluationSections, reviewSections } from './reports.js';
import { ballotSections } from './request.js';
import {
  Say,
  type PaperKind,
  type PaperLanguage,
  type PaperSource,
  type Section,
} from './source.js';
import { languagesOf, termsSections } from './terms.js';
import { titles } from './words.js';

type Sections = (say: Say, source: PaperSource) => readonly Section[];

const SECTIONS: Readonly<Record<PaperKind, Sections>> = {
  agreement: (say, source) => termsSections(say, source, 'AGREEMENT'),
  plan: (say, source) => termsSections(say, source, 'PLAN'),
  annex: annexSections,
  'ballot-pack': ballotSections,
  'annual-review': reviewSections,
  'closure-report': closureSections,
  'evaluation-report': evaluationSections,
  'audit-account': accountSections,
};

const textHash = (kind: PaperKind, { hashes }: PaperSource): string | null =>
  kind === 'plan'
    ? hashes.plan
    : kind === 'agreement'
      ? hashes.inForce
      : kind === 'annex'
        ? hashes.agreement
        : null;

/** The parties of a text are those that it was made for; of what is told of the agreement, those of today. */
const whose = (kind: PaperKind, { state, bases }: PaperSource) =>
  kind === 'annex' ? bases.signed : kind === 'agreement' || kind === 'plan' ? bases.inForce : state;

/** The paper of a kind: in one language, or each part in English and then in French. */
export function paperOf(kind: PaperKind, language: PaperLanguage, source: PaperSource): Paper {
  const languages = languagesOf(language);
  const title = languages.map((l) => titles[kind][l]).join(' / ');
  const parts = languages.map((l) => SECTIONS[kind](new Say(l), source));
  // The languages have the same parts in the same order: they are set one after the other, part by part.
  const body = (parts[0] ?? []).flatMap((_, index) =>
    parts.flatMap((sections, i) => blocksOf(sections[index], languages[i] ?? 'en')),
  );
  const [first = 'en'] = languages;
  const { lead, twinned, committee } = whose(kind, source);
  return {
    title: `${title} – ${source.memberName(lead)}, ${source.memberName(twinned)}`,
    subject: `${source.committeeName(committee)} · ${source.state.id}`,
    lang: first,
    foot: `${title} · ${source.state.id} · v${String(source.state.version)}`,
    date: new Date(source.leaf.at),
    blocks: [
      ...languages.map(
        (l): Block => ({ kind: 'heading', level: 1, text: titles[kind][l], lang: l }),
      ),
      ...body,
      ...languages.flatMap((l) => proofBlocks(new Say(l), textHash(kind, source), source)),
      {
        kind: 'code',
        text: codeOf(source),
        alt: languages.map((l) => new Say(l).w('codeAlt')).join(' / '),
        lang: first,
      },
    ],
    enclosures: source.enclosures,
  };
}

const blocksOf = (section: Section | undefined, lang: Language): readonly Block[] =>
  section === undefined
    ? []
    : [
        ...(section.heading === null
          ? []
          : [{ kind: 'heading', level: 2, text: section.heading, lang } as const]),
        ...section.blocks,
      ];

function proofBlocks(
  say: Say,
  hash: string | null,
  { leaf, state }: PaperSource,
): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: say.w('proof'), lang: say.lang },
    say.pairs(
      ...(hash === null ? [] : [['textHash', hash] as const]),
      ['leaf', String(leaf.index)],
      ['leafHash', leaf.hash],
      ['version', String(state.version)],
    ),
    say.note(say.w('proofHow')),
  ];
}

/** What the QR code says: the address of the receipt, which names the index, and the hash of the leaf. */
export const codeOf = ({ leaf }: Pick<PaperSource, 'leaf'>): string =>
  `${leaf.address}#sha256:${leaf.hash}`;
