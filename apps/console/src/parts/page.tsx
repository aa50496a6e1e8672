import { useEffect, useRef, type ReactNode } from 'react';
import type { Fault, Resource } from '../api.js';
import {
  dueOf,
  dayInWords,
  instantInWords,
  remaining,
  remainingInWords,
  zurichDay,
} from '../calendar.js';
import { useConsole } from '../console.js';
import { cameBack } from '../router.js';
import { useEachMinute } from './minute.js';

// The title of the page, and how many error summaries stand on it: the window's name is made of both.
let titled = '';
let summaries = 0;
let errorIn: (title: string) => string = (title) => title;
const nameWindow = (): void => {
  const title = `${titled} – Twinning`;
  document.title = summaries > 0 ? errorIn(title) : title;
};

/** While what uses it stands, the window's name says first that something is wrong. */
export function useErrorInTitle(): void {
  const { t } = useConsole();
  useEffect(() => {
    errorIn = t.form.errorTitle;
    nameWindow();
  }, [t]);
  useEffect(() => {
    summaries += 1;
    nameWindow();
    return () => {
      summaries -= 1;
      nameWindow();
    };
  }, []);
}

/** A page with its one heading, which names the browser's window too and takes the focus when the page changes. */
export function Page({
  title,
  lead,
  top,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What stays in view with the heading, where the window has room for it. */
  readonly top?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titled = title;
    nameWindow();
  }, [title]);
  useEffect(() => {
    // The first page keeps the browser's own focus; later ones say where the person has come to.
    if (window.history.state !== 'first') {
      // A heading that stays in view is nothing to scroll to: the focus alone would leave the page where it was.
      if (!cameBack()) window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  const h1 = (
    <h1 tabIndex={-1} ref={heading}>
      {title}
    </h1>
  );
  return (
    <>
      {top === undefined ? (
        h1
      ) : (
        <div className="page-top">
          {h1}
          {top}
        </div>
      )}
      {lead !== undefined && <div className="lead">{lead}</div>}
      {children}
    </>
  );
}

export function Loading() {
  const { t } = useConsole();
  return (
    <p className="quiet-text" role="status">
      {t.loading}
    </p>
  );
}

export function Failed({ fault, retry }: { readonly fault: Fault; readonly retry: () => void }) {
  const { t } = useConsole();
  const { problem, status } = fault;
  return (
    <div className="notice bad" role="alert">
      <h2>{problem?.title ?? t.awayTitle}</h2>
      {/* What to do when a server is away is said for programs there: of keys and repeats. Here it is the button. */}
      {status !== 503 && <p>{problem?.detail ?? t.away}</p>}
      <button type="button" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}

/** Shows a resource when it is there; a failed refresh leaves what was read in place and says so. */
export function Loaded<T>({
  of,
  children,
}: {
  readonly of: Resource<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (of.data === null) {
    return of.fault === null ? <Loading /> : <Failed fault={of.fault} retry={of.reload} />;
  }
  return (
    <>
      {of.fault !== null && <Failed fault={of.fault} retry={of.reload} />}
      {children(of.data)}
    </>
  );
}

/** Why a list is empty, and what can be done. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/**
 * When something is due: the day, the zone, and what remains by the server's clock. What has no last day of its own but
 * begins at midnight, as a term does, is told by the day that begins.
 */
export function DueDate({
  at,
  lastDay,
}: {
  readonly at: string;
  /** Its last day; null where it has none, absent where nothing is said of it. */
  readonly lastDay?: string | null;
}) {
  const { t, language, now } = useConsole();
  useEachMinute();
  const { day, time } = dueOf(at);
  const begins = lastDay === null && time === null;
  const left = remaining(at, now());
  const late = left.count < 0;
  const words = dayInWords(begins ? zurichDay(Date.parse(at)) : day, language);
  return (
    <time dateTime={at} className={late ? 'late' : undefined}>
      {begins ? words : time === null ? t.endOf(words) : t.dayAndTime(words, time)}{' '}
      <small>({t.zone})</small>
      {' · '}
      <span className="left">{late ? t.overdue(left) : remainingInWords(left, language)}</span>
    </time>
  );
}

/** Since when something is open, or from when on it will be. */
export function Since({ at }: { readonly at: string }) {
  const { t, now } = useConsole();
  return (
    <>
      {Date.parse(at) > now() ? t.inbox.from : t.inbox.since} <Moment at={at} />
    </>
  );
}

/** An instant with its day, its hour and the zone that they are told in. */
export function Moment({ at }: { readonly at: string }) {
  const { t, language } = useConsole();
  return (
    <time dateTime={at}>
      {instantInWords(at, language)} <small>({t.zone})</small>
    </time>
  );
}

export function Day({ day }: { readonly day: string }) {
  const { language } = useConsole();
  return <time dateTime={day}>{dayInWords(day, language)}</time>;
}
