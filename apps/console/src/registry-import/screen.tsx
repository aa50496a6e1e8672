import { useState } from 'react';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Changes, Tick } from './outcome.js';
import { sendSnapshot } from './send-snapshot.js';
import { ImportPage, ImportSteps } from './steps.js';
import { importTexts } from './texts.js';

const ACCEPTED = '.jsonl,.ndjson,.json,.csv,text/csv';

/** Committees and memberships: of the whole registry, or of some committees. */
export default function RegistryImportScreen() {
  const { client } = useSignedIn();
  const x = useTexts(importTexts);
  const [whole, setWhole] = useState(true);
  const [dissolve, setDissolve] = useState(false);
  return (
    <ImportPage title={x.title} lead={x.lead}>
      <ImportSteps
        accept={ACCEPTED}
        chooseHelp={x.chooseHelp}
        asOfHelp={x.asOfHelp}
        more={(onChanged) => (
          <fieldset>
            <legend>{x.coverage}</legend>
            {[true, false].map((each) => (
              <label key={String(each)} className="choice">
                <input
                  type="radio"
                  name="coverage"
                  checked={whole === each}
                  onChange={() => {
                    setWhole(each);
                    setDissolve(false);
                    onChanged();
                  }}
                />
                {each ? x.whole : x.some}
              </label>
            ))}
          </fieldset>
        )}
        send={({ dryRun, ...asked }, onStep) =>
          sendSnapshot(client, { ...asked, whole, dissolve }, dryRun, onStep)
        }
        beforeImport={({ leftOut }) =>
          leftOut > 0 && (
            <Tick
              id="dissolve"
              label={x.dissolve(leftOut)}
              help={x.dissolveHelp}
              checked={dissolve}
              onChange={setDissolve}
            />
          )
        }
        outcome={(result) => (
          <>
            <Changes result={result} />
            <p className="quiet-text">{result.attribution}</p>
          </>
        )}
      />
    </ImportPage>
  );
}
