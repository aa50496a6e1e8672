import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import forms from 'virtual:command-forms';
import { modelOf, type AgreementAnswer } from '../agreement/model.js';
import { changedPart, prefillOf } from '../agreement/prefill.js';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { useWords } from '../words.js';
import { FieldInput } from './field.js';
import { ErrorSummary, Outcome } from './outcome.js';
import { fieldsOf, type Field, type JsonSchema } from './schema.js';
import type { Sent } from './send.js';
import { payloadOfAll, type FieldFault, type TypedGroup } from './typed.js';
import { useSending } from './use-sending.js';

export interface CommandFormProps {
  readonly command: string;
  readonly agreement: AgreementAnswer;
  /** What the link that led here says already. */
  readonly given: Readonly<Record<string, string>>;
  readonly sendLabel: string;
  readonly onDone: (sent: Sent) => void;
  /** The agreement was changed meanwhile: the page reads it again. */
  readonly onChanged: () => void;
}

const NOTHING: JsonSchema = { type: 'object', properties: {} };

/** A form made from the command's schema. What is typed is kept until it is carried out. */
export function CommandForm(props: CommandFormProps) {
  const { command, agreement, given, onDone, onChanged } = props;
  const { me, language, t } = useSignedIn();
  const word = useWords();
  const form = forms.commands[command];
  const fields = useMemo(() => fieldsOf(form?.schema ?? NOTHING), [form]);
  const prefill = prefillOf(command, agreement, me.member, given, word, language);
  const draft = `${me.person}.${agreement.id}.${command}.${JSON.stringify(given)}`;
  const [typed, setTyped] = useState<TypedGroup>(
    () => readDraft<TypedGroup>(draft) ?? prefill.typed,
  );
  const touched = useRef(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const { sent, busy, submit, clear } = useSending();
  const [readVersion] = useState(agreement.version);

  useEffect(() => {
    if (touched.current) keepDraft(draft, typed);
  }, [draft, typed]);

  // What binds to the text follows the text: after a change the person is told before it is sent.
  const bound = Object.fromEntries(prefill.bound.map((name) => [name, prefill.typed[name] ?? '']));
  const shown: TypedGroup = { ...prefill.typed, ...typed, ...bound };

  const sendNow = async () => {
    if (form === undefined) return;
    const toSend = prefill.changesOnly ? changedPart(shown, prefill.typed) : shown;
    const payload = payloadOfAll(fields, toSend);
    setFaults(payload.faults);
    if (payload.faults.length > 0) {
      clear();
      return;
    }
    const outcome = await submit({
      path: form.path,
      agreement: agreement.id,
      version: agreement.version,
      payload: payload.value,
    });
    if (outcome.kind === 'FAULTS') setFaults(outcome.faults);
    if (outcome.kind === 'CHANGED') onChanged();
    if (outcome.kind === 'DONE') {
      dropDraft(draft);
      onDone(outcome);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void sendNow();
  };

  return (
    <form noValidate onSubmit={onSubmit}>
      {sent === null || sent.kind === 'FAULTS' ? (
        faults.length > 0 && <ErrorSummary faults={faults} />
      ) : (
        <Outcome
          sent={sent}
          agreement={agreement.id}
          readVersion={readVersion}
          onProved={() => {
            void sendNow();
          }}
        />
      )}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={withClauseShape(field, shown, agreement)}
          typed={shown[field.name]}
          faults={faults}
          choices={prefill.choices}
          bound={prefill.bound}
          onType={(value) => {
            touched.current = true;
            setTyped({ ...typed, [field.name]: value });
          }}
        />
      ))}
      <div className="row">
        <button className="primary" disabled={busy}>
          {busy ? t.form.sending : props.sendLabel}
        </button>
      </div>
    </form>
  );
}

/** The value of a clause has the shape of that clause, once it is known which one is meant. */
function withClauseShape(field: Field, typed: TypedGroup, agreement: AgreementAnswer): Field {
  if (field.kind !== 'free') return field;
  const id = typed['clause'];
  const clause = modelOf(agreement).negotiation.documents.clauses.find((c) => c.clause === id);
  if (clause === undefined) return field;
  const shape: JsonSchema = forms.clauses[clause.clause] ?? {
    type: 'object',
    properties: { text: { type: 'string', minLength: 1, maxLength: 8000 } },
    required: ['text'],
  };
  return { ...field, kind: 'group', schema: shape };
}
