import { useState } from 'react';
import { useSignedIn } from '../console.js';
import { CommandForm } from '../forms/command-form.js';
import { Source } from '../parts/source.js';
import { Link } from '../parts/link.js';
import { takeFocus } from '../parts/take-focus.js';
import { Loaded, Page } from '../parts/page.js';
import { go, usePlace } from '../router.js';
import { ClosedMeanwhile } from './closed-meanwhile.js';
import { titleOf } from './header.js';
import type { AgreementAnswer } from './model.js';
import { givenByTask } from './task-given.js';
import { useAgreement, type Place } from './use-agreement.js';

/** One action on a page of its own: an address that mail and inbox can point to, and that going back leaves unsent. */
export default function CommandScreen({
  id,
  command,
  place = 'agreements',
}: {
  readonly id: string;
  readonly command: string;
  readonly place?: Place;
}) {
  const { t } = useSignedIn();
  const agreement = useAgreement(id, place);
  if (agreement.data === null) {
    return (
      <Page title={t.agreement.title}>
        <Loaded of={agreement}>{() => null}</Loaded>
      </Page>
    );
  }
  return (
    <CommandPage
      agreement={agreement.data}
      back={`/${place}/${id}`}
      command={command}
      onChanged={agreement.reload}
    />
  );
}

const givenBy = (query: URLSearchParams): Readonly<Record<string, string>> => ({
  ...givenByTask(query.get('task') ?? ''),
  ...Object.fromEntries([...query].filter(([name]) => !['task', 'read'].includes(name))),
});

/** The version that the page before had shown. */
const readAt = (query: URLSearchParams): number | undefined =>
  /^\d+$/.test(query.get('read') ?? '') ? Number(query.get('read')) : undefined;

function CommandPage({
  agreement,
  back,
  command,
  onChanged,
}: {
  readonly agreement: AgreementAnswer;
  readonly back: string;
  readonly command: string;
  readonly onChanged: () => void;
}) {
  const { t } = useSignedIn();
  const { query } = usePlace();
  const [done, setDone] = useState(false);
  const [first] = useState(agreement.version);
  const action = agreement.actions.find((a) => a.command === command);
  const title = action?.text ?? t.agreement.title;
  if (action === undefined) {
    return (
      <Page title={t.agreement.notYours}>
        <ClosedMeanwhile
          agreement={agreement}
          command={command}
          given={givenBy(query)}
          readAt={first}
          title={t.agreement.notYoursHelp}
        >
          <Link to={back}>{titleOf(agreement, t)}</Link>
        </ClosedMeanwhile>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      lead={
        <>
          <p>
            <Link to={back}>{titleOf(agreement, t)}</Link>
            {agreement.committee?.reference != null && ` · ${agreement.committee.reference}`}
          </p>
          <div className="quiet-text">
            <Source text={t.clause(action.clause)} clause={action.clause} />
          </div>
        </>
      }
    >
      {done ? (
        <div className="notice good" role="status" tabIndex={-1} ref={takeFocus}>
          <h2>{t.form.doneTitle}</h2>
          <p>{t.form.done}</p>
          <p>
            <Link to={back}>{t.form.backTo(titleOf(agreement, t))}</Link> ·{' '}
            <Link to="/">{t.nav.inbox}</Link>
          </p>
        </div>
      ) : !action.allowed ? (
        <ClosedMeanwhile
          agreement={agreement}
          command={command}
          given={givenBy(query)}
          readAt={first}
          title={action.refusal?.title ?? ''}
        >
          <p>{action.refusal?.help}</p>
          <p>
            <Link to={back}>{t.form.backTo(titleOf(agreement, t))}</Link>
          </p>
        </ClosedMeanwhile>
      ) : (
        <>
          <CommandForm
            command={command}
            agreement={agreement}
            given={givenBy(query)}
            readAt={readAt(query)}
            sendLabel={title}
            onDone={() => {
              setDone(true);
              onChanged();
            }}
            onChanged={onChanged}
          />
          <p>
            <button
              type="button"
              className="quiet"
              onClick={() => {
                go(back);
              }}
            >
              {t.form.backUnsent}
            </button>
          </p>
        </>
      )}
    </Page>
  );
}
