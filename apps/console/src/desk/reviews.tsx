import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Day, Loaded } from '../parts/page.js';
import { pageIn, Pages } from '../parts/pages.js';
import { usePlace } from '../router.js';
import { filingOf } from '../roles.js';
import { deskTexts } from './texts.js';

/** Annual reviews that are not filed: which are ready, and what the others lack. */
export function Reviews() {
  const { t, client, me, language } = useSignedIn();
  const x = useTexts(deskTexts);
  const part = pageIn(usePlace().query, 'page');
  const reviews = useResource(`reviews ${me.person} ${language} ${String(part.from)}`, () =>
    answered(client.GET('/v1/desk/reviews', { params: { query: part } })),
  );
  const lack = (part: string) => (x as unknown as Readonly<Record<string, string>>)[part] ?? part;
  return (
    <Loaded of={reviews}>
      {({ items, total }) =>
        total === 0 ? (
          <Nothing title={x.reviewsNone} in="reviews" />
        ) : (
          <>
            <table className="stacked">
              <thead>
                <tr>
                  <th scope="col">{t.agreements.partners}</th>
                  <th scope="col">{x.year}</th>
                  <th scope="col">{x.due}</th>
                  <th scope="col">{x.state}</th>
                  <th scope="col">{x.lacks}</th>
                  <th scope="col">{x.ratings}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.agreement + String(item.year)}>
                    <th scope="row" data-label={t.agreements.partners}>
                      <Link to={`/agreements/${item.agreement}/follow-up`}>
                        {item.leadAcronym ?? t.open} – {item.twinnedAcronym ?? t.open}
                      </Link>{' '}
                      <span className="quiet-text">{item.committeeReference}</span>
                    </th>
                    <td data-label={x.year}>{item.year}</td>
                    <td data-label={x.due}>
                      <Day day={item.dueOn} />
                    </td>
                    <td data-label={x.state}>
                      {t.reviewStages[item.stage as keyof typeof t.reviewStages]}
                    </td>
                    <td data-label={x.lacks}>
                      {item.missing.length === 0 ? (
                        <Complete filing={filingOf(me, item.agreement, item.year)} />
                      ) : (
                        item.missing.map(lack).join(', ')
                      )}
                    </td>
                    <td data-label={x.ratings}>
                      {item.ratings.length === 0
                        ? '–'
                        : item.ratings.map(t.followUp.rating).join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pages name="page" label={x.tabs.reviews} {...part} total={total} />
          </>
        )
      }
    </Loaded>
  );
}

function Complete({ filing }: { readonly filing: string | null }) {
  const x = useTexts(deskTexts);
  return filing === null ? <>{x.complete}</> : <Link to={filing}>{x.complete}</Link>;
}
