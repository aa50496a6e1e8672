import { useSignedIn } from '../console.js';
import { CommandForm } from '../forms/command-form.js';
import { ClauseEditor, type ClauseFormProps } from './clause-editor.js';
import { CommentEditor } from './comment-editor.js';
import type { Review } from './use-review.js';
import { otherThan } from './written-in.js';

/** The form of a command on a clause, in place of its actions. */
export default function ClauseForm(props: ClauseFormProps & { readonly review: Review }) {
  const { agreement, clause, command, review, onClose, onChanged } = props;
  const { t } = useSignedIn();
  const action = agreement.actions.find((each) => each.command === command);
  if (command === 'ProposeTerms') {
    return <ClauseEditor {...props} />;
  }
  if (command === 'CommentClause') {
    return <CommentEditor {...{ agreement, clause, review, onClose }} />;
  }
  const standing = clause.translations.find((t) => t.language === otherThan(clause.language));
  const given: Readonly<Record<string, string>> =
    command === 'TranslateClause'
      ? {
          clause: clause.clause,
          ofHash: clause.hash ?? '',
          language: otherThan(clause.language),
          // The one that was read here: what the other side puts in its place meanwhile is not written over.
          ...(standing?.hash !== undefined && { replaces: standing.hash }),
        }
      : { clause: clause.clause };
  return (
    <div className="in-place">
      <CommandForm
        command={command}
        agreement={agreement}
        given={given}
        sendLabel={action?.text ?? command}
        onDone={() => {
          onClose();
          onChanged();
        }}
        onChanged={onChanged}
      />
      <button type="button" className="quiet" onClick={onClose}>
        {t.form.cancel}
      </button>
    </div>
  );
}
