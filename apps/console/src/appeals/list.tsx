import { answered, useResource, type Schemas } from '../api.js';
import { agreementTexts } from '../agreement/texts.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Day, Loaded, Page } from '../parts/page.js';
import { appealTexts } from './texts.js';

type Item = Schemas['Appealable']['items'][number];

const textIn = (words: Readonly<Record<string, string>>, value: string): string =>
  words[value] ?? value;

/** Decisions on agreements of others that the person's body may appeal against as a P-member of the committee. */
export default function AppealsScreen() {
  const { t, client, me, language } = useSignedIn();
  const x = useTexts(appealTexts);
  const list = useResource(`appeals ${me.person} ${language}`, () =>
    answered(client.GET('/v1/appeals')),
  );
  return (
    <Page title={x.title} lead={<p>{x.lead}</p>}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={x.none} in="appeals" />
          ) : (
            <table className="stacked">
              <thead>
                <tr>
                  <th scope="col">{x.partners}</th>
                  <th scope="col">{x.committee}</th>
                  <th scope="col">{x.decision}</th>
                  <th scope="col">{x.appealed}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.agreement}>
                    <th scope="row" data-label={x.partners}>
                      <Link to={`/appeals/${item.agreement}`}>
                        {item.leadAcronym ?? t.open} – {item.twinnedAcronym ?? t.open}
                      </Link>{' '}
                      <span className="quiet-text">{item.typeText}</span>
                    </th>
                    <td data-label={x.committee}>{item.committeeReference}</td>
                    <td data-label={x.decision}>
                      <Decisions of={item.decisions} />
                    </td>
                    <td data-label={x.appealed}>
                      <OwnAppeals of={item.appeals} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Page>
  );
}

function Decisions({ of }: { readonly of: Item['decisions'] }) {
  const x = useTexts(appealTexts);
  const words = useTexts(agreementTexts).appeals;
  if (of.length === 0) return x.undecided;
  return (
    <ul className="plain">
      {of.map((decision) => (
        <li key={decision.id}>
          {textIn(words.kinds, decision.kind)} ({textIn(words.bodies, decision.body)}), {words.on}{' '}
          <Day day={decision.decidedOn} />
          {' · '}
          {decision.final ? (
            words.final
          ) : (
            <>
              {words.until} <Day day={decision.until} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function OwnAppeals({ of }: { readonly of: Item['appeals'] }) {
  const words = useTexts(agreementTexts).appeals;
  if (of.length === 0) return '–';
  return of.map(({ id, stage }) => `${id} (${textIn(words.stages, stage)})`).join(', ');
}
