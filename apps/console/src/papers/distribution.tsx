import { answered, useResource, type Schemas } from '../api.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import { papersTexts } from './texts.js';

type Distribution = Schemas['Distribution'];

/** Who gets a copy of the agreement or is informed of it, and each time that this was sent. */
export function DistributionList({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { client, me } = useSignedIn();
  const x = useTexts(papersTexts).distribution;
  const list = useResource(
    `distribution ${agreement.id} ${String(agreement.version)} ${me.person}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/distribution', {
          params: { path: { agreement: agreement.id } },
        }),
      ),
  );
  return (
    <section aria-labelledby="distribution">
      <h2 id="distribution">{x.title}</h2>
      <p>{x.lead}</p>
      <Loaded of={list}>
        {({ items, sent }) => (
          <>
            <Recipients items={items} />
            <Sent sent={sent} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Recipients({ items }: { readonly items: Distribution['items'] }) {
  const x = useTexts(papersTexts).distribution;
  const word = useWords();
  return (
    <table className="stacked" aria-labelledby="distribution">
      <thead>
        <tr>
          <th scope="col">{x.recipient}</th>
          <th scope="col">{x.gets}</th>
          <th scope="col">{x.bodies}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ recipient, as, bodies, contacts }) => (
          <tr key={recipient}>
            <th scope="row">{word(recipient, 'recipient')}</th>
            <td data-label={x.gets}>
              {x.as[as]}
              {contacts === 0 && <span className="quiet-text"> · {x.noContact}</span>}
            </td>
            <td data-label={x.bodies}>
              {bodies.length === 0 ? '–' : bodies.map(({ acronym }) => acronym).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sent({ sent }: { readonly sent: Distribution['sent'] }) {
  const texts = useTexts(papersTexts);
  const x = texts.distribution;
  const word = useWords();
  if (sent.length === 0) return <p className="quiet-text">{x.notYet}</p>;
  return (
    <>
      <h3 id="sendings">{x.sent}</h3>
      <ul aria-labelledby="sendings">
        {sent.toReversed().map(({ about, at, index, recipients, messages, withoutMessage }) => (
          <li key={index}>
            <Moment at={at} /> – {word(about, 'about')} –{' '}
            {recipients.map((each) => word(each, 'recipient')).join(', ')}
            <br />
            <span className="quiet-text">
              {texts.entry} {index} · {x.messages(messages.sent, messages.waiting, messages.failed)}
              {withoutMessage.length > 0 &&
                ` · ${x.withoutMessage(withoutMessage.map((each) => word(each, 'recipient')).join(', '))}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
