import { lazy, Suspense, useRef, useState, type FormEvent } from 'react';
import forms from 'virtual:command-forms';
import { lastDayAfter } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { dropDraft, keepDraft, readDraft } from '../drafts.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { withHalfDates } from '../forms/faults.js';
import { FieldInput } from '../forms/field.js';
import { Outcome } from '../forms/outcome.js';
import { fieldOf, type JsonSchema } from '../forms/schema.js';
import { emptyOf, payloadOf, typedOf, type FieldFault, type Typed } from '../forms/typed.js';
import { useSending } from '../forms/use-sending.js';
import { useTexts } from '../i18n/own-texts.js';
import { termsTexts } from '../terms/texts.js';
import { answeredProposal } from './answered-proposal.js';
import { mayBegin } from './clause-state.js';
import { modelOf, sideOf, tableOf, type AgreementAnswer, type Clause } from './model.js';
import { Suggestion } from './suggestion.js';
import { hasWords, WrittenIn, type Written } from './written-in.js';
import { isBehind, writtenOn, type WrittenOn } from './written-on.js';

const ChangedTerms = lazy(() => import('../terms/changed-terms.js'));

const PLAIN: JsonSchema = {
  type: 'object',
  properties: { text: { type: 'string', minLength: 1, maxLength: 8000 } },
  required: ['text'],
};

/** A form in place of a clause's actions: what it does, and what follows. */
export interface ClauseFormProps {
  readonly agreement: AgreementAnswer;
  readonly clause: Clause;
  readonly command: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** What the partners have said in their request already, where a clause asks for it again. */
function asked(agreement: AgreementAnswer, { clause }: Clause): Typed | null {
  const { plannedStart, plannedMonths } = modelOf(agreement).request.form;
  return clause === 'dates' && typeof plannedStart === 'string' && typeof plannedMonths === 'number'
    ? { start: plannedStart, end: lastDayAfter(plannedStart, plannedMonths) }
    : null;
}

/** Proposes another wording of one clause, bound to the version that was read. */
export function ClauseEditor({
  agreement,
  clause,
  onClose,
  onChanged,
}: Omit<ClauseFormProps, 'command'>) {
  const { t, me, language } = useSignedIn();
  const x = useTexts(termsTexts);
  const schema = forms.clauses[clause.clause] ?? PLAIN;
  const field = fieldOf('value', schema, true);
  const draft = `${me.person}.${agreement.id}.clause.${clause.clause}`;
  const [typed, setTyped] = useState<Typed>(
    () =>
      readDraft<Typed>(draft) ??
      (clause.value === null
        ? (asked(agreement, clause) ?? emptyOf(field))
        : typedOf(clause.value)),
  );
  const draftLanguage = `${draft}.language`;
  const [writing, setWriting] = useState<Written>(
    () => readDraft<Written>(draftLanguage) ?? clause.language,
  );
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const {
    sent,
    busy,
    isWaiting,
    submit,
    clear,
    writtenOn: returned,
  } = useSending({
    title: `${t.documents.propose}${t.colon}${clause.title[language]}`,
    draft,
    onLater: () => {
      onClose();
      onChanged();
    },
  });
  const draftOn = `${draft}.on`;
  const now: WrittenOn = { hash: clause.hash, version: agreement.version };
  // What was typed answers the wording that stood there then, also after a reload or another's change.
  const [on, setOn] = useState<WrittenOn>(() =>
    writtenOn(readDraft<Typed>(draft), readDraft<WrittenOn>(draftOn), {
      ...now,
      version: returned ?? now.version,
    }),
  );
  const behind = isBehind(on, clause);
  // What the other side waits for an answer to is answered, so that the record says to what.
  const answersTo = answeredProposal(agreement, clause, sideOf(agreement, me.member));
  const form = forms.commands[answersTo === null ? 'ProposeTerms' : 'CounterTerms'];
  const send = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLFormElement>(null);

  const forget = () => {
    for (const name of [draft, draftLanguage, draftOn]) dropDraft(name);
  };
  const leave = () => {
    forget();
    onClose();
  };
  const type = (value: Typed) => {
    setTyped(value);
    keepDraft(draft, value);
    keepDraft(draftOn, on);
  };
  /** Once the difference was shown: what is sent from here on answers the wording that holds now. */
  const goOn = (isKept: boolean) => {
    setOn(now);
    clear();
    if (isKept) keepDraft(draftOn, now);
    else {
      forget();
      setTyped(clause.value === null ? emptyOf(field) : typedOf(clause.value));
      setWriting(clause.language);
    }
    send.current?.focus();
  };
  const write = (language: Written) => {
    setWriting(language);
    keepDraft(draftLanguage, language);
    // What stands there is offered in the chosen language, unless something of one's own was typed.
    const own = readDraft<Typed>(draft) !== null;
    const translation = clause.translations.find((each) => each.language === language)?.value;
    const text = language === clause.language ? clause.value : translation;
    if (!own && text) setTyped(typedOf(text));
  };

  const sendNow = async () => {
    const payload = payloadOf(field, typed);
    const found = withHalfDates(payload.faults, place.current);
    setFaults(found);
    if (form === undefined || found.length > 0) {
      clear();
      return;
    }
    const change = {
      clause: clause.clause,
      ofHash: on.hash,
      language: writing,
      value: payload.value,
    };
    const outcome = await submit({
      path: form.path,
      agreement: agreement.id,
      version: agreement.version,
      payload: { ...(answersTo !== null && { answersTo }), changes: [change] },
    });
    if (outcome.kind === 'FAULTS') {
      // The one change of the list is the form itself.
      setFaults(
        outcome.faults.map((f) => ({ ...f, pointer: f.pointer.replace(/^\/changes\/0/, '') })),
      );
    }
    if (outcome.kind === 'CHANGED') onChanged();
    if (outcome.kind === 'DONE') {
      leave();
      onChanged();
    }
  };
  return (
    <form
      noValidate
      className="editor"
      ref={place}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void sendNow();
      }}
    >
      {sent === null || sent.kind === 'FAULTS' ? (
        faults.length > 0 && <ErrorSummary faults={faults} clause={sent?.clause} />
      ) : (
        <Outcome
          sent={sent}
          agreement={agreement.id}
          readVersion={on.version}
          onProved={() => {
            void sendNow();
          }}
        />
      )}
      {(behind || sent?.kind === 'CHANGED') && (
        <Suspense fallback={null}>
          <ChangedTerms agreement={agreement} since={on.version} clause={clause.clause}>
            {behind && (
              <>
                <p>{x.behind}</p>
                <div className="row">
                  <button
                    type="button"
                    onClick={() => {
                      goOn(true);
                    }}
                  >
                    {x.keepMine}
                  </button>
                  <button
                    type="button"
                    onClick={() => {
                      goOn(false);
                    }}
                  >
                    {x.takeTheirs}
                  </button>
                </div>
              </>
            )}
          </ChangedTerms>
        </Suspense>
      )}
      {hasWords(schema) && (
        <WrittenIn language={writing} authentic={tableOf(agreement).language} onChoose={write} />
      )}
      {mayBegin(clause) && (
        <Suggestion
          agreement={agreement}
          clause={clause.clause}
          language={writing}
          onTake={(value) => {
            type(typedOf(value));
          }}
        />
      )}
      <FieldInput
        field={field}
        typed={typed}
        label={clause.title[language]}
        faults={faults}
        choices={{}}
        bound={[]}
        onType={type}
      />
      {isWaiting && (
        <p className="notice" role="status">
          {t.outbox.inForm}
        </p>
      )}
      <div className="row">
        <button className="primary" ref={send} disabled={busy || isWaiting}>
          {busy ? t.form.sending : t.documents.sendProposal}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            leave();
          }}
        >
          {t.form.cancel}
        </button>
      </div>
    </form>
  );
}
