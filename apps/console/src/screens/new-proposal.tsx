import forms from 'virtual:command-forms';
import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '../console.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Outcome } from '../forms/outcome.js';
import { fieldsOf } from '../forms/schema.js';
import type { FieldFault } from '../forms/typed.js';
import { Link } from '../parts/link.js';
import { Empty, Page } from '../parts/page.js';
import { faultsOf, proposalId, STEPS, stepOf, type Step } from '../proposal/plan.js';
import { CheckStep, CommitteeStep, KindStep, PartnerStep, WordsStep } from '../proposal/steps.js';
import { useProposal } from '../proposal/use-proposal.js';
import { mayPropose } from '../roles.js';
import { go, usePlace, withQuery } from '../router.js';

/** A few questions, a step each; going back loses nothing, and nothing is sent before the last step. */
export default function NewProposalScreen() {
  const { t, me } = useSignedIn();
  return mayPropose(me) ? (
    <Wizard />
  ) : (
    <Page title={t.proposal.title}>
      <Empty title={t.proposal.notYours}>
        <Link to="/agreements">{t.nav.agreements}</Link>
      </Empty>
    </Page>
  );
}

/** The fields of the commands that a proposal comes to. */
const FIELDS = ['StartDraft', 'EditRequest'].flatMap((command) =>
  fieldsOf(forms.commands[command]?.schema ?? {}),
);

function Wizard() {
  const { t } = useSignedIn();
  const { path, query } = usePlace();
  const state = useProposal();
  const { proposal, change, sent, busy } = state;
  const at = STEPS.find((step) => step === query.get('step')) ?? 'kind';
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<Step>(at);
  // What is wrong with the step that is gone to: told once it is there.
  const ahead = useRef<readonly FieldFault[]>([]);
  useEffect(() => {
    if (shown.current !== at && ahead.current.length === 0) heading.current?.focus();
    shown.current = at;
    setFaults(ahead.current);
    ahead.current = [];
  }, [at]);
  const goTo = (step: Step) => {
    go(path + withQuery(query, { step: step === 'kind' ? null : step }));
  };
  const wrongIn = (step: Step) => faultsOf(step, proposal, FIELDS, t.proposal.gaps);
  const goToFaults = (step: Step, found: readonly FieldFault[]) => {
    ahead.current = found;
    goTo(step);
  };
  const index = STEPS.indexOf(at);
  const next = () => {
    const found = wrongIn(at);
    setFaults(found);
    const following = STEPS[index + 1];
    if (found.length === 0 && following !== undefined) goTo(following);
  };
  const finish = async () => {
    const unfinished = STEPS.find((step) => wrongIn(step).length > 0);
    if (unfinished !== undefined) {
      goToFaults(unfinished, wrongIn(unfinished));
      return;
    }
    const agreement = await state.sendAll();
    if (agreement !== null) go(`/agreements/${agreement}`);
  };
  const before = STEPS[index - 1];
  const parts = { proposal, change, faults };
  return (
    <Page title={t.proposal.title} lead={<p>{t.proposal.lead}</p>}>
      {state.opened !== null && (
        <p className="notice" role="status">
          {t.proposal.opened}{' '}
          <Link to={`/agreements/${state.opened}`}>{t.proposal.openedLink}</Link>
        </p>
      )}
      <p className="quiet-text">{t.proposal.step(index + 1, STEPS.length)}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (at === 'check') void finish();
          else next();
        }}
      >
        {faults.length > 0 && <ErrorSummary faults={faults} idOf={proposalId} />}
        <h2 tabIndex={-1} ref={heading}>
          {t.proposal.steps[at]}
        </h2>
        {at === 'kind' && <KindStep {...parts} />}
        {at === 'committee' && <CommitteeStep {...parts} />}
        {at === 'partner' && <PartnerStep {...parts} />}
        {at === 'words' && <WordsStep {...parts} />}
        {at === 'check' && <CheckStep {...parts} goTo={goTo} />}
        {at === 'check' && sent?.kind === 'FAULTS' && (
          <ErrorSummary
            faults={sent.faults}
            clause={sent.clause}
            onGo={(pointer) => {
              const step = stepOf(pointer);
              const of = (fault: FieldFault) => stepOf(fault.pointer) === step;
              if (step !== null) goToFaults(step, sent.faults.filter(of));
            }}
          />
        )}
        {at === 'check' && sent !== null && sent.kind !== 'FAULTS' && (
          <Outcome
            sent={sent}
            agreement={null}
            readVersion={null}
            onProved={() => {
              void finish();
            }}
          />
        )}
        <div className="row">
          {before !== undefined && (
            <button
              type="button"
              onClick={() => {
                goTo(before);
              }}
            >
              {t.proposal.back}
            </button>
          )}
          <button className="primary" disabled={busy}>
            {at !== 'check' ? t.proposal.next : busy ? t.form.sending : t.proposal.send}
          </button>
        </div>
      </form>
      <p className="quiet-text">{t.proposal.kept}</p>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          state.startAgain();
          goTo('kind');
        }}
      >
        {t.proposal.startAgain}
      </button>
    </Page>
  );
}
