import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import { useTexts } from '../i18n/own-texts.js';
import { invitationsOf } from '../roles.js';
import type { PartProps } from './part.js';
import { useRoleWords } from './role-words.js';
import { peopleTexts } from './texts.js';
import { usePeopleCommand } from './use-people-command.js';

/** An invitation counts when its person has said yes. */
export function Accept({ body, staff, onBegin, onDone }: PartProps) {
  const { me, refreshMe } = useSignedIn();
  const x = useTexts(peopleTexts);
  const words = useRoleWords();
  const { sent, busy, submit } = usePeopleCommand(body, onBegin);
  const mine = staff.people.find(({ person }) => person === me.person);
  if (mine?.state !== 'INVITED') return null;
  const accept = () => {
    void submit('accept-invitation', {}).then((done) => {
      if (!done) return;
      onDone();
      // The roles that are new open pages that were not there before.
      void refreshMe();
    });
  };
  if (!invitationsOf(me).some((each) => each.body === body)) {
    return (
      <section className="notice" aria-label={x.accept}>
        <p>{x.acceptElsewhere(me.acronym ?? x.desks)}</p>
      </section>
    );
  }
  return (
    <section className="notice" aria-label={x.accept}>
      <p>{x.acceptLead(words(mine.grants))}</p>
      {sent !== null && (
        <Outcome sent={sent} agreement={null} readVersion={null} onProved={accept} />
      )}
      <button type="button" className="primary" disabled={busy} onClick={accept}>
        {x.accept}
      </button>
    </section>
  );
}
