import { lazy, Suspense, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import forms from 'virtual:command-forms';
import { answered, useResource } from '../api.js';
import { tableOf, type AgreementAnswer } from '../agreement/model.js';
import { changedPart, prefillOf, textToSign } from '../agreement/prefill.js';
import { suggestionTexts } from '../agreement/suggestion-texts.js';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { canSign } from '../signing/can-sign.js';
import { useWords } from '../words.js';
import { Agreeing, agreeingTexts } from './agreeing.js';
import { ChangedFields } from './changed-fields.js';
import { draftOf } from './draft-of.js';
import { ErrorSummary } from './error-summary.js';
import { withHalfDates } from './faults.js';
import { FieldInput } from './field.js';
import { FormAgreement } from './files.js';
import { asksWhy, consequenceTexts, isDestructive, type Destructive } from './consequences.js';
import { LeftOut } from './left-out.js';
import { rememberTyped, typedBefore } from './offered.js';
import { Outcome } from './outcome.js';
import { fieldsOf, type Field, type JsonSchema } from './schema.js';
import type { Sent } from './send.js';
import { suited } from './suited.js';
import { BoundText, ChangedSince, readTexts, useReadText } from './read-text.js';
import { OfferedTexts } from './typed-before.js';
import { payloadOfAll, type FieldFault, type Typed, type TypedGroup } from './typed.js';
import { useSending } from './use-sending.js';

const PasskeyField = lazy(() => import('../signing/passkey-field.js'));

export interface CommandFormProps {
  readonly command: string;
  readonly agreement: AgreementAnswer;
  /** What the link that led here says already. */
  readonly given: Readonly<Record<string, string>>;
  /** The version whose text was read on the page before; absent where this form is what is read. */
  readonly readAt?: number | undefined;
  readonly sendLabel: string;
  readonly onDone: (sent: Sent) => void;
  /** The agreement was changed meanwhile: the page reads it again. */
  readonly onChanged: () => void;
}

/** Made by a device, never typed. */
const PASSKEY = 'passkey';
/** What comes after the text that it seals. */
const SEAL = ['key', 'signature', PASSKEY];
const NOTHING: JsonSchema = { type: 'object', properties: {} };

/** A form made from the command's schema. What is typed is kept until it is carried out. */
export function CommandForm(props: CommandFormProps) {
  const { command, agreement, given, onDone, onChanged } = props;
  const { me, language, t } = useSignedIn();
  const word = useWords();
  const x = { ...useTexts(agreeingTexts), ...useTexts(readTexts) };
  const form = forms.commands[command];
  const { choices } = agreement.actions.find((action) => action.command === command) ?? {};
  const all = useMemo(
    () =>
      fieldsOf(form?.schema ?? NOTHING).map((field) =>
        asksWhy(command, field.name) ? { ...field, required: true, nullable: false } : field,
      ),
    [command, form],
  );
  const [offered] = useState(() => typedBefore(me.person, agreement.id));
  const prefill = prefillOf(command, agreement, me.member, given, word, language);
  const draft = draftOf(me.person, agreement.id, command, given);
  // Only what was typed here: a field that nobody touched follows the agreement, and is never sent back as it was.
  const [typed, setTyped] = useState<TypedGroup>(() => readDraft<TypedGroup>(draft) ?? {});
  const touched = useRef(false);
  const place = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const { sent, busy, isWaiting, submit, clear, writtenOn } = useSending({
    title: props.sendLabel,
    draft,
    onLater: onDone,
  });
  const [first] = useState({ version: agreement.version, typed: prefill.typed });
  const [readVersion] = useState(writtenOn ?? props.readAt ?? first.version);
  // Written elsewhere or before a reload, or read on another page: what the person had read then is read again.
  const isOlder = readVersion !== first.version;
  const then = useVersion(isOlder ? agreement.id : null, readVersion).data;
  const before =
    then === null ? first.typed : prefillOf(command, then, me.member, given, word, language).typed;

  useEffect(() => {
    if (touched.current) keepDraft(draft, typed);
  }, [draft, typed]);

  // What binds to the text follows the text: after a change the person is told before it is sent.
  const bound = Object.fromEntries(prefill.bound.map((name) => [name, prefill.typed[name] ?? '']));
  const shown: TypedGroup = { ...prefill.typed, ...typed, ...bound };
  const fields = suited(command, all, choices, shown);
  const isChanged = Object.keys(typed).length > 0;

  const terms = useTexts(suggestionTexts);
  const text = useReadText(prefill.bound, bound, isOlder && then === null ? null : before);
  const toSign = textToSign(command, shown, agreement);
  const type = (name: string, value: Typed | undefined) => {
    touched.current = true;
    setTyped((before) => {
      const { [name]: _, ...others } = before;
      return value === undefined ? others : { ...others, [name]: value };
    });
  };

  const sendNow = async () => {
    if (form === undefined) return;
    const toSend = changedPart(shown, prefill.standing);
    // As it was proposed, to the last space: a form trims, and another content is another proposal.
    const asProposed = isChanged ? null : prefill.agreeing;
    const payload =
      asProposed === null ? payloadOfAll(fields, toSend) : { value: asProposed, faults: [] };
    const found = withHalfDates(payload.faults, place.current);
    setFaults(found);
    if (found.length > 0) {
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
      rememberTyped(me.person, agreement.id, toSend);
      onDone(outcome);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // The first press after a change only says that it was read.
    if (text.isUnread) text.confirm();
    else void sendNow();
  };

  const inputs = (of: readonly Field[]) =>
    of.map((field) => (
      <FieldInput
        key={field.name}
        field={withClauseShape(field, shown, agreement)}
        typed={shown[field.name]}
        faults={faults}
        choices={prefill.choices}
        bound={prefill.bound}
        onType={(value) => {
          type(field.name, value);
        }}
      />
    ));

  return (
    <form noValidate onSubmit={onSubmit} ref={place}>
      {sent === null || sent.kind === 'FAULTS' ? (
        faults.length > 0 && <ErrorSummary faults={faults} clause={sent?.clause} />
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
      {sent?.kind === 'CHANGED' && (
        <ChangedFields fields={fields} before={before} after={prefill.typed} />
      )}
      {(text.isUnread || text.wasUnread || sent?.kind === 'CHANGED') && (
        <ChangedSince
          {...{ agreement, since: readVersion, bound: prefill.bound, isUnread: text.isUnread }}
          clause={given['clause'] ?? null}
        />
      )}
      <BoundText command={command} agreement={agreement} />
      {prefill.owesTranslation && <p className="notice">{terms.revisionOwes}</p>}
      {isDestructive(command) && <Consequences command={command} />}
      {prefill.agreeing !== null && (
        <Agreeing command={command} agreement={agreement} isChanged={isChanged} />
      )}
      <OfferedTexts value={offered}>
        <FormAgreement value={agreement.id}>
          {inputs(fields.filter(({ name }) => !SEAL.includes(name)))}
          <LeftOut choices={choices} />
          {toSign !== null && canSign() && (
            <Suspense fallback={null}>
              <PasskeyField
                agreement={agreement.id}
                {...toSign}
                isSigned={typed[PASSKEY] !== undefined}
                onSigned={(passkey) => {
                  type(PASSKEY, passkey ?? undefined);
                }}
              />
            </Suspense>
          )}
          {inputs(fields.filter(({ name }) => name !== PASSKEY && SEAL.includes(name)))}
        </FormAgreement>
      </OfferedTexts>
      {fields.some(({ kind }) => kind === 'text' || kind === 'free') && (
        <p className="help">{t.form.kept}</p>
      )}
      <div className="row">
        <button className="primary" disabled={busy || isWaiting}>
          {busy
            ? t.form.sending
            : text.isUnread
              ? x.haveRead
              : prefill.agreeing !== null && !isChanged
                ? x.agree
                : props.sendLabel}
        </button>
      </div>
      {isWaiting && (
        <p className="notice" role="status">
          {t.outbox.inForm} <Link to="/outbox">{t.live.outbox}</Link>
        </p>
      )}
    </form>
  );
}

/** An agreement as it was at a version; nothing when none is asked for. */
function useVersion(agreement: string | null, version: number) {
  const { client, language } = useSignedIn();
  return useResource(
    agreement === null ? null : `version ${agreement} ${String(version)} ${language}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}', {
          params: { path: { agreement: agreement ?? '' }, query: { version } },
        }),
      ),
  );
}

/** What follows, said before the button: nobody ends something unawares. */
function Consequences({ command }: { readonly command: Destructive }) {
  const x = useTexts(consequenceTexts);
  return (
    <div className="notice">
      <h2>{x.title}</h2>
      <p>{x.of[command]}</p>
    </div>
  );
}

/** The value of a clause has the shape of that clause, once it is known which one is meant. */
function withClauseShape(field: Field, typed: TypedGroup, agreement: AgreementAnswer): Field {
  if (field.kind !== 'free') return field;
  const id = typed['clause'];
  const clause = tableOf(agreement).documents.clauses.find((c) => c.clause === id);
  if (clause === undefined) return field;
  const shape: JsonSchema = forms.clauses[clause.clause] ?? {
    type: 'object',
    properties: { text: { type: 'string', minLength: 1, maxLength: 8000 } },
    required: ['text'],
  };
  return { ...field, kind: 'group', schema: shape };
}
