import { useId, useState } from 'react';
import { answered, useResource } from '../api.js';
import { instantInWords } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { ACCEPTED } from './accepted.js';
import './papers.css';
import { offered } from './offered.js';
import { fileAttachment, refusalOf, type Purpose } from './send-file.js';
import { papersTexts } from './texts.js';

export interface FileFieldProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly agreement: string;
  readonly purpose: Purpose;
  /** Hash of the chosen file, or empty. */
  readonly value: string;
  readonly onPick: (hash: string) => void;
}

type Sending =
  | { readonly at: 'SENDING' | 'SENT'; readonly name: string }
  | { readonly at: 'REFUSED'; readonly name: string; readonly why: string };

const SHOWN = 16;

/** A file that a command refers to: one that is filed already, or one that is filed now. Nobody copies a hash. */
export default function FileField({ agreement, purpose, value, onPick, ...input }: FileFieldProps) {
  const { t, client, me, language } = useSignedIn();
  const x = useTexts(papersTexts);
  const own = useId();
  const [state, setState] = useState<Sending | null>(null);
  const files = useResource(`files ${agreement} ${me.person}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/attachments', { params: { path: { agreement } } }),
    ),
  );
  const there = offered(files.data?.items ?? [], purpose, me.member);
  const add = (file: File) => {
    const { name } = file;
    setState({ at: 'SENDING', name });
    fileAttachment(client, agreement, purpose, file).then(
      ({ sha256 }) => {
        setState({ at: 'SENT', name });
        files.reload();
        onPick(sha256);
      },
      (error: unknown) => {
        setState({ at: 'REFUSED', name, why: refusalOf(error, x, t.away) });
      },
    );
  };
  const isThere = there.some(({ sha256 }) => sha256 === value);
  return (
    <div className="file-field">
      <select
        {...input}
        value={value}
        onChange={(e) => {
          onPick(e.target.value);
        }}
      >
        <option value="">{there.length === 0 ? x.noneYet : t.form.choose}</option>
        {value !== '' && !isThere && (
          <option value={value}>
            {state?.at === 'SENT' ? state.name : `${value.slice(0, SHOWN)}…`}
          </option>
        )}
        {there.map((item) => (
          <option key={item.sha256} value={item.sha256}>
            {x.purposes[item.purpose] ?? item.purpose}, {item.person},{' '}
            {instantInWords(item.filedAt, language)} ({item.sha256.slice(0, SHOWN)}…)
          </option>
        ))}
      </select>
      <p>
        <label htmlFor={own}>{x.fileNow}</label>
        <input
          id={own}
          type="file"
          accept={ACCEPTED}
          aria-describedby={`${own}-help`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) add(file);
            event.target.value = '';
          }}
        />
      </p>
      <p className="help" id={`${own}-help`}>
        {x.dropHelp}
      </p>
      <div role="status">
        {state?.at === 'SENDING' && <p>{x.sending(state.name)}</p>}
        {state?.at === 'SENT' && <p>{x.sent(state.name)}</p>}
      </div>
      {state?.at === 'REFUSED' && (
        <p className="fault" role="alert">
          {x.notSent(state.name)} {state.why}
        </p>
      )}
    </div>
  );
}
