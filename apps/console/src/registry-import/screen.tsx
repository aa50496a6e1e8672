import { useRef, useState } from 'react';
import { Fault, forgetOpened } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { FileDrop } from '../papers/file-drop.js';
import { Link } from '../parts/link.js';
import { Empty, Page } from '../parts/page.js';
import { keepsRegistry } from '../roles.js';
import { BadRows, Changes, ImportProgress, NotImported, refusalIn, SkipBad } from './outcome.js';
import './import.css';
import { sendSnapshot, type ImportResult, type Step } from './send-snapshot.js';
import { importTexts } from './texts.js';

const ACCEPTED = '.jsonl,.ndjson,.json,.csv,text/csv';
const ABOUT_DATE = /^SNAPSHOT_DATE/;

type State =
  | { readonly at: 'CHOOSING' }
  | { readonly at: 'RUNNING'; readonly step: Step | null }
  | { readonly at: 'CHECKED' | 'DONE'; readonly result: ImportResult }
  | { readonly at: 'REFUSED'; readonly fault: Fault };

/** The operator's way: choose a file, see as a dry run what it holds and would change, then import it. */
export default function RegistryImportScreen() {
  const { me } = useSignedIn();
  const x = useTexts(importTexts);
  return (
    <Page title={x.title} lead={<p>{x.lead}</p>}>
      {keepsRegistry(me) ? <Steps /> : <Empty title={x.notYours} />}
      <p>
        <Link to="/registry">{x.back}</Link>
      </p>
    </Page>
  );
}

function Steps() {
  const { client } = useSignedIn();
  const x = useTexts(importTexts);
  const [file, setFile] = useState<File | null>(null);
  const [asOf, setAsOf] = useState('');
  const [whole, setWhole] = useState(true);
  const [skipBad, setSkipBad] = useState(false);
  const [state, setState] = useState<State>({ at: 'CHOOSING' });
  const outcome = useRef<HTMLDivElement>(null);
  // What was checked is no longer what would be sent.
  const choose = <T,>(set: (value: T) => void, value: T) => {
    set(value);
    setState({ at: 'CHOOSING' });
  };
  const run = async (chosen: File, dryRun: boolean) => {
    setState({ at: 'RUNNING', step: null });
    // A dry run reads past bad rows, so that all of them are seen at once.
    const choice = { file: chosen, asOf, whole, skipBad: dryRun || skipBad };
    try {
      const result = await sendSnapshot(client, choice, dryRun, (step) => {
        setState({ at: 'RUNNING', step });
      });
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
  const wrongDate = ABOUT_DATE.test(refusal.reason ?? '') ? refusal.text : undefined;
  return (
    <>
      <div className="field">
        <FileDrop
          label={x.choose}
          help={x.chooseHelp}
          accept={ACCEPTED}
          onFile={(given) => {
            choose(setFile, given);
          }}
        />
        {file !== null && <p role="status">{x.chosen(file.name)}</p>}
      </div>
      <div className={wrongDate === undefined ? 'field' : 'field wrong'}>
        <label htmlFor="as-of">{x.asOf}</label>
        <p className="help" id="as-of-help">
          {x.asOfHelp}
        </p>
        {wrongDate !== undefined && (
          <p className="fault" id="as-of-fault">
            {wrongDate}
          </p>
        )}
        <input
          id="as-of"
          type="date"
          className="short"
          value={asOf}
          aria-describedby={wrongDate === undefined ? 'as-of-help' : 'as-of-help as-of-fault'}
          aria-invalid={wrongDate !== undefined}
          onChange={(e) => {
            choose(setAsOf, e.target.value);
          }}
        />
      </div>
      <fieldset>
        <legend>{x.coverage}</legend>
        {[true, false].map((each) => (
          <label key={String(each)} className="choice">
            <input
              type="radio"
              name="coverage"
              checked={whole === each}
              onChange={() => {
                choose(setWhole, each);
              }}
            />
            {each ? x.whole : x.some}
          </label>
        ))}
      </fieldset>
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
        {running && <ImportProgress now={state.step} />}
        {fault !== null && <NotImported fault={fault} />}
        {refusal.badRows !== undefined && (
          <BadRows rows={refusal.badRows} count={refusal.badRowsCount ?? 0} />
        )}
        {state.at === 'DONE' && (
          <p className="notice good" role="status">
            {x.imported}
          </p>
        )}
        {(state.at === 'CHECKED' || state.at === 'DONE') && (
          <>
            <Changes result={state.result} />
            <BadRows rows={state.result.skipped} count={state.result.skippedCount} />
            <p className="quiet-text">{state.result.attribution}</p>
          </>
        )}
      </div>
      {state.at === 'CHECKED' && file !== null && (
        <>
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
