import { useState } from 'react';
import { answered, type Client, type Schemas } from '../api.js';
import { dayInWords } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { membersTexts } from './members-texts.js';
import { packed } from './send-snapshot.js';
import { ImportPage, ImportSteps, type Asked } from './steps.js';
import { importTexts } from './texts.js';

type Result = Schemas['MemberImport'];

async function sendMembers(
  client: Client,
  { file, asOf, skipBad, dryRun }: Asked,
  justification: string,
): Promise<Result> {
  const { body, headers } = await packed(file);
  const query = {
    ...(asOf !== '' && { asOf }),
    ...(justification !== '' && { justification }),
    skipBad: String(skipBad) as 'true' | 'false',
    dryRun: String(dryRun) as 'true' | 'false',
  };
  return answered(
    client.POST('/v1/registry/imports/members', {
      params: { query },
      // The document types a binary body as text; the bytes themselves are sent.
      body: body as unknown as string,
      bodySerializer: (bytes: unknown) => bytes as BodyInit,
      headers: { ...headers, 'Content-Type': 'text/csv' },
    }),
  );
}

/** The members: country, category, New Rights. */
export default function MembersImportScreen() {
  const { client } = useSignedIn();
  const m = useTexts(membersTexts);
  const [justification, setJustification] = useState('');
  return (
    <ImportPage title={m.title} lead={m.lead}>
      <ImportSteps
        accept=".csv,text/csv"
        chooseHelp={m.chooseHelp}
        asOfHelp={m.asOfHelp}
        send={(asked) => sendMembers(client, asked, justification.trim())}
        outcome={(result) => <Outcome result={result} />}
        beforeImport={({ warningsCount }) =>
          warningsCount > 0 && (
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
          )
        }
      />
    </ImportPage>
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
    </>
  );
}
