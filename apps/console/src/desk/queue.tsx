import { triggerText } from '../agreement/trigger.js';
import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Explained } from '../parts/explained.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { DueDate, Loaded, Moment } from '../parts/page.js';
import { pageIn, Pages } from '../parts/pages.js';
import { usePlace } from '../router.js';
import { useWords } from '../words.js';
import { deskTexts } from './texts.js';

const RUNGS = ['L1', 'L2', 'L3', 'L4'] as const;

/** Open escalations, the oldest first, each with its rung and what lifts it to the next one. */
export function Queue() {
  const { t, client, me, language } = useSignedIn();
  const x = useTexts(deskTexts);
  const word = useWords();
  const part = pageIn(usePlace().query, 'page');
  const escalations = useResource(`escalations ${me.person} ${language} ${String(part.from)}`, () =>
    answered(client.GET('/v1/escalations', { params: { query: part } })),
  );
  return (
    <Loaded of={escalations}>
      {({ items, total }) =>
        total === 0 ? (
          <Nothing title={t.followUp.noEscalations} in="queue" />
        ) : (
          <>
            <ol className="queue">
              {items.map((item) => (
                <li key={item.agreement + item.id} className="card">
                  <div className="queue-head">
                    <h3>
                      <Link to={`/agreements/${item.agreement}/follow-up`}>
                        {item.leadAcronym ?? t.open} – {item.twinnedAcronym ?? t.open}
                      </Link>{' '}
                      <span className="quiet-text">
                        {item.committeeReference} · {item.id}
                      </span>
                    </h3>
                    <strong className={item.ageDays > 15 ? 'age late' : 'age'}>
                      {t.desk.days(item.ageDays)}
                    </strong>
                  </div>
                  <ol className="ladder" aria-label={x.rungs}>
                    {RUNGS.map((rung) => (
                      <li
                        key={rung}
                        className={rung < item.level ? 'passed' : undefined}
                        aria-current={rung === item.level ? 'step' : undefined}
                      >
                        <b>{rung}</b> {x.rung[rung]}
                      </li>
                    ))}
                  </ol>
                  <dl className="facts">
                    <div>
                      <dt>{x.trigger}</dt>
                      <dd>{triggerText(item.trigger, language) ?? word(item.trigger, 'cause')}</dd>
                    </div>
                    <div>
                      <dt>{t.desk.owner}</dt>
                      <dd>{word(item.owner, 'desk')}</dd>
                    </div>
                    <div>
                      <dt>{t.inbox.since}</dt>
                      <dd>
                        <Moment at={item.since} />
                      </dd>
                    </div>
                    <div className="wide">
                      <dt>{x.next}</dt>
                      <dd>
                        {item.next === null ? (
                          x.noNext
                        ) : (
                          <>
                            <DueDate at={item.next.due} />
                            {t.colon}
                            <Explained text={item.next.text} />{' '}
                            <span className="quiet-text">{t.clause(item.next.clause)}</span>
                          </>
                        )}
                      </dd>
                    </div>
                  </dl>
                </li>
              ))}
            </ol>
            <Pages name="page" label={x.tabs.queue} {...part} total={total} />
          </>
        )
      }
    </Loaded>
  );
}
