import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Day, Loaded, Moment } from '../parts/page.js';
import { pageIn, Pages } from '../parts/pages.js';
import { usePlace } from '../router.js';
import { isTmbSecretariat } from '../roles.js';
import { useWords } from '../words.js';
import { deskTexts } from './texts.js';

type Ballot = Schemas['Ballots']['items'][number];

/** The TMB's ballots with the pack that is voted on, the tally, and who has not voted. */
export function Ballots() {
  const { client, me, language } = useSignedIn();
  const x = useTexts(deskTexts);
  const part = pageIn(usePlace().query, 'page');
  const ballots = useResource(`ballots ${me.person} ${language} ${String(part.from)}`, () =>
    answered(client.GET('/v1/desk/ballots', { params: { query: part } })),
  );
  return (
    <Loaded of={ballots}>
      {({ items, total }) =>
        total === 0 ? (
          <Nothing title={x.ballotsNone} in="ballots" />
        ) : (
          <>
            <ol className="queue">
              {items.map((item) => (
                <BallotCard key={item.agreement + item.ballot} ballot={item} />
              ))}
            </ol>
            <Pages name="page" label={x.tabs.ballots} {...part} total={total} />
          </>
        )
      }
    </Loaded>
  );
}

/** What the secretariat of the TMB can do with a ballot now; while votes are wanted, nothing. */
function NextStep({ ballot }: { readonly ballot: Ballot }) {
  const { me } = useSignedIn();
  const x = useTexts(deskTexts);
  const isOpen = ballot.closedAt === null;
  if (!isTmbSecretariat(me) || (isOpen && !ballot.decided)) return null;
  const at = `/agreements/${ballot.agreement}/do`;
  return (
    <p>
      {isOpen ? (
        <Link to={`${at}/CloseTmbBallotEarly`}>{x.closeNow}</Link>
      ) : (
        <Link to={`${at}/RecordTmbDecision`}>{x.recordDecision}</Link>
      )}
    </p>
  );
}

function BallotCard({ ballot }: { readonly ballot: Ballot }) {
  const { t } = useSignedIn();
  const x = useTexts(deskTexts);
  const word = useWords();
  return (
    <li className="card">
      <h3>
        <Link to={`/agreements/${ballot.agreement}`}>
          {ballot.leadAcronym ?? t.open} – {ballot.twinnedAcronym ?? t.open}
        </Link>{' '}
        <span className="quiet-text">
          {ballot.committeeReference} · {ballot.typeText} · {ballot.ballot}
        </span>
      </h3>
      <p>
        {x.opened} <Moment at={ballot.openedAt} /> ·{' '}
        {ballot.closedAt === null ? (
          <>
            {x.closes} <Day day={ballot.closesOn} />
            {ballot.extended && ` (${x.extended})`}
          </>
        ) : (
          <>
            {x.closed} <Moment at={ballot.closedAt} />
            {t.colon}
            <strong>{word(ballot.outcome ?? '', 'outcome')}</strong>
          </>
        )}
      </p>
      <Tally ballot={ballot} />
      <p>
        {ballot.quorate ? x.quorate : x.notQuorate} {ballot.decided && x.decided}
      </p>
      <NextStep ballot={ballot} />
      {ballot.waitingFor.length > 0 && (
        <p className="quiet-text">
          {x.waitingFor}
          {t.colon}
          {ballot.waitingFor.join(', ')}
        </p>
      )}
      <details>
        <summary>{x.pack}</summary>
        <dl className="value">
          <div>
            <dt>{x.assessment}</dt>
            <dd className="prose" dir="auto">
              {ballot.assessment?.text ?? x.noAssessment}
            </dd>
          </div>
          {ballot.assessment !== null && (
            <div>
              <dt>{x.statistics}</dt>
              <dd className="prose" dir="auto">
                {ballot.assessment.statistics}
              </dd>
            </div>
          )}
          <div>
            <dt>{x.need}</dt>
            <dd className="prose" dir="auto">
              {ballot.need ?? '–'}
            </dd>
          </div>
        </dl>
      </details>
      {ballot.votes.length > 0 && (
        <details>
          <summary>{x.votes}</summary>
          <ul>
            {ballot.votes.map((vote) => (
              <li key={vote.body}>
                <strong>{vote.body}</strong>
                {t.colon}
                {word(vote.choice, 'choice')}
                {vote.comment !== null && (
                  <span className="prose" dir="auto">
                    {' '}
                    – {vote.comment}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** The votes as one bar and in figures: the bar says nothing that the figures do not. */
function Tally({ ballot }: { readonly ballot: Ballot }) {
  const x = useTexts(deskTexts);
  const { entitled, yes, no, abstain } = ballot.tally;
  const parts = [
    ['yes', yes],
    ['no', no],
    ['abstain', abstain],
    ['silent', entitled - yes - no - abstain],
  ] as const;
  return (
    <figure className="tally" aria-label={x.tally}>
      <div className="tally-bar" aria-hidden="true">
        {parts.map(([kind, count]) => (
          <span key={kind} className={`tally-${kind}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <figcaption>
        {parts.map(([kind, count]) => (
          <span key={kind} className={`key-${kind}`}>
            <b>{count}</b> {x[kind]}
          </span>
        ))}
        <span>{x.of(yes + no + abstain, entitled)}</span>
      </figcaption>
    </figure>
  );
}
