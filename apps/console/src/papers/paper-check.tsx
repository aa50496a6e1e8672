import { useState } from 'react';
import type { Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Moment } from '../parts/page.js';
import { FileDrop } from './file-drop.js';
import { checkPaper, refusalOf } from './send-file.js';
import { papersTexts } from './texts.js';

type Check = Schemas['PaperCheck'];
type State =
  | { readonly at: 'CHECKING' }
  | { readonly at: 'CHECKED'; readonly name: string; readonly check: Check }
  | { readonly at: 'REFUSED'; readonly why: string };

/** A PDF that somebody brings: is it the one that both partners signed? */
export function PaperCheck() {
  const { t, client } = useSignedIn();
  const x = useTexts(papersTexts);
  const [state, setState] = useState<State | null>(null);
  const look = (file: File) => {
    setState({ at: 'CHECKING' });
    checkPaper(client, file).then(
      (check) => {
        setState({ at: 'CHECKED', name: file.name, check });
      },
      (error: unknown) => {
        setState({ at: 'REFUSED', why: refusalOf(error, x, t.away) });
      },
    );
  };
  return (
    <section aria-labelledby="paper-check">
      <h2 id="paper-check">{x.check}</h2>
      <p>{x.checkLead}</p>
      <FileDrop
        label={x.checkDrop}
        help={x.checkHelp}
        accept=".pdf,application/pdf"
        onFile={look}
      />
      <div role="status">
        {state?.at === 'CHECKING' && <p>{x.checking}</p>}
        {state?.at === 'CHECKED' && <Verdict name={state.name} check={state.check} />}
      </div>
      {state?.at === 'REFUSED' && (
        <p className="notice bad" role="alert">
          {state.why}
        </p>
      )}
    </section>
  );
}

function Verdict({ name, check }: { readonly name: string; readonly check: Check }) {
  const x = useTexts(papersTexts);
  const { paper, bothSigned, current, sha256 } = check;
  const tone = bothSigned ? 'notice good' : paper === null ? 'notice bad' : 'notice';
  return (
    <>
      <p className={tone}>
        <strong>{bothSigned ? x.signed : paper === null ? x.unknown : x.unsigned}</strong>{' '}
        {paper?.textHash != null && (current ? x.current : x.notCurrent)}
      </p>
      <p className="quiet-text">
        {name} · {x.hash}: <code className="hash">{sha256}</code>
      </p>
      {paper !== null && (
        <p className="quiet-text">
          {x.kinds[paper.kind] ?? paper.kind} · {x.version} {paper.version} ·{' '}
          <Moment at={paper.issuedAt} /> · {x.entry} {paper.index} ·{' '}
          <Link to={`/agreements/${paper.agreement}`}>{x.open}</Link>
        </p>
      )}
    </>
  );
}
