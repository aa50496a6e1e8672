import { WordDifference } from '../agreement/word-difference.js';
import { useSignedIn } from '../console.js';
import { useLabels } from './labels.js';
import type { Field } from './schema.js';
import type { TypedGroup } from './typed.js';

/** What the others wrote into these fields since they were read, word by word. */
export function ChangedFields({
  fields,
  before,
  after,
}: {
  readonly fields: readonly Field[];
  readonly before: TypedGroup;
  readonly after: TypedGroup;
}) {
  const { t } = useSignedIn();
  const labels = useLabels();
  const textIn = (typed: TypedGroup, name: string) => {
    const text = typed[name];
    return typeof text === 'string' ? text : '';
  };
  // A hash that differs says nothing to a reader: the text behind it is shown apart.
  const changed = fields.filter(
    ({ name, kind }) => kind !== 'hash' && textIn(before, name) !== textIn(after, name),
  );
  if (changed.length === 0) return null;
  return (
    <section aria-label={t.documents.difference}>
      <h2>{t.documents.difference}</h2>
      {changed.map(({ name }) => (
        <div key={name}>
          <h3>{labels.label(name)}</h3>
          <WordDifference before={textIn(before, name)} after={textIn(after, name)} />
        </div>
      ))}
    </section>
  );
}
