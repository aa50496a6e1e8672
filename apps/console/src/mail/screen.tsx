import { useState, type FormEvent } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { useConsole } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Empty, Loaded, Page } from '../parts/page.js';
import { mailTexts } from './texts.js';

type Settings = Schemas['MailSettings'];
const RHYTHMS = ['instant', 'daily', 'weekly'] as const;

/** How often an address hears from Twinning, for whoever has its link: nobody has to sign in. */
export default function MailScreen({ secret }: { readonly secret: string }) {
  const { client } = useConsole();
  const x = useTexts(mailTexts);
  const settings = useResource(`mail settings ${secret}`, () =>
    answered(client.GET('/v1/mail-settings/{secret}', { params: { path: { secret } } })),
  );
  return (
    <Page title={x.title} lead={<p>{x.lead}</p>}>
      {settings.data === null && settings.fault?.status === 404 ? (
        <Empty title={x.gone} />
      ) : (
        <Loaded of={settings}>{(data) => <SettingsForm secret={secret} before={data} />}</Loaded>
      )}
    </Page>
  );
}

function SettingsForm({ secret, before }: { readonly secret: string; readonly before: Settings }) {
  const { client } = useConsole();
  const x = useTexts(mailTexts);
  const [{ rhythm, news }, setChosen] = useState<Pick<Settings, 'rhythm' | 'news'>>(before);
  const [outcome, setOutcome] = useState<'SAVED' | 'FAILED' | null>(null);
  const choose = (change: Partial<Settings>) => {
    setOutcome(null);
    setChosen((chosen) => ({ ...chosen, ...change }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const query = { rhythm, news: news ? ('true' as const) : ('false' as const) };
    answered(
      client.POST('/v1/mail-settings/{secret}', { params: { path: { secret }, query } }),
    ).then(
      () => {
        setOutcome('SAVED');
      },
      () => {
        setOutcome('FAILED');
      },
    );
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <fieldset>
        <legend>{x.rhythm}</legend>
        {RHYTHMS.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="rhythm"
              checked={rhythm === each}
              onChange={() => {
                choose({ rhythm: each });
              }}
            />
            {x.rhythms[each]}
          </label>
        ))}
      </fieldset>
      <p className="help">{x.urgent}</p>
      <label className="choice">
        <input
          type="checkbox"
          checked={news}
          onChange={(e) => {
            choose({ news: e.target.checked });
          }}
        />
        {x.news}
      </label>
      <p className="help">{x.mandatory}</p>
      <div className="row">
        <button className="primary">{x.save}</button>
      </div>
      <div role="status">
        {outcome === 'SAVED' && <p className="notice good">{x.saved}</p>}
        {outcome === 'FAILED' && <p className="notice">{x.failed}</p>}
      </div>
    </form>
  );
}
