import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day } from '../parts/page.js';
import { Delegate } from './delegate.js';
import type { PartProps } from './part.js';
import { useRoleWords } from './role-words.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

/** Who stands in for whom, until when; whoever is concerned ends it. */
export function Delegations(props: PartProps) {
  const { body, staff, standing, onBegin, onDone } = props;
  const { me, now } = useSignedIn();
  const x = useTexts(peopleTexts);
  const words = useRoleWords();
  const { sent, busy, submit } = usePeopleCommand(body, onBegin);
  const today = zurichDay(now());
  const end = (delegation: string) => {
    void submit('end-delegation', { delegation }).then((done) => {
      if (done) onDone();
    });
  };
  const mayEnd = (from: string, to: string) =>
    standing === 'ADMINISTRATOR' || standing === 'CENTRAL' || [from, to].includes(me.person);
  return (
    <section aria-labelledby="delegations">
      <h2 id="delegations">{x.delegations}</h2>
      {sent !== null && (
        <Outcome sent={sent} agreement={null} readVersion={null} onProved={() => undefined} />
      )}
      {staff.delegations.length === 0 ? (
        <p className="quiet-text">{x.delegationsNone}</p>
      ) : (
        <ul className="plain delegations">
          {staff.delegations.map((each) => (
            <li key={each.id}>
              <div>
                <strong>{x.mayAct(each.to, each.from)}</strong>{' '}
                <span className="quiet-text">
                  {words([each.grant])} · {x.reasons[each.reason]}
                  {each.commands !== 'ALL' && ` · ${x.onlyCommands(each.commandTexts.join(', '))}`}
                </span>
                <br />
                <Day day={each.start} /> – <Day day={each.end} />
                {each.end < today && ` (${x.over})`}
                {each.start > today && ` (${x.later})`}
              </div>
              {mayEnd(each.from, each.to) && (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={x.takeBackOf(each.to, each.from)}
                  onClick={() => {
                    end(each.id);
                  }}
                >
                  {x.takeBack}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {standing !== 'READER' && <Delegate {...props} />}
    </section>
  );
}
