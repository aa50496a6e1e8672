import { useEffect, useRef, useState, type ReactNode } from 'react';
import { answered, useResource } from '../api.js';
import { Source } from '../parts/source.js';
import { useConsole } from '../console.js';
import { ErrorSummary } from './error-summary.js';
import type { Sent } from './send.js';

/** Takes the focus when it appears: a form is long, and its end is where one sends from. */
function Notice({
  kind = '',
  role,
  children,
}: {
  readonly kind?: 'bad' | '';
  readonly role: 'alert' | 'status';
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className={`notice ${kind}`.trim()} role={role} tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}

/** What happened to a command that was not simply carried out, and the next right step. */
export function Outcome({
  sent,
  agreement,
  readVersion,
  onProved,
  ...naming
}: {
  readonly sent: Sent;
  readonly agreement: string | null;
  readonly readVersion: number | null;
  /** The person is signed in, or proved, again. */
  readonly onProved: () => void;
  /** Of a form that is not made from a command's schema. */
  readonly nameOf?: (pointer: string) => string;
  readonly idOf?: (pointer: string) => string;
}) {
  const { t } = useConsole();
  switch (sent.kind) {
    case 'DONE':
      return null;
    case 'FAULTS':
      return <ErrorSummary faults={sent.faults} clause={sent.clause} {...naming} />;
    case 'STORED':
      return (
        <Notice role="status">
          <h2>{t.form.storedTitle}</h2>
          <p>{t.form.stored}</p>
        </Notice>
      );
    case 'AWAY':
      return (
        <Notice kind="bad" role="alert">
          <h2>{t.form.awayTitle}</h2>
          <p>{t.form.away}</p>
        </Notice>
      );
    case 'REFUSED':
      return (
        <Notice kind="bad" role="alert">
          <h2>{sent.problem.title}</h2>
          <p>{sent.problem.detail}</p>
          {sent.problem.clause !== undefined && (
            <div className="quiet-text">
              <Source text={t.clause(sent.problem.clause)} clause={sent.problem.clause} />
            </div>
          )}
        </Notice>
      );
    case 'CHANGED':
      return <Changed agreement={agreement} since={readVersion} current={sent.current} />;
    case 'PROOF':
    case 'SIGNED_OUT':
      return <Proof ended={sent.kind === 'SIGNED_OUT'} onProved={onProved} />;
  }
}

/** What happened since the page was read: what was typed stays in the form. */
function Changed({
  agreement,
  since,
  current,
}: {
  readonly agreement: string | null;
  readonly since: number | null;
  readonly current: number | null;
}) {
  const { t, client, language } = useConsole();
  const { data } = useResource(
    agreement === null ? null : `changed ${agreement} ${String(current)} ${language}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/timeline', {
          params: { path: { agreement: agreement ?? '' } },
        }),
      ),
  );
  const news = (data?.items ?? []).filter((item) => item.version > (since ?? Infinity));
  return (
    <>
      <Notice kind="bad" role="alert">
        <h2>{t.form.changedTitle}</h2>
        <p>{t.form.changed}</p>
      </Notice>
      {/* Beside the alert, which is read aloud whole: this list is read by whoever wants to. */}
      <ul className="happened">
        {news.map((item) => (
          <li key={item.version}>{item.text}</li>
        ))}
      </ul>
    </>
  );
}

function Proof({ ended, onProved }: { readonly ended: boolean; readonly onProved: () => void }) {
  const { t, me, signIn } = useConsole();
  const [failed, setFailed] = useState(false);
  const elsewhere = `/v1/session/login?stepUp=1&returnTo=${encodeURIComponent(
    window.location.pathname + window.location.search,
  )}`;
  return (
    <Notice role="alert">
      <h2>{ended ? t.form.endedTitle : t.form.proofTitle}</h2>
      <p>{ended ? t.form.ended : t.form.proof}</p>
      {failed ? (
        <a className="button" href={elsewhere}>
          {t.form.confirmElsewhere}
        </a>
      ) : (
        <button
          type="button"
          className="primary"
          onClick={() => {
            signIn(me?.person ?? '', true).then(onProved, () => {
              setFailed(true);
            });
          }}
        >
          {t.form.confirmMe(me?.person ?? '')}
        </button>
      )}
    </Notice>
  );
}
