import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day, Loaded } from '../parts/page.js';
import { useWords } from '../words.js';
import { registryTexts } from './texts.js';

/** What the registry has said of a committee through time. */
export function CommitteeHistory({ id }: { readonly id: string }) {
  const { client, language } = useSignedIn();
  const x = useTexts(registryTexts);
  const word = useWords();
  const history = useResource(`committee history ${id}`, () =>
    answered(
      client.GET('/v1/registry/committees/{id}/history', { params: { path: { id: Number(id) } } }),
    ),
  );
  return (
    <section aria-labelledby="history">
      <h2 id="history">{x.history}</h2>
      <Loaded of={history}>
        {({ items }) => (
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{x.period}</th>
                <th scope="col">{x.to}</th>
                <th scope="col">{x.reference}</th>
                <th scope="col">{x.title}</th>
                <th scope="col">{x.status}</th>
                <th scope="col">{x.secretariat}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.from}>
                  <th scope="row">
                    <Day day={item.from} />
                  </th>
                  <td data-label={x.to}>{item.to === null ? '–' : <Day day={item.to} />}</td>
                  <td data-label={x.reference}>{item.reference}</td>
                  <td data-label={x.title}>
                    {(language === 'fr' ? item.titleFr : null) ?? item.titleEn}
                  </td>
                  <td data-label={x.status}>{word(item.status, 'committeeStatus')}</td>
                  <td data-label={x.secretariat}>{item.secretariat ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}
