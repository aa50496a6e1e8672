import { useEffect, useRef, useState, type ReactNode } from 'react';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { readDraft } from '../drafts.js';
import { draftOf } from '../forms/draft-of.js';
import { useLabels } from '../forms/labels.js';
import { linesOf } from '../forms/typed-lines.js';
import type { TypedGroup } from '../forms/typed.js';
import { useTexts } from '../i18n/own-texts.js';
import { outbox } from '../outbox/store.js';
import type { AgreementAnswer } from './model.js';

const closedTexts = {
  en: {
    meanwhile: 'What happened meanwhile',
    written: 'What you had written',
    kept: 'It was not sent. It is kept in this browser until you sign out; copy what you still need.',
  },
  fr: {
    meanwhile: 'Ce qui s’est passé entre-temps',
    written: 'Ce que vous aviez écrit',
    kept: 'Rien n’a été envoyé. Le texte est conservé dans ce navigateur jusqu’à votre déconnexion ; copiez ce dont vous avez encore besoin.',
  },
};

/** A step that cannot be taken, or no longer: why, what happened since it was read, and what was written for it. */
export function ClosedMeanwhile({
  agreement,
  command,
  given,
  readAt,
  title,
  children,
}: {
  readonly agreement: AgreementAnswer;
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
  /** The version that was shown before. */
  readonly readAt: number;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const { client, me, language } = useSignedIn();
  const x = useTexts(closedTexts);
  const labels = useLabels();
  const draft = draftOf(me.person, agreement.id, command, given);
  const [written] = useState(() => linesOf(readDraft<TypedGroup>(draft) ?? {}));
  const [since] = useState(
    () => outbox.current().find((entry) => entry.draft === draft)?.version ?? readAt,
  );
  const box = useRef<HTMLDivElement>(null);
  // Under the person's hands, not on arrival: the form that had the focus is gone.
  const isLate = written.length > 0 || since < agreement.version;
  useEffect(() => {
    if (isLate) box.current?.focus();
  }, [isLate]);
  const timeline = useResource(
    since >= agreement.version
      ? null
      : `changed ${agreement.id} ${String(agreement.version)} ${language}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/timeline', {
          params: { path: { agreement: agreement.id } },
        }),
      ),
  );
  const news = (timeline.data?.items ?? []).filter(({ version }) => version > since);
  return (
    <>
      <div
        className={isLate ? 'notice bad' : 'notice'}
        role={isLate ? 'alert' : undefined}
        tabIndex={-1}
        ref={box}
      >
        <h2>{title}</h2>
        {children}
      </div>
      {news.length > 0 && (
        <>
          <h3>{x.meanwhile}</h3>
          <ul>
            {news.map((item) => (
              <li key={item.version}>{item.text}</li>
            ))}
          </ul>
        </>
      )}
      {written.length > 0 && (
        <section aria-labelledby="written">
          <h2 id="written">{x.written}</h2>
          <p className="quiet-text">{x.kept}</p>
          <dl className="facts">
            {written.map(({ name, text }, n) => (
              <div key={n} className="wide">
                <dt>{labels.label(name)}</dt>
                <dd style={{ whiteSpace: 'pre-wrap' }}>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
