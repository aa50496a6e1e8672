import { sideOf, type AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Moment } from '../parts/page.js';

export const agreeingTexts = {
  en: {
    agree: 'Agree as proposed',
    title: (who: string) => `${who} proposes what stands below`,
    since: 'Proposed on',
    asItIs: 'Sent as it is, both partners have agreed, and it takes effect.',
    changed:
      'You have changed it: what you send is a proposal of your own, takes the place of this one and waits for the other partner.',
    decline: 'Decline it instead',
  },
  fr: {
    agree: 'Accepter tel que proposé',
    title: (who: string) => `${who} propose ce qui suit`,
    since: 'Proposé le',
    asItIs: 'Envoyé tel quel, c’est l’accord des deux partenaires, et cela prend effet.',
    changed:
      'Vous l’avez modifié : ce que vous envoyez est une proposition de votre part, qui remplace celle-ci et attend l’autre partenaire.',
    decline: 'Refuser plutôt',
  },
};

/** What sending this form does while a proposal of the other partner waits for an answer. */
export function Agreeing({
  command,
  agreement,
  isChanged,
}: {
  readonly command: string;
  readonly agreement: AgreementAnswer;
  readonly isChanged: boolean;
}) {
  const { me, t } = useSignedIn();
  const x = useTexts(agreeingTexts);
  const act = agreement.jointActs.find(({ kind }) => kind === command);
  const other = sideOf(agreement, me.member) === 'LEAD' ? 'TWINNED' : 'LEAD';
  const body = other === 'LEAD' ? agreement.lead : agreement.twinned;
  return (
    <div className="notice">
      <h2>{x.title(body?.acronym ?? t.desks[other] ?? other)}</h2>
      {act !== undefined && (
        <p className="quiet-text">
          {x.since} <Moment at={act.proposedAt} />
        </p>
      )}
      <p role="status">{isChanged ? x.changed : x.asItIs}</p>
      <p>
        <Link to={`/agreements/${agreement.id}/do/DeclineJointAct?kind=${command}`}>
          {x.decline}
        </Link>
      </p>
    </div>
  );
}
