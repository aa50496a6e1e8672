import { useState, type FormEvent } from 'react';
import { answered } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { usePlace } from '../router.js';
import { sinceLastCheck } from './since-last.js';
import { recordTexts } from './texts.js';
import { entryOf, isSigned, readCheckpoint, readKey, toHex, verifyReceipt } from './verify.js';
import type { Receipt, Verdict } from './verify.js';

interface Checked {
  readonly verdicts: readonly Verdict[];
  readonly size: number;
  readonly root: string;
  readonly entry: Readonly<Record<string, unknown>> | null;
}

/** Checks the record here, not on the server: the checkpoint's signature, and any entry against it. */
export function RecordCheck() {
  const { t, client, now } = useSignedIn();
  const { query } = usePlace();
  const [index, setIndex] = useState(query.get('entry') ?? '');
  const [pasted, setPasted] = useState('');
  const [checked, setChecked] = useState<Checked | 'FAILED' | null>(null);
  const [busy, setBusy] = useState(false);

  const textOf = async (path: '/v1/record/checkpoint' | '/v1/record/key'): Promise<string> =>
    answered(client.GET(path, { parseAs: 'text' }));

  const check = async (receipt: Receipt | null) => {
    const key = await textOf('/v1/record/key');
    const note = receipt?.checkpoint ?? (await textOf('/v1/record/checkpoint'));
    const checkpoint = readCheckpoint(note);
    const publicKey = await readKey(key);
    const verdicts: readonly Verdict[] =
      receipt !== null
        ? await verifyReceipt(receipt, key)
        : [
            { claim: 'KEY', holds: publicKey !== null },
            { claim: 'SIGNATURE', holds: publicKey !== null && (await isSigned(note, publicKey)) },
          ];
    const holds = verdicts.every((verdict) => verdict.holds);
    const since =
      checkpoint === null
        ? []
        : await sinceLastCheck(client, checkpoint, holds, new Date(now()).toISOString());
    setChecked({
      verdicts: [...verdicts, ...since],
      size: checkpoint?.size ?? 0,
      root: checkpoint === null ? '' : toHex(checkpoint.root),
      entry: receipt === null ? null : entryOf(receipt),
    });
  };
  const wanted = async (): Promise<Receipt | null> => {
    if (pasted.trim() !== '') return JSON.parse(pasted) as Receipt;
    if (index.trim() === '') return null;
    return answered(
      client.GET('/v1/record/receipts/{index}', { params: { path: { index: Number(index) } } }),
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setChecked(null);
    wanted()
      .then(check)
      .catch(() => {
        setChecked('FAILED');
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t.audit.check}</h2>
      <p>{t.audit.checkLead}</p>
      <form onSubmit={onSubmit} noValidate>
        <div className="field">
          <label htmlFor="entry">{t.audit.entry}</label>
          <p className="help" id="entry-help">
            {t.audit.entryHelp}
          </p>
          <input
            id="entry"
            className="short"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby="entry-help"
            value={index}
            onChange={(e) => {
              setIndex(e.target.value);
            }}
          />
        </div>
        <div className="field">
          <label htmlFor="pasted">{t.audit.pasted}</label>
          <textarea
            id="pasted"
            rows={3}
            spellCheck={false}
            value={pasted}
            onChange={(e) => {
              setPasted(e.target.value);
            }}
          />
        </div>
        <button className="primary" disabled={busy}>
          {t.audit.checkNow}
        </button>
      </form>
      <div role="status">
        {checked === 'FAILED' && <p className="notice bad">{t.audit.failed}</p>}
        {checked !== null && checked !== 'FAILED' && <Verdicts checked={checked} />}
      </div>
    </section>
  );
}

function Verdicts({ checked }: { readonly checked: Checked }) {
  const { t } = useSignedIn();
  const x = useTexts(recordTexts);
  const { verdicts, size, root, entry } = checked;
  return (
    <>
      <ul className="verdicts">
        {verdicts.map(({ claim, holds }) => (
          <li key={claim} className={holds ? 'holds' : 'fails'}>
            <strong>{holds ? t.audit.holds : t.audit.fails}</strong> {t.audit.claims[claim]}
          </li>
        ))}
      </ul>
      {!verdicts.some(({ claim }) => claim === 'CONSISTENCY') && <p>{x.first}</p>}
      <p className="quiet-text">
        {t.audit.size(size)} · {t.audit.root} <code className="long">{root}</code>
      </p>
      {entry !== null && (
        <details>
          <summary>{t.audit.showEntry}</summary>
          {/* A region that scrolls must be reachable by keyboard. */}
          <pre tabIndex={0}>{JSON.stringify(entry, null, 2)}</pre>
        </details>
      )}
    </>
  );
}
