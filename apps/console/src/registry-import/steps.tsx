import { useRef, useState, type ReactNode } from 'react';
import { Fault, forgetOpened } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { FileDrop } from '../papers/file-drop.js';
import { Link } from '../parts/link.js';
import { Empty, Page } from '../parts/page.js';
import { keepsRegistry } from '../roles.js';
import './import.css';
import { BadRows, ImportProgress, NotImported, refusalIn, Tick } from './outcome.js';
import type { BadRow, Step } from './send-snapshot.js';
import { importTexts } from './texts.js';

const ABOUT_DATE = /^SNAPSHOT_DATE/;

/** What every import is asked for; the date is empty when it was not given. */
export interface Asked {
  readonly file: File;
  readonly asOf: string;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
}

interface Done {
  readonly skipped: readonly BadRow[];
  readonly skippedCount: number;
}

type State<R> =
  | { readonly at: 'CHOOSING' }
  | { readonly at: 'RUNNING'; readonly step: Step | null }
  | { readonly at: 'CHECKED' | 'DONE'; readonly result: R }
  | { readonly at: 'REFUSED'; readonly fault: Fault };

export interface StepsProps<R extends Done> {
  /** Endings and types of the files. */
  readonly accept: string;
  readonly chooseHelp: string;
  readonly asOfHelp: string;
  /** Further questions; whoever changes an answer says so, for what was checked is no longer what would be sent. */
  readonly more?: (onChanged: () => void) => ReactNode;
  /** Throws a `Fault` when nothing was taken. */
  readonly send: (asked: Asked, onStep: (step: Step) => void) => Promise<R>;
  readonly outcome: (result: R) => ReactNode;
  /** What is asked for once the dry run is known. */
  readonly beforeImport?: (result: R) => ReactNode;
}

/** The page of an import: what it takes, for those who keep the registry, and the way back. */
export function ImportPage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  const { me } = useSignedIn();
  const x = useTexts(importTexts);
  return (
    <Page title={title} lead={<p>{lead}</p>}>
      {keepsRegistry(me) ? children : <Empty title={x.notYours} />}
      <p>
        <Link to="/registry">{x.back}</Link>
      </p>
    </Page>
  );
}

/** The way of every import: choose a file, see as a dry run what it holds and would change, then import it. */
export function ImportSteps<R extends Done>(props: StepsProps<R>) {
  const x = useTexts(importTexts);
  const [file, setFile] = useState<File | null>(null);
  const [asOf, setAsOf] = useState('');
  const [skipBad, setSkipBad] = useState(false);
  const [state, setState] = useState<State<R>>({ at: 'CHOOSING' });
  const outcome = useRef<HTMLDivElement>(null);
  const onChanged = () => {
    setState({ at: 'CHOOSING' });
  };
  const run = async (chosen: File, dryRun: boolean) => {
    setState({ at: 'RUNNING', step: null });
    // A dry run reads past bad rows, so that all of them are seen at once.
    const asked = { file: chosen, asOf, skipBad: dryRun || skipBad, dryRun };
    try {
      const result = await props.send(asked, (step) => {
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
  return (
    <>
      <div className="field">
        <FileDrop
          label={x.choose}
          help={props.chooseHelp}
          accept={props.accept}
          onFile={(given) => {
            setFile(given);
            onChanged();
          }}
        />
        {file !== null && <p role="status">{x.chosen(file.name)}</p>}
      </div>
      <AsOf
        value={asOf}
        help={props.asOfHelp}
        wrong={ABOUT_DATE.test(refusal.reason ?? '') ? refusal.text : undefined}
        onChange={(day) => {
          setAsOf(day);
          onChanged();
        }}
      />
      {props.more?.(onChanged)}
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
            {props.outcome(state.result)}
            <BadRows rows={state.result.skipped} count={state.result.skippedCount} />
          </>
        )}
      </div>
      {state.at === 'CHECKED' && file !== null && (
        <>
          {props.beforeImport?.(state.result)}
          {state.result.skippedCount > 0 && (
            <Tick
              id="skip"
              label={x.skipBad}
              help={x.skipBadHelp}
              checked={skipBad}
              onChange={setSkipBad}
            />
          )}
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

function AsOf({
  value,
  help,
  wrong,
  onChange,
}: {
  readonly value: string;
  readonly help: string;
  readonly wrong: string | undefined;
  readonly onChange: (day: string) => void;
}) {
  const x = useTexts(importTexts);
  return (
    <div className={wrong === undefined ? 'field' : 'field wrong'}>
      <label htmlFor="as-of">{x.asOf}</label>
      <p className="help" id="as-of-help">
        {help}
      </p>
      {wrong !== undefined && (
        <p className="fault" id="as-of-fault">
          {wrong}
        </p>
      )}
      <input
        id="as-of"
        type="date"
        className="short"
        value={value}
        aria-describedby={wrong === undefined ? 'as-of-help' : 'as-of-help as-of-fault'}
        aria-invalid={wrong !== undefined}
        onChange={(e) => {
          onChange(e.target.value);
        }}
      />
    </div>
  );
}
