import { useSignedIn } from '../console.js';
import { useLabels } from '../forms/labels.js';
import { useTexts } from '../i18n/own-texts.js';
import type { Schemas } from '../api.js';
import { termsTexts } from './texts.js';

type Part = Schemas['TermsDifference']['clauses'][number]['parts'][number];
type PiecesOf = Part['pieces'];

type Language = 'en' | 'fr';

const OLD = ['DELETED', 'MOVED_AWAY'];

/** The parts of a clause that differ, word by word, in the language in which they were written. */
export function Parts({
  parts,
  lang,
  beside = false,
}: {
  readonly parts: readonly Part[];
  /** Undefined where it is not known. */
  readonly lang: Language | undefined;
  /** The text before and the text now next to each other, each whole. */
  readonly beside?: boolean;
}) {
  const x = useTexts(termsTexts);
  const { label } = useLabels();
  // A field of an item is called by its own name; the item's name means nothing to a reader.
  const nameOf = (key: string): string => label(key.split('/').at(-1) ?? key);
  const differing = parts.filter(({ change }) => change !== 'SAME');
  return (
    <>
      {differing.map((part) => (
        <div key={part.key}>
          {differing.length > 1 && (
            <p className="quiet-text">
              {part.change === 'ADDED' && `${x.added} `}
              {part.change === 'REMOVED' && `${x.removed} `}
              {part.change === 'MOVED' && `${x.moved} `}
              {nameOf(part.key)}
            </p>
          )}
          {beside ? (
            <Beside pieces={part.pieces} lang={lang} />
          ) : (
            <Pieces pieces={part.pieces} lang={lang} />
          )}
        </div>
      ))}
    </>
  );
}

/** What is gone marked in the old text, what is new in the new one. */
function Beside({
  pieces,
  lang,
}: {
  readonly pieces: PiecesOf;
  readonly lang: Language | undefined;
}) {
  const x = useTexts(termsTexts);
  const columns = [
    [x.before, pieces.filter(({ kind }) => kind === 'SAME' || OLD.includes(kind))],
    [x.after, pieces.filter(({ kind }) => !OLD.includes(kind))],
  ] as const;
  return (
    <div className="beside">
      {columns.map(([title, shown]) => (
        <div key={title}>
          <p className="quiet-text">{title}</p>
          <Pieces pieces={shown} lang={lang} />
        </div>
      ))}
    </div>
  );
}

/**
 * Read aloud as inserted, deleted and moved, and not by colour alone. The text runs as its own first letter does: what
 * is only read aloud has a direction of its own, and so does not count.
 */
function Pieces({
  pieces,
  lang,
}: {
  readonly pieces: PiecesOf;
  readonly lang: Language | undefined;
}) {
  const { t } = useSignedIn();
  const x = useTexts(termsTexts);
  return (
    <p className="prose difference" dir="auto" lang={lang}>
      {pieces.map(({ kind, text }, i) => {
        const key = String(i);
        if (kind === 'SAME') return <span key={key}>{text}</span>;
        if (kind === 'INSERTED' || kind === 'MOVED_HERE') {
          return (
            <ins key={key}>
              <span className="hidden" dir="ltr">
                {' '}
                {kind === 'INSERTED' ? t.documents.inserted : x.here}{' '}
              </span>
              {text}
            </ins>
          );
        }
        return (
          <del key={key}>
            <span className="hidden" dir="ltr">
              {' '}
              {kind === 'DELETED' ? t.documents.deleted : x.away}{' '}
            </span>
            {text}
          </del>
        );
      })}
    </p>
  );
}
