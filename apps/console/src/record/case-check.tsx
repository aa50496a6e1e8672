import { useState, type DragEvent } from 'react';
import { answered } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { recordTexts } from './texts.js';

type Verifier = typeof import('virtual:case-verifier');
type Verdict = Awaited<ReturnType<Verifier['verifyCaseFile']>>;
type ReceiptVerdict = Awaited<ReturnType<Verifier['verifyReceipt']>>;
type Claim = readonly [claim: string, text: string];

/** Whether the bytes are an archive; a receipt is text. */
const isArchive = (bytes: Uint8Array, name: string): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || /\.zip$/i.test(name);

/** Case files and receipts: taken along, and checked here whoever brings them. */
export function CaseFiles({ agreement }: { readonly agreement: string | null }) {
  const { client } = useSignedIn();
  const x = useTexts(recordTexts);
  const [over, setOver] = useState(false);
  const [verdict, setVerdict] = useState<
    Verdict | ReceiptVerdict | 'READING' | 'UNREADABLE' | null
  >(null);
  const check = async (file: File): Promise<Verdict | ReceiptVerdict> => {
    // The verifier comes with the first file: whoever only looks around does not load it.
    const { readKey, verifyCaseFile, verifyReceipt } = await import('virtual:case-verifier');
    const key = await answered(client.GET('/v1/record/key', { parseAs: 'text' }));
    const keys = [await readKey(key.trim())];
    const bytes = new Uint8Array(await file.arrayBuffer());
    return isArchive(bytes, file.name)
      ? verifyCaseFile(bytes, keys)
      : verifyReceipt(new TextDecoder().decode(bytes), keys);
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setVerdict('READING');
    check(file).then(setVerdict, () => {
      setVerdict('UNREADABLE');
    });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section aria-labelledby="case-file">
      <h2 id="case-file">{x.caseFile}</h2>
      <p>{x.caseLead}</p>
      {agreement === null ? (
        <p className="quiet-text">{x.chooseFirst}</p>
      ) : (
        <p>
          <a className="button" href={`/v1/agreements/${agreement}/case-file`} download>
            {x.download}
          </a>
        </p>
      )}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={drop}
      >
        <label htmlFor="case">{x.drop}</label>
        <p className="help" id="case-help">
          {x.dropHelp}
        </p>
        <input
          id="case"
          type="file"
          accept=".zip,application/zip,.json,application/json"
          aria-describedby="case-help"
          onChange={(event) => {
            take(event.target.files?.[0]);
          }}
        />
      </div>
      <div role="status">
        {verdict === 'READING' && <p>{x.reading}</p>}
        {verdict === 'UNREADABLE' && <p className="notice bad">{x.unreadable}</p>}
        {verdict !== null &&
          typeof verdict === 'object' &&
          ('isReceipt' in verdict ? (
            <ReceiptVerdict verdict={verdict} />
          ) : (
            <CaseVerdict verdict={verdict} />
          ))}
      </div>
    </section>
  );
}

/** The whole in a word, then claim by claim what holds, and where it does not. */
function Claims({
  looked,
  verdict: { faults, holds },
}: {
  readonly looked: readonly Claim[];
  readonly verdict: Pick<Verdict, 'faults' | 'holds'>;
}) {
  const { t } = useSignedIn();
  const x = useTexts(recordTexts);
  return (
    <>
      <p className={holds ? 'notice good' : 'notice bad'}>
        <strong>{holds ? x.good : x.bad}</strong>
      </p>
      <ul className="verdicts">
        {looked.map(([claim, text]) => {
          const wrong = faults.filter((fault) => fault.claim === claim);
          const places = wrong.map(({ place }) => place).filter((place) => place !== '');
          return (
            <li key={claim} className={wrong.length === 0 ? 'holds' : 'fails'}>
              <strong>{wrong.length === 0 ? t.audit.holds : t.audit.fails}</strong> {text}
              {places.length > 0 && (
                <span className="quiet-text">
                  {' '}
                  ({x.at} {places.slice(0, 5).join(', ')}
                  {places.length > 5 && ' …'})
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function ReceiptVerdict({ verdict }: { readonly verdict: ReceiptVerdict }) {
  const x = useTexts(recordTexts);
  const { faults, size, isAnswer, command } = verdict;
  const claims = Object.entries(x.receiptClaims).filter(
    ([claim]) => claim !== 'ANSWER' || isAnswer,
  );
  // Without a signed checkpoint nothing else was looked at.
  const looked =
    size === null ? claims.filter(([claim]) => faults.some((f) => f.claim === claim)) : claims;
  return (
    <>
      <Claims looked={looked} verdict={verdict} />
      {command !== null && (
        <p className="quiet-text">
          {x.ofCommand} <code className="hash">{command}</code>
        </p>
      )}
    </>
  );
}

function CaseVerdict({ verdict }: { readonly verdict: Verdict }) {
  const x = useTexts(recordTexts);
  const { manifest, faults, withheld, signed, erased } = verdict;
  const { documents, unknownWitnesses } = verdict;
  const there = documents?.filter(({ file }) => file !== null).length ?? 0;
  const claims = Object.entries(x.claims).filter(
    ([claim]) => claim !== 'DOCUMENTS' || documents !== null,
  );
  // What could not be looked at is not claimed to hold: a broken archive says nothing about its events.
  const looked =
    manifest === null ? claims.filter(([claim]) => faults.some((f) => f.claim === claim)) : claims;
  return (
    <>
      <Claims looked={looked} verdict={verdict} />
      {manifest !== null && (
        <p className="quiet-text">
          {x.facts(manifest.version, manifest.refusals, manifest.size)} ·{' '}
          <Link to={`/agreements/${manifest.agreement}`}>{x.open}</Link>
        </p>
      )}
      {manifest !== null && documents === null && <p className="quiet-text">{x.noDocuments}</p>}
      {documents !== null && documents.length > 0 && (
        <p className="quiet-text">{x.documents(there, documents.length - there)}</p>
      )}
      {unknownWitnesses > 0 && <p className="quiet-text">{x.cosigned(unknownWitnesses)}</p>}
      {withheld > 0 && <p className="quiet-text">{x.withheld(withheld)}</p>}
      {signed > 0 && <p className="quiet-text">{x.signed(signed)}</p>}
      {erased.map(({ sha256, index }) => (
        <p key={sha256} className="quiet-text">
          {x.erased(index)} <code className="hash">{sha256}</code>
        </p>
      ))}
    </>
  );
}
