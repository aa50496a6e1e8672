import { useRef, useState } from 'react';
import { answered, Fault } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Failed } from '../parts/page.js';
import { calendarTexts } from './texts.js';

type Told = 'COPIED' | 'NOT_COPIED' | 'REVOKED' | 'NONE';

/** The deadlines of a person in their own calendar, and where to go before an absence: last on the page, and quiet. */
export default function CalendarSection() {
  const { client } = useSignedIn();
  const x = useTexts(calendarTexts);
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState<{ fault: Fault; retry: () => void } | null>(null);
  const guard = (work: () => Promise<void>) => {
    setFailed(null);
    setTold(null);
    work().catch((error: unknown) => {
      const fault = error instanceof Fault ? error : new Fault(0, null);
      setFailed({
        fault,
        retry: () => {
          guard(work);
        },
      });
    });
  };
  const create = async () => {
    setAddress((await answered(client.POST('/v1/me/calendar'))).address);
  };
  const revoke = async () => {
    const { response, error } = await client.DELETE('/v1/me/calendar');
    if (response.status === 404) setTold('NONE');
    else if (response.ok) setTold('REVOKED');
    else await answered(Promise.resolve({ response, error }));
    setAddress(null);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address ?? '');
      setTold('COPIED');
    } catch {
      field.current?.select();
      setTold('NOT_COPIED');
    }
  };
  const words: Readonly<Record<Told, string>> = {
    COPIED: x.copied,
    NOT_COPIED: x.notCopied,
    REVOKED: x.revoked,
    NONE: x.noneToRevoke,
  };
  return (
    <div className="calendar-feed">
      <details>
        <summary>{x.title}</summary>
        <p>{x.lead}</p>
        {failed !== null && <Failed {...failed} />}
        {address !== null && (
          <div className="field">
            <label htmlFor="calendar-address">{x.address}</label>
            <p className="help" id="calendar-once">
              {x.once}
            </p>
            <input
              id="calendar-address"
              ref={field}
              readOnly
              aria-describedby="calendar-once"
              value={address}
              onFocus={(event) => {
                event.target.select();
              }}
            />
          </div>
        )}
        <p className="row">
          {address === null ? (
            <button
              type="button"
              aria-describedby="calendar-create"
              onClick={() => {
                guard(create);
              }}
            >
              {x.create}
            </button>
          ) : (
            <button
              type="button"
              className="primary"
              onClick={() => {
                guard(copy);
              }}
            >
              {x.copy}
            </button>
          )}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              guard(revoke);
            }}
          >
            {x.revoke}
          </button>
        </p>
        {address === null && (
          <p className="help" id="calendar-create">
            {x.createHelp}
          </p>
        )}
        <div role="status">{told !== null && <p className="notice">{words[told]}</p>}</div>
      </details>
      <p className="quiet-text">
        {x.away} <Link to="/people">{x.awayLink}</Link>
      </p>
    </div>
  );
}
