import { lazy, Suspense, type ReactNode } from 'react';
import { ConsoleProvider, useConsole } from './console.js';
import { ErrorBoundary } from './parts/error-boundary.js';
import { Empty, Loading, Page } from './parts/page.js';
import { match, usePlace } from './router.js';
import { AgreementsScreen } from './screens/agreements.js';
import { InboxScreen } from './screens/inbox.js';
import { Shell } from './shell.js';

const AgreementScreen = lazy(() => import('./agreement/screen.js'));
const CommandScreen = lazy(() => import('./agreement/command-screen.js'));
const AppealsScreen = lazy(() => import('./appeals/list.js'));
const AppealScreen = lazy(() => import('./appeals/screen.js'));
const MailScreen = lazy(() => import('./mail/screen.js'));
const SignInScreen = lazy(() => import('./screens/sign-in.js'));
const NewProposalScreen = lazy(() => import('./screens/new-proposal.js'));
const RegistryScreen = lazy(() => import('./screens/registry.js'));
const RegistryImportScreen = lazy(() => import('./registry-import/screen.js'));
const MembersImportScreen = lazy(() => import('./registry-import/members-screen.js'));
const MemberScreen = lazy(() => import('./screens/member.js'));
const CommitteeScreen = lazy(() => import('./screens/committee.js'));
const AuditScreen = lazy(() => import('./screens/audit.js'));
const DeskScreen = lazy(() => import('./screens/desk.js'));
const ProgrammeScreen = lazy(() => import('./screens/programme.js'));
const OutboxScreen = lazy(() => import('./outbox/screen.js'));
const PeopleScreen = lazy(() => import('./people/screen.js'));
const SessionsScreen = lazy(() => import('./sessions/screen.js'));
const HelpScreen = lazy(() => import('./screens/help.js'));

type Route = readonly [
  pattern: string,
  screen: (given: Readonly<Record<string, string>>) => ReactNode,
];

const ROUTES: readonly Route[] = [
  ['/', () => <InboxScreen />],
  ['/agreements', () => <AgreementsScreen />],
  ['/agreements/:id', ({ id = '' }) => <AgreementScreen key={id} id={id} view="now" />],
  [
    '/agreements/:id/do/:command',
    ({ id = '', command = '' }) => <CommandScreen key={id + command} id={id} command={command} />,
  ],
  [
    '/agreements/:id/:view',
    ({ id = '', view = '' }) => <AgreementScreen key={id} id={id} view={view} />,
  ],
  ['/appeals', () => <AppealsScreen />],
  ['/appeals/:id', ({ id = '' }) => <AppealScreen key={id} id={id} />],
  [
    '/appeals/:id/do/:command',
    ({ id = '', command = '' }) => (
      <CommandScreen key={id + command} id={id} command={command} place="appeals" />
    ),
  ],
  ['/new', () => <NewProposalScreen />],
  ['/registry', () => <RegistryScreen />],
  ['/registry/import', () => <RegistryImportScreen />],
  ['/registry/import-members', () => <MembersImportScreen />],
  ['/registry/members/:id', ({ id = '' }) => <MemberScreen key={id} id={id} />],
  ['/registry/committees/:id', ({ id = '' }) => <CommitteeScreen key={id} id={id} />],
  ['/audit', () => <AuditScreen />],
  ['/people', () => <PeopleScreen />],
  ['/sessions', () => <SessionsScreen />],
  ['/desk', () => <DeskScreen />],
  ['/programme', () => <ProgrammeScreen />],
  ['/help', () => <HelpScreen />],
  ['/outbox', () => <OutboxScreen />],
];

function Current() {
  const { t, me } = useConsole();
  const { path } = usePlace();
  const mail = match('/mail/:secret', path);
  if (mail !== null) return <MailScreen secret={mail['secret'] ?? ''} />;
  if (me === null) return <SignInScreen />;
  for (const [pattern, screen] of ROUTES) {
    const given = match(pattern, path);
    if (given !== null) return screen(given);
  }
  return (
    <Page title={t.notFoundTitle}>
      <Empty title={t.notFound} />
    </Page>
  );
}

function Screens() {
  const { t } = useConsole();
  const { path } = usePlace();
  return (
    <Shell>
      <ErrorBoundary
        key={path}
        fallback={
          <Page title={t.brokenTitle}>
            <Empty title={t.broken}>
              <a href={path}>{t.reload}</a>
            </Empty>
          </Page>
        }
      >
        <Suspense fallback={<Loading />}>
          <Current />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}

// Before the words are there: both languages, in few of them.
const waiting = (retry: (() => void) | null) => (
  <main className="waiting">
    {retry === null ? (
      <p role="status">Twinning …</p>
    ) : (
      <div role="alert">
        <h1>Twinning</h1>
        <p>The service does not answer. What you typed is kept.</p>
        <p lang="fr">Le service ne répond pas. Votre saisie est conservée.</p>
        <button type="button" onClick={retry}>
          Try again / <span lang="fr">Réessayer</span>
        </button>
      </div>
    )}
  </main>
);

export function App() {
  return (
    <ConsoleProvider waiting={waiting}>
      <Screens />
    </ConsoleProvider>
  );
}
