import { useId, useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { NothingYet } from '../agreement/nothing-yet.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded, Moment } from '../parts/page.js';
import { ACCEPTED } from './accepted.js';
import { FileDrop } from './file-drop.js';
import { fileAttachment, refusalOf, type Purpose } from './send-file.js';
import { papersTexts } from './texts.js';

/** Files beside an agreement: read by whoever reads the part that they belong to. */
export function Attachments({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { client, me } = useSignedIn();
  const x = useTexts(papersTexts);
  const files = useResource(`files ${agreement.id} ${me.person}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/attachments', {
        params: { path: { agreement: agreement.id } },
      }),
    ),
  );
  const purposes = files.data?.purposes ?? [];
  return (
    <section aria-labelledby="files">
      <h2 id="files">{x.files}</h2>
      <p>{x.filesLead}</p>
      <Loaded of={files}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingYet agreement={agreement} title={x.filesNone} in="files" />
          ) : (
            <FileTable agreement={agreement} items={items} />
          )
        }
      </Loaded>
      {purposes.length > 0 && (
        <AddFile agreement={agreement} purposes={purposes} onAdded={files.reload} />
      )}
    </section>
  );
}

function FileTable({
  agreement,
  items,
}: {
  readonly agreement: AgreementAnswer;
  readonly items: Schemas['Attachments']['items'];
}) {
  const { language } = useSignedIn();
  const x = useTexts(papersTexts);
  const acronyms = new Map([agreement.lead, agreement.twinned].map((p) => [p?.member, p?.acronym]));
  const sizes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });
  return (
    <table className="stacked">
      <thead>
        <tr>
          <th scope="col">{x.purpose}</th>
          <th scope="col">{x.filedBy}</th>
          <th scope="col">{x.hash}</th>
          <th scope="col">{x.file}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const what = x.purposes[item.purpose] ?? item.purpose;
          const body = item.member === null ? undefined : acronyms.get(item.member);
          return (
            <tr key={item.sha256 + item.purpose + item.person}>
              <th scope="row">{what}</th>
              <td data-label={x.filedBy}>
                {item.person}
                {body != null && ` (${body})`}
                <br />
                <span className="quiet-text">
                  <Moment at={item.filedAt} />
                </span>
              </td>
              <td data-label={x.hash}>
                <code className="hash">{item.sha256}</code>
              </td>
              <td data-label={x.file}>
                {item.erased ? (
                  x.erased
                ) : (
                  <a href={`/v1/agreements/${agreement.id}/attachments/${item.sha256}`} download>
                    {x.save}
                    <span className="hidden"> {what},</span> {x.types[item.type] ?? item.type},{' '}
                    {sizes.format(Math.max(1, item.bytes / 1000))}
                  </a>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Sending =
  | { readonly at: 'SENDING' | 'SENT'; readonly name: string }
  | { readonly at: 'REFUSED'; readonly name: string; readonly why: string };

function AddFile({
  agreement,
  purposes,
  onAdded,
}: {
  readonly agreement: AgreementAnswer;
  /** What the reader may file here. */
  readonly purposes: readonly Purpose[];
  readonly onAdded: () => void;
}) {
  const { t, client } = useSignedIn();
  const x = useTexts(papersTexts);
  const id = useId();
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  const [state, setState] = useState<Sending | null>(null);
  const add = (file: File) => {
    const { name } = file;
    if (purpose === '') {
      setState({ at: 'REFUSED', name, why: x.choosePurpose });
      return;
    }
    setState({ at: 'SENDING', name });
    fileAttachment(client, agreement.id, purpose, file).then(
      () => {
        setState({ at: 'SENT', name });
        onAdded();
      },
      (error: unknown) => {
        setState({ at: 'REFUSED', name, why: refusalOf(error, x, t.away) });
      },
    );
  };
  return (
    <>
      <h3>{x.add}</h3>
      <div className="field">
        <label htmlFor={id}>{x.purpose}</label>
        <select
          id={id}
          value={purpose}
          onChange={(e) => {
            setPurpose(purposes.find((each) => each === e.target.value) ?? '');
          }}
        >
          <option value="">{t.form.choose}</option>
          {purposes.map((each) => (
            <option key={each} value={each}>
              {x.purposes[each]}
            </option>
          ))}
        </select>
      </div>
      <FileDrop label={x.drop} help={x.dropHelp} accept={ACCEPTED} onFile={add} />
      <div role="status">
        {state?.at === 'SENDING' && <p className="notice">{x.sending(state.name)}</p>}
        {state?.at === 'SENT' && <p className="notice good">{x.sent(state.name)}</p>}
      </div>
      {state?.at === 'REFUSED' && (
        <p className="notice bad" role="alert">
          <strong>{x.notSent(state.name)}</strong> {state.why}
        </p>
      )}
    </>
  );
}
