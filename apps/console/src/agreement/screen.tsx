import { lazy, Suspense, useRef } from 'react';
import type { Resource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useNewerVersion } from '../live/store.js';
import { Link } from '../parts/link.js';
import { Empty, Loaded, Loading, Page } from '../parts/page.js';
import './views.css';
import { AgreementHeader, Standing, titleOf } from './header.js';
import { DocumentsView } from './documents.js';
import { FollowUpView } from './follow-up.js';
import type { AgreementAnswer } from './model.js';
import { NowView } from './now.js';
import { PeopleView } from './people.js';
import { ProgressView } from './progress.js';
import { RequestView } from './request.js';
import { TimelineView } from './timeline.js';
import { YourTpm } from './your-tpm.js';
import { useAgreement } from './use-agreement.js';

const PapersView = lazy(() => import('../papers/papers-view.js'));

const VIEWS = [
  'now',
  'request',
  'documents',
  'papers',
  'progress',
  'follow-up',
  'people',
  'timeline',
] as const;
type View = (typeof VIEWS)[number];
export default function AgreementScreen({
  id,
  view: given,
}: {
  readonly id: string;
  readonly view: string;
}) {
  const { t } = useSignedIn();
  const agreement = useAgreement(id);
  const view = VIEWS.find((each) => each === given);
  if (view === undefined) {
    return (
      <Page title={t.notFoundTitle}>
        <Empty title={t.notFound} />
      </Page>
    );
  }
  if (agreement.data === null) {
    return (
      <Page title={t.agreement.title}>
        <Loaded of={agreement}>{() => null}</Loaded>
      </Page>
    );
  }
  return <Agreement resource={agreement} agreement={agreement.data} view={view} />;
}

function Agreement({
  resource,
  agreement,
  view,
}: {
  readonly resource: Resource<AgreementAnswer>;
  readonly agreement: AgreementAnswer;
  readonly view: View;
}) {
  const { t } = useSignedIn();
  const newer = useNewerVersion(agreement.id, agreement.version);
  const at = `/agreements/${agreement.id}`;
  const news = useRef<HTMLDivElement>(null);
  const showNewer = () => {
    resource.reload();
    // The button goes with what it told of; what is being read stays where it is.
    news.current?.focus({ preventScroll: true });
  };
  return (
    <Page
      title={titleOf(agreement, t)}
      top={
        <>
          <Standing agreement={agreement} />
          <YourTpm agreement={agreement} />
        </>
      }
    >
      <AgreementHeader agreement={agreement} isBelowStanding />
      <nav className="tabs" aria-label={t.agreement.views.label}>
        <ul>
          {VIEWS.map((each) => (
            <li key={each}>
              <Link
                to={each === 'now' ? at : `${at}/${each}`}
                aria-current={each === view ? 'page' : undefined}
              >
                {t.agreement.views[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div role="status" tabIndex={-1} ref={news}>
        {newer !== null && (
          <p className="notice">
            {t.agreement.newer(newer - agreement.version)}{' '}
            <button type="button" onClick={showNewer}>
              {t.agreement.showNewer}
            </button>
          </p>
        )}
      </div>
      {agreement.withheld.length > 0 && (
        <p className="quiet-text">
          {t.agreement.withheld(agreement.withheld.map(({ text }) => text).join(', '))}
        </p>
      )}
      {view === 'now' && <NowView agreement={agreement} />}
      {view === 'request' && <RequestView agreement={agreement} />}
      {view === 'documents' && <DocumentsView agreement={agreement} onChanged={resource.reload} />}
      {view === 'papers' && (
        <Suspense fallback={<Loading />}>
          <PapersView agreement={agreement} />
        </Suspense>
      )}
      {view === 'progress' && <ProgressView agreement={agreement} />}
      {view === 'follow-up' && <FollowUpView agreement={agreement} />}
      {view === 'people' && <PeopleView agreement={agreement} />}
      {view === 'timeline' && <TimelineView agreement={agreement} />}
    </Page>
  );
}
