import { useRef, useState } from 'react';
import { answered, Fault, forgetOpened, type Schemas } from '../api.js';
import { dayInWords } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { FileDrop } from '../papers/file-drop.js';
import { Link } from '../parts/link.js';
import { Empty, Page } from '../parts/page.js';
import { keepsRegistry } from '../roles.js';
import './import.css';
import { membersTexts } from './members-texts.js';
import { BadRows, ImportProgress, NotImported, refusalIn, SkipBad } from './outcome.js';
import { packed } from './send-snapshot.js';
import { importTexts } from './texts.js';

type Result = Schemas['MemberImport'];
type State =
  | { readonly at: 'CHOOSING' | 'RUNNING' }
  | { readonly at: 'CHECKED' | 'DONE'; readonly result: Result }
  | { readonly at: 'REFUSED'; readonly fault: Fault };

/** The operator's way for the members: choose a file, see as a dry run what it holds and would change, then import it. */
export default function MembersImportScreen() {
  const { me } = useSignedIn();
  const [x, m] = [useTexts(importTexts), useTexts(membersTexts)];
  return (
    <Page title={m.title} lead={<p>{m.lead}</p>}>
      {keepsRegistry(me) ? <Steps /> : <Empty title={x.notYours} />}
      <p>
        <Link to="/registry">{x.back}</Link>
      </p>
    </Page>
  );
}

function Steps() {
  const { client } = useSignedIn();
  const [x, m] = [useTexts(importTexts), useTexts(membersTexts)];
  const [file, setFile] = useState<File | null>(null);
  const [asOf, setAsOf] = useState('');
  const [justification, setJustification] = useState('');
  const [skipBad, setSkipBad] = useState(false);
  const [state, setState] = useState<State>({ at: 'CHOOSING' });
  const outcome = useRef<HTMLDivElement>(null);
  // What was checked is no longer what would be sent.
  const choose = <T,>(set: (value: T) => void, value: T) => {
    set(value);
    setState({ at: 'CHOOSING' });
  };
  const run = async (chosen: File, dryRun: boolean) => {
    setState({ at: 'RUNNING' });
    try {
      const { body, headers } = await packed(chosen);
      const query = {
        ...(asOf !== '' && { asOf }),
        ...(justification.trim() !== '' && { justification: justification.trim() }),
        // A dry run reads past bad rows, so that all of them are seen at once.
        skipBad: String(dryRun || skipBad) as 'true' | 'false',
        dryRun: String(dryRun) as 'true' | 'false',
      };
      const result = await answered(
        client.POST('/v1/registry/imports/members', {
          params: { query },
          // The document types a binary body as text; the bytes themselves are sent.
          body: body as unknown as string,
          bodySerializer: (bytes: unknown) => bytes as BodyInit,
          headers: { ...headers, 'Content-Type': 'text/csv' },
        }),
      );
      if (!dryRun) forgetOpened();
      setState({ at: dryRun ? 'CHECKED' : 'DONE', result });
    } catch (error) {
      setState({ at: 'REFUSED', fault: error instanceof Fault ? error : new Fault(0, null) });
    }
    outcome.current?.focus();
  };
  const running = state.at === 'RUNNING';
  const fault = state.at === 'REFUSED' ? state.fault : null;
  const refusal = refusalIn(fault);
  return (
    <>
      <div className="field">
        <FileDrop
          label={x.choose}
          help={m.chooseHelp}
          accept=".csv,text/csv"
          onFile={(given) => {
            choose(setFile, given);
          }}
        />
        {file !== null && <p role="status">{x.chosen(file.name)}</p>}
      </div>
      <div className="field">
        <label htmlFor="as-of">{x.asOf}</label>
        <p className="help" id="as-of-help">
          {m.asOfHelp}
        </p>
        <input
          id="as-of"
          type="date"
          className="short"
          value={asOf}
          aria-describedby="as-of-help"
          onChange={(e) => {
            choose(setAsOf, e.target.value);
          }}
        />
      </div>
      <p className="row">
        <button
          type="button"
          className={state.at === 'CHECKED' ? undefined : 'primary'}
          disabled={file === null || running}
          onClick={() => {
            if (file !== null) void run(file, true);
          }}
        >
          {x.check}
        </button>
      </p>
      <div ref={outcome} tabIndex={-1} className="outcome">
        {running && <ImportProgress now={null} />}
        {fault !== null && <NotImported fault={fault} />}
        {refusal.badRows !== undefined && (
          <BadRows rows={refusal.badRows} count={refusal.badRowsCount ?? 0} />
        )}
        {state.at === 'DONE' && (
          <p className="notice good" role="status">
            {x.imported}
          </p>
        )}
        {(state.at === 'CHECKED' || state.at === 'DONE') && <Outcome result={state.result} />}
      </div>
      {state.at === 'CHECKED' && file !== null && (
        <>
          {state.result.warningsCount > 0 && (
            <div className="field">
              <label htmlFor="justification">{m.justification}</label>
              <p className="help" id="justification-help">
                {m.justificationHelp}
              </p>
              <textarea
                id="justification"
                rows={2}
                value={justification}
                aria-describedby="justification-help"
                onChange={(e) => {
                  setJustification(e.target.value);
                }}
              />
            </div>
          )}
          {state.result.skippedCount > 0 && <SkipBad checked={skipBad} onChange={setSkipBad} />}
          <p className="row">
            <button
              type="button"
              className="primary"
              onClick={() => {
                void run(file, false);
              }}
            >
              {x.doImport}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Outcome({ result }: { readonly result: Result }) {
  const { language } = useSignedIn();
  const [x, m] = [useTexts(importTexts), useTexts(membersTexts)];
  const { members, changed, date, dryRun, warnings, warningsCount } = result;
  return (
    <>
      <section aria-labelledby="changes">
        <h2 id="changes">{dryRun ? x.wouldChange : x.hasChanged}</h2>
        <p>{m.counts(members, changed, dayInWords(date, language))}</p>
      </section>
      {warningsCount > 0 && (
        <section aria-labelledby="warnings">
          <h2 id="warnings">{m.unknown(warningsCount)}</h2>
          <ul className="plain">
            {warnings.map(({ line, member, value }) => (
              <li key={line}>{m.unknownRow(line, member, value ?? '–')}</li>
            ))}
          </ul>
        </section>
      )}
      <BadRows rows={result.skipped} count={result.skippedCount} />
    </>
  );
}
