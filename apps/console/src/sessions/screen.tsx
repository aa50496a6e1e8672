import { useState } from 'react';
import { answered, Fault, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Failed, Loaded, Moment, Page } from '../parts/page.js';
import { sessionTexts } from './texts.js';

type Session = Schemas['Sessions']['items'][number];
type Told = 'ended' | 'endedOthers' | 'gone';

/** Where the person is signed in, and how to end that elsewhere. */
export default function SessionsScreen() {
  const { client, me } = useSignedIn();
  const x = useTexts(sessionTexts);
  const sessions = useResource(`sessions ${me.person}`, () =>
    answered(client.GET('/v1/me/sessions')),
  );
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState<{ fault: Fault; retry: () => void } | null>(null);

  const guard = (work: () => Promise<Told>) => {
    setFailed(null);
    setTold(null);
    work()
      .then((word) => {
        setTold(word);
        sessions.reload();
      })
      .catch((error: unknown) => {
        const fault = error instanceof Fault ? error : new Fault(0, null);
        setFailed({
          fault,
          retry: () => {
            guard(work);
          },
        });
      });
  };
  const endOne = (session: string) => async (): Promise<Told> => {
    const { response, error } = await client.DELETE('/v1/me/sessions/{session}', {
      params: { path: { session } },
    });
    if (response.status === 404) return 'gone';
    if (!response.ok) await answered(Promise.resolve({ response, error }));
    return 'ended';
  };
  const endOthers = async (): Promise<Told> => {
    await answered(client.DELETE('/v1/me/sessions'));
    return 'endedOthers';
  };

  return (
    <Page title={x.title} lead={x.lead}>
      {failed !== null && <Failed {...failed} />}
      <div role="status">{told !== null && <p className="notice">{x[told]}</p>}</div>
      <Loaded of={sessions}>
        {({ items }) => (
          <>
            <SessionTable
              items={items}
              onEnd={(handle) => {
                guard(endOne(handle));
              }}
            />
            {items.some((session) => !session.current) ? (
              <>
                <p className="row">
                  <button
                    type="button"
                    onClick={() => {
                      guard(endOthers);
                    }}
                  >
                    {x.endOthers}
                  </button>
                </p>
                <p className="quiet-text">{x.suspect}</p>
              </>
            ) : (
              <p>{x.none}</p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SessionTable({
  items,
  onEnd,
}: {
  readonly items: readonly Session[];
  readonly onEnd: (handle: string) => void;
}) {
  const x = useTexts(sessionTexts);
  return (
    <table className="stacked" aria-label={x.caption}>
      <thead>
        <tr>
          <th scope="col">{x.device}</th>
          <th scope="col">{x.signedIn}</th>
          <th scope="col">{x.lastUsed}</th>
          <th scope="col">{x.ends}</th>
          <th scope="col">{x.action}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ handle, device, current, signedInAt, lastUsedAt, endsAt }) => (
          <tr key={handle}>
            <th scope="row">
              {device ?? x.unknown}
              {current && <strong> ({x.here})</strong>}
            </th>
            <td data-label={x.signedIn}>
              <Moment at={signedInAt} />
            </td>
            <td data-label={x.lastUsed}>
              <Moment at={lastUsedAt} />
            </td>
            <td data-label={x.ends}>
              <Moment at={endsAt} />
            </td>
            <td>
              {!current && (
                <button
                  type="button"
                  className="quiet"
                  aria-label={x.endOf(device ?? x.unknown)}
                  onClick={() => {
                    onEnd(handle);
                  }}
                >
                  {x.end}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
