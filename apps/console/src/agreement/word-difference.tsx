import { useConsole } from '../console.js';
import { differenceOf } from './difference.js';

/** What changed, word by word: read aloud as inserted and deleted, and not by colour alone. */
export function WordDifference({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}) {
  const { t } = useConsole();
  return (
    <p className="prose difference" dir="auto">
      {differenceOf(before, after).map((part, i) => {
        const key = String(i);
        if (part.kind === 'SAME') return <span key={key}>{part.text}</span>;
        return part.kind === 'NEW' ? (
          <ins key={key}>
            <span className="hidden" dir="ltr">
              {' '}
              {t.documents.inserted}{' '}
            </span>
            {part.text}
          </ins>
        ) : (
          <del key={key}>
            <span className="hidden" dir="ltr">
              {' '}
              {t.documents.deleted}{' '}
            </span>
            {part.text}
          </del>
        );
      })}
    </p>
  );
}
