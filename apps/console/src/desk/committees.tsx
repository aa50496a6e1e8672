import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded } from '../parts/page.js';
import { AgreementTable } from '../screens/agreements.js';
import { everyAgreement } from '../screens/every-agreement.js';
import { deskTexts } from './texts.js';

/** The committees of a technical programme manager or a committee manager, each with its open agreements. */
export function Committees() {
  const { client, me, language } = useSignedIn();
  const x = useTexts(deskTexts);
  const rows = useResource(`programme ${me.person} ${language}`, () => everyAgreement(client));
  const mine = useResource(`tasks me ${me.person} ${language}`, () =>
    answered(client.GET('/v1/tasks')),
  );
  const waiting = new Set((mine.data?.items ?? []).map((task) => task.agreement));
  return (
    <Loaded of={rows}>
      {(items) => {
        const open = items.filter((item) => item.phase !== 'CLOSED' && item.committee !== null);
        const committees = [...new Map(open.map((item) => [item.committee, item])).values()].sort(
          (a, b) =>
            (a.committeeReference ?? '').localeCompare(b.committeeReference ?? '', language),
        );
        if (committees.length === 0) return <Nothing title={x.committeesNone} in="committees" />;
        return committees.map(({ committee, committeeReference }) => {
          const of = open.filter((item) => item.committee === committee);
          const forMe = of.filter((item) => waiting.has(item.id)).length;
          return (
            <section key={committee} aria-labelledby={`committee-${String(committee)}`}>
              <h3 id={`committee-${String(committee)}`}>
                <Link to={`/registry/committees/${String(committee)}`}>{committeeReference}</Link>{' '}
                <span className="quiet-text">
                  {x.perCommittee(of.length)}
                  {forMe > 0 && ` · ${x.waitsForMe(forMe)}`}
                </span>
              </h3>
              <AgreementTable rows={of} ofOneCommittee />
            </section>
          );
        });
      }}
    </Loaded>
  );
}
