import forms from 'virtual:command-forms';
import { useState, type FormEvent } from 'react';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { described, ErrorSummary, FaultsAt } from '../forms/error-summary.js';
import { fieldOf } from '../forms/schema.js';
import { payloadOf, type FieldFault } from '../forms/typed.js';
import { useTexts } from '../i18n/own-texts.js';
import type { AgreementAnswer, Clause } from './model.js';
import { reviewTexts } from './review-texts.js';
import type { Review } from './use-review.js';

/** As the service takes it. */
const REMARK = fieldOf(
  'text',
  forms.commands['CommentClause']?.schema.properties?.['text'] ?? {},
  true,
);

/** Writes one remark: sent at once, or kept for a review of all clauses. */
export function CommentEditor({
  agreement,
  clause,
  review,
  onClose,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: Clause;
  readonly review: Review;
  readonly onClose: () => void;
}) {
  const { t, me } = useSignedIn();
  const x = useTexts(reviewTexts);
  const draft = `${me.person}.${agreement.id}.comment.${clause.clause}`;
  const [text, setText] = useState(() => readDraft<string>(draft) ?? '');
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const id = `comment-${clause.clause}`;
  const take = (work: (text: string) => void) => {
    const said = text.trim();
    const found = payloadOf(REMARK, said).faults.map(
      (fault): FieldFault => (fault.code === 'MISSING' ? { ...fault, said: x.empty } : fault),
    );
    setFaults(found);
    if (found.length > 0) return;
    dropDraft(draft);
    work(said);
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    take((said) => void review.sendAll({ clause: clause.clause, text: said }));
  };
  return (
    <form noValidate className="editor" onSubmit={onSubmit}>
      {faults.length > 0 && <ErrorSummary faults={faults} idOf={() => id} nameOf={() => x.label} />}
      <div className={faults.length > 0 ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{x.label}</label>
        <p className="help" id={`${id}-help`}>
          {x.help}
        </p>
        <FaultsAt faults={faults} id={id} />
        <textarea
          id={id}
          rows={4}
          value={text}
          {...described(id, faults, true)}
          onChange={(e) => {
            setText(e.target.value);
            keepDraft(draft, e.target.value);
          }}
        />
      </div>
      <div className="row">
        <button className="primary">{x.sendNow}</button>
        <button
          type="button"
          onClick={() => {
            take((said) => {
              review.add(clause.clause, said);
            });
          }}
        >
          {x.keep}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            dropDraft(draft);
            onClose();
          }}
        >
          {t.form.cancel}
        </button>
      </div>
    </form>
  );
}
