import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import { modelOf, type AgreementAnswer, type Side } from './model.js';
import { agreementTexts } from './texts.js';
import { useTimeline } from './use-timeline.js';
import { whoActed } from './who-acted.js';

/** Everybody who takes part: both sides alike, the desks, and who has acted. */
export function PeopleView({ agreement }: { readonly agreement: AgreementAnswer }) {
  const x = useTexts(agreementTexts).people;
  const word = useWords();
  const timeline = useTimeline(agreement);
  return (
    <>
      <section aria-labelledby="people">
        <h2 id="people">{x.lead}</h2>
        <div className="both-sides">
          {(['LEAD', 'TWINNED'] as const).map((side) => (
            <SidePeople key={side} agreement={agreement} side={side} />
          ))}
        </div>
      </section>
      <section aria-labelledby="acted">
        <h2 id="acted">{x.acted}</h2>
        <Loaded of={timeline}>
          {({ items }) => (
            <ul className="plain">
              {whoActed(items).map(({ person, role, times, last }) => (
                <li key={person + role}>
                  <strong>{person === '' ? x.system : person}</strong>
                  {person !== '' && `, ${word(role, 'role')}`}
                  <br />
                  <span className="quiet-text">
                    {x.times(times)} · {x.last} <Moment at={last} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </section>
    </>
  );
}

function SidePeople({
  agreement,
  side,
}: {
  readonly agreement: AgreementAnswer;
  readonly side: Side;
}) {
  const { t } = useSignedIn();
  const x = useTexts(agreementTexts).people;
  const { request, negotiation } = modelOf(agreement);
  const of = side === 'LEAD' ? 'lead' : 'twinned';
  const contact = request.form[`${of}Contact`];
  const nominees = request.nominees.filter((nominee) => nominee.side === side);
  const signatories = negotiation.signatories.filter((each) => each.side === side);
  const nobody = typeof contact !== 'string' && nominees.length + signatories.length === 0;
  return (
    <div className={`card side-${of}`}>
      <h3>
        {t.sides[of]}
        {t.colon}
        {agreement[of]?.acronym ?? t.open}
      </h3>
      {nobody && <p className="quiet-text">{x.none}</p>}
      <dl className="value">
        {typeof contact === 'string' && (
          <div>
            <dt>{x.contacts}</dt>
            <dd>{contact}</dd>
          </div>
        )}
        {nominees.map((nominee) => (
          <div key={nominee.person}>
            <dt>{x.nominees}</dt>
            <dd>
              {nominee.person} –{' '}
              {nominee.vacant
                ? x.vacant
                : nominee.accepted === null
                  ? x.asked
                  : nominee.accepted
                    ? x.accepted
                    : x.declined}
            </dd>
          </div>
        ))}
        {signatories.map((signatory) => {
          const signature = negotiation.signatures.find((s) => s.person === signatory.person);
          return (
            <div key={signatory.person}>
              <dt>{x.signatories}</dt>
              <dd>
                {signatory.person} – {signature === undefined ? x.unsigned : x.signed}
                {signature !== undefined && (
                  <>
                    {' '}
                    (<Moment at={signature.at} />)
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
