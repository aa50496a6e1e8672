import { useSignedIn } from '../console.js';
import { useLabels } from '../forms/labels.js';
import { useTexts } from '../i18n/own-texts.js';
import type { Schemas } from '../api.js';
import { termsTexts } from './texts.js';

type Part = Schemas['TermsDifference']['clauses'][number]['parts'][number];

/** The parts of a clause that differ, word by word, in the language in which they were written. */
export function Parts({
  parts,
  lang,
}: {
  readonly parts: readonly Part[];
  readonly lang: 'en' | 'fr';
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
          <Pieces pieces={part.pieces} lang={lang} />
        </div>
      ))}
    </>
  );
}

/** Read aloud as inserted, deleted and moved, and not by colour alone. */
function Pieces({ pieces, lang }: { readonly pieces: Part['pieces']; readonly lang: 'en' | 'fr' }) {
  const { t } = useSignedIn();
  const x = useTexts(termsTexts);
  return (
    <p className="prose difference" lang={lang}>
      {pieces.map(({ kind, text }, i) => {
        const key = String(i);
        if (kind === 'SAME') return <span key={key}>{text}</span>;
        if (kind === 'INSERTED' || kind === 'MOVED_HERE') {
          return (
            <ins key={key}>
              <span className="hidden">
                {' '}
                {kind === 'INSERTED' ? t.documents.inserted : x.here}{' '}
              </span>
              {text}
            </ins>
          );
        }
        return (
          <del key={key}>
            <span className="hidden"> {kind === 'DELETED' ? t.documents.deleted : x.away} </span>
            {text}
          </del>
        );
      })}
    </p>
  );
}
