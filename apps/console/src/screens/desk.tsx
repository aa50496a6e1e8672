import { useSignedIn } from '../console.js';
import { Ballots } from '../desk/ballots.js';
import { Cliff } from '../desk/cliff.js';
import { Committees } from '../desk/committees.js';
import '../desk/desk.css';
import { Queue } from '../desk/queue.js';
import { Reminders } from '../desk/reminders.js';
import { Reviews } from '../desk/reviews.js';
import { deskTexts } from '../desk/texts.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Page } from '../parts/page.js';
import { usePlace } from '../router.js';

const PARTS = {
  queue: Queue,
  ballots: Ballots,
  reviews: Reviews,
  cliff: Cliff,
  committees: Committees,
  reminders: Reminders,
} as const;
type Part = keyof typeof PARTS;

/** Which parts of the desk a person sees, the one that comes first being theirs. */
export function partsFor(roles: readonly string[]): readonly Part[] {
  const has = (...of: readonly string[]) => roles.some((role) => of.includes(role));
  const reminders: readonly Part[] = has('TMB_SEC', 'ISO_CS', 'TPM') ? ['reminders'] : [];
  return has('TMB_SEC', 'ISO_CS', 'AUDITOR')
    ? ['queue', 'ballots', 'reviews', 'cliff', ...reminders, 'committees']
    : ['committees', 'queue', 'reviews', 'cliff', ...reminders];
}

/** An ISO desk: what is stuck and with whom, what is voted on, what is to be filed, what ends. */
export default function DeskScreen() {
  const { t, me } = useSignedIn();
  const x = useTexts(deskTexts);
  const { query } = usePlace();
  const parts = partsFor(me.roles.map(({ role }) => role));
  const part = parts.find((each) => each === query.get('part')) ?? parts[0] ?? 'queue';
  const Shown = PARTS[part];
  return (
    <Page title={t.desk.title} lead={<p>{t.desk.lead}</p>}>
      <nav aria-label={x.parts} className="tabs">
        <ul>
          {parts.map((each) => (
            <li key={each}>
              <Link to={`/desk?part=${each}`} aria-current={each === part ? 'page' : undefined}>
                {x.tabs[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="part">
        <h2 id="part">{x.tabs[part]}</h2>
        <Shown />
      </section>
    </Page>
  );
}
