import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Empty, Loaded, Moment, Page } from '../parts/page.js';
import { useWords } from '../words.js';
import { AgreementTable } from './agreements.js';

const CLIFF_MONTHS = 18;

/** The last day of the cliff view: what ends until then. */
export function cliffDay(now: number): string {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() + CLIFF_MONTHS);
  return day.toISOString().slice(0, 10);
}

/** The secretariat's desk: escalations by age, and what ends in the next eighteen months. */
export default function DeskScreen() {
  const { t, client, me, language, now } = useSignedIn();
  const word = useWords();
  const escalations = useResource(`escalations ${me.person}`, () =>
    answered(client.GET('/v1/escalations', { params: { query: { limit: 500 } } })),
  );
  const running = useResource(`cliff ${me.person} ${language}`, () =>
    answered(
      client.GET('/v1/agreements', {
        params: {
          query: { status: 'ACTIVE,ENDING,SUSPENDED,UNDER_TMB_REVIEW', limit: 200 },
        },
      }),
    ),
  );
  return (
    <Page title={t.desk.title} lead={<p>{t.desk.lead}</p>}>
      <section aria-labelledby="queue">
        <h2 id="queue">{t.desk.queue}</h2>
        <Loaded of={escalations}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t.followUp.noEscalations} />
            ) : (
              <table className="stacked">
                <thead>
                  <tr>
                    <th scope="col">{t.agreements.partners}</th>
                    <th scope="col">{t.agreements.committee}</th>
                    <th scope="col">{t.desk.level}</th>
                    <th scope="col">{t.desk.owner}</th>
                    <th scope="col">{t.inbox.since}</th>
                    <th scope="col">{t.desk.age}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.agreement + item.id}>
                      <th scope="row" data-label={t.agreements.partners}>
                        <Link to={`/agreements/${item.agreement}/follow-up`}>
                          {item.leadAcronym ?? t.open} – {item.twinnedAcronym ?? t.open} ({item.id})
                        </Link>
                      </th>
                      <td data-label={t.agreements.committee}>{item.committeeReference ?? '–'}</td>
                      <td data-label={t.desk.level}>
                        {t.levels[item.level as keyof typeof t.levels] ?? item.level}
                      </td>
                      <td data-label={t.desk.owner}>{word(item.owner, 'desk')}</td>
                      <td data-label={t.inbox.since}>
                        <Moment at={item.since} />
                      </td>
                      <td data-label={t.desk.age}>{t.desk.days(item.ageDays)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </section>
      <section aria-labelledby="cliff">
        <h2 id="cliff">{t.desk.cliff}</h2>
        <Loaded of={running}>
          {({ items }) => {
            const ending = items
              .filter((item) => item.end !== null && item.end <= cliffDay(now()))
              .sort((a, b) => ((a.end ?? '') < (b.end ?? '') ? -1 : 1));
            return ending.length === 0 ? (
              <Empty title={t.desk.noCliff} />
            ) : (
              <AgreementTable rows={ending} />
            );
          }}
        </Loaded>
      </section>
    </Page>
  );
}
