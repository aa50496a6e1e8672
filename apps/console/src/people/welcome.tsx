import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { invitationsOf } from '../roles.js';
import { ISO_DESKS } from './grants.js';
import { peopleTexts } from './texts.js';

/** What somebody is told who is invited, or who acts for nobody here: the rest of the page has nothing for them yet. */
export default function Welcome() {
  const { me } = useSignedIn();
  const x = useTexts(peopleTexts);
  const invitations = invitationsOf(me);
  if (invitations.length === 0) {
    return (
      <section className="notice" aria-label={x.nobodys}>
        <p>
          <strong>{x.nobodys}</strong>
        </p>
        <p>{x.nobodysWhy}</p>
      </section>
    );
  }
  return invitations.map(({ body, acronym }) => {
    const name = body === ISO_DESKS ? x.desks : (acronym ?? String(body));
    return (
      <section className="notice" key={body} aria-label={x.invitedBy(name)}>
        <p>
          <strong>{x.invitedBy(name)}</strong>
        </p>
        <p>
          <Link to={`/people?body=${String(body)}`}>{x.lookAtInvitation}</Link>
        </p>
      </section>
    );
  });
}
