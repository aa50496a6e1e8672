import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import { Link } from '../parts/link.js';
import { Empty, Page } from '../parts/page.js';
import { gapsOf, STEPS, type Gap, type Step } from '../proposal/plan.js';
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

function Wizard() {
  const { t } = useSignedIn();
  const { path, query } = usePlace();
  const state = useProposal();
  const { proposal, change, sent, busy } = state;
  const at = STEPS.find((step) => step === query.get('step')) ?? 'kind';
  const [gaps, setGaps] = useState<readonly Gap[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const shown = useRef<Step>(at);
  useEffect(() => {
    if (shown.current !== at) heading.current?.focus();
    shown.current = at;
    setGaps([]);
  }, [at]);
  useEffect(() => {
    if (gaps.length > 0) summary.current?.focus();
  }, [gaps]);
  const goTo = (step: Step) => {
    go(path + withQuery(query, { step: step === 'kind' ? null : step }));
  };
  const index = STEPS.indexOf(at);
  const next = () => {
    const missing = gapsOf(at, proposal);
    setGaps(missing);
    const following = STEPS[index + 1];
    if (missing.length === 0 && following !== undefined) goTo(following);
  };
  const finish = async () => {
    const unfinished = STEPS.find((step) => gapsOf(step, proposal).length > 0);
    if (unfinished !== undefined) {
      goTo(unfinished);
      return;
    }
    const agreement = await state.sendAll();
    if (agreement !== null) go(`/agreements/${agreement}`);
  };
  const before = STEPS[index - 1];
  const parts = { proposal, change, gaps };
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
        {gaps.length > 0 && (
          <div className="notice bad" role="alert" tabIndex={-1} ref={summary}>
            <h2>{t.form.problem}</h2>
            <ul>
              {gaps.map((gap) => (
                <li key={gap}>
                  <a
                    href={`#proposal-${gap}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(`proposal-${gap}`)?.focus();
                    }}
                  >
                    {t.proposal.gaps[gap]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <h2 tabIndex={-1} ref={heading}>
          {t.proposal.steps[at]}
        </h2>
        {at === 'kind' && <KindStep {...parts} />}
        {at === 'committee' && <CommitteeStep {...parts} />}
        {at === 'partner' && <PartnerStep {...parts} />}
        {at === 'words' && <WordsStep {...parts} />}
        {at === 'check' && <CheckStep {...parts} goTo={goTo} />}
        {at === 'check' && sent !== null && (
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
