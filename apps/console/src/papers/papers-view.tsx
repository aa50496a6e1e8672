import { useId, useState } from 'react';
import { Fault, answered, useResource, type Schemas } from '../api.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { NothingYet } from '../agreement/nothing-yet.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Failed, Loaded, Moment } from '../parts/page.js';
import { Attachments } from './attachments.js';
import { DistributionList } from './distribution.js';
import './papers.css';
import { saveFile } from '../parts/save-file.js';
import { papersTexts } from './texts.js';

const LANGUAGES = ['en', 'fr', 'both'] as const;
type PaperLanguage = (typeof LANGUAGES)[number];
type Papers = Schemas['Papers'];

/** The papers of an agreement as PDF, those that were handed out, and the files that both partners filed. */
export default function PapersView({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { client, me } = useSignedIn();
  const x = useTexts(papersTexts);
  const papers = useResource(
    `papers ${agreement.id} ${String(agreement.version)} ${me.person}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/papers', {
          params: { path: { agreement: agreement.id } },
        }),
      ),
  );
  return (
    <>
      <section aria-labelledby="papers">
        <h2 id="papers">{x.title}</h2>
        <p>{x.lead}</p>
        <Loaded of={papers}>
          {({ kinds, items }) => (
            <>
              {kinds.length === 0 ? (
                <NothingYet agreement={agreement} title={x.none} in="papers" />
              ) : (
                <Kinds agreement={agreement} kinds={kinds} onTaken={papers.reload} />
              )}
              <Issued items={items} />
            </>
          )}
        </Loaded>
      </section>
      <DistributionList agreement={agreement} />
      <Attachments agreement={agreement} />
    </>
  );
}

type State =
  | { readonly kind: string; readonly at: 'WRITING' }
  | { readonly kind: string; readonly at: 'TAKEN'; readonly name: string; readonly index: string }
  | { readonly kind: string; readonly at: 'FAILED'; readonly fault: Fault };

function Kinds({
  agreement,
  kinds,
  onTaken,
}: {
  readonly agreement: AgreementAnswer;
  readonly kinds: readonly string[];
  readonly onTaken: () => void;
}) {
  const { client, language } = useSignedIn();
  const x = useTexts(papersTexts);
  const id = useId();
  const [wanted, setWanted] = useState<PaperLanguage>(language);
  const [state, setState] = useState<State | null>(null);
  const take = async (kind: string) => {
    setState({ kind, at: 'WRITING' });
    try {
      const call = await client.GET('/v1/agreements/{agreement}/papers/{kind}', {
        params: { path: { agreement: agreement.id, kind }, query: { language: wanted } },
        parseAs: 'blob',
      });
      const blob = await answered(Promise.resolve(call));
      const name = saveFile(blob, call.response, `${kind}.pdf`);
      const index = call.response.headers.get('Twinning-Record-Index') ?? '–';
      setState({ kind, at: 'TAKEN', name, index });
      onTaken();
    } catch (error) {
      const fault = error instanceof Fault ? error : new Fault(0, null);
      setState({ kind, at: 'FAILED', fault });
    }
  };
  return (
    <>
      <label className="filter" htmlFor={id}>
        {x.language}
        <select
          id={id}
          value={wanted}
          onChange={(e) => {
            setWanted(e.target.value as PaperLanguage);
          }}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {x.languages[each]}
            </option>
          ))}
        </select>
      </label>
      <div role="status">
        {state?.at === 'WRITING' && <p className="notice">{x.writing}</p>}
        {state?.at === 'TAKEN' && <p className="notice good">{x.taken(state.name, state.index)}</p>}
      </div>
      {state?.at === 'FAILED' && (
        <Failed
          fault={state.fault}
          retry={() => {
            void take(state.kind);
          }}
        />
      )}
      <ul className="papers">
        {kinds.map((kind) => (
          <li key={kind}>
            <div>
              <h3>{x.kinds[kind] ?? kind}</h3>
              <p className="quiet-text">{x.about[kind]}</p>
            </div>
            <button
              type="button"
              disabled={state?.at === 'WRITING'}
              onClick={() => {
                void take(kind);
              }}
            >
              {x.download} <span className="hidden">{x.kinds[kind] ?? kind}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Issued({ items }: { readonly items: Papers['items'] }) {
  const x = useTexts(papersTexts);
  if (items.length === 0) return null;
  return (
    <>
      <h3 id="issued">{x.issued}</h3>
      <table className="stacked" aria-labelledby="issued">
        <thead>
          <tr>
            <th scope="col">{x.paper}</th>
            <th scope="col">{x.version}</th>
            <th scope="col">{x.when}</th>
            <th scope="col">{x.hash}</th>
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map((item) => (
            <tr key={item.sha256}>
              <th scope="row">
                {x.kinds[item.kind] ?? item.kind},{' '}
                {LANGUAGES.filter((each) => each === item.language).map(
                  (each) => x.languages[each],
                )}
              </th>
              <td data-label={x.version}>{item.version}</td>
              <td data-label={x.when}>
                <Moment at={item.issuedAt} />
                <br />
                <span className="quiet-text">
                  {x.entry} {item.index}
                </span>
              </td>
              <td data-label={x.hash}>
                <code className="hash">{item.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
