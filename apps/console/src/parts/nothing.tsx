import { useTexts } from '../i18n/own-texts.js';
import { Link } from './link.js';
import { Empty } from './page.js';

const en = {
  queue: [
    'A problem that a partner raises comes here, and so does a deadline that nobody kept.',
    'Look at the agreements',
  ],
  ballots: [
    'A ballot opens once the technical programme manager has assessed the twinning of a chair or a secretariat.',
    'Look at the agreements',
  ],
  reviews: [
    'Each agreement in force is reviewed before the anniversary of its start; the parts are gathered here.',
    'Look at the agreements',
  ],
  cliff: [
    'An agreement in force comes here when its last day lies within the months that you look ahead.',
    'Look at the agreements',
  ],
  committees: [
    'A committee comes here with the first twinning that is proposed in it.',
    'Find a committee in the registry',
  ],
  reminders: [
    'You can remind others of moves that they owe; nobody owes one now.',
    'Back to your inbox',
  ],
  programme: [
    'The figures count the agreements that you may see; the first one begins them.',
    'Look at the agreements',
  ],
  audit: [
    'The record of an agreement can be replayed, compared and verified here once there is one.',
    'Look at the agreements',
  ],
  search: [
    'Names, acronyms, countries and references are searched, whatever the accents.',
    'Show all of the registry',
  ],
  accesses: [
    'Whoever takes out a case file, a filed document or the names of signatories is written down here first.',
    'Look at the agreements',
  ],
  refusals: [
    'An attempt that a rule or the edge of the service refuses comes here with who made it, and why not.',
    'Look at the agreements',
  ],
  appeals: [
    'A decision on others stands here while your body, as P-member of the committee, may appeal against it.',
    'Look at the agreements',
  ],
  memberships: [
    'A membership comes here with the import of the registry that first names it.',
    'Show all of the registry',
  ],
  twinnings: [
    'A twinning comes here with its first draft, as far as you may see it.',
    'Look at the agreements',
  ],
} as const;

type List = keyof typeof en;

const fr: Readonly<Record<List, readonly [string, string]>> = {
  queue: [
    'Un problème qu’un partenaire signale arrive ici, comme un délai que personne n’a tenu.',
    'Voir les accords',
  ],
  ballots: [
    'Un vote s’ouvre dès que le responsable technique de programme a évalué le jumelage d’une présidence ou d’un secrétariat.',
    'Voir les accords',
  ],
  reviews: [
    'Chaque accord en vigueur est examiné avant l’anniversaire de son début ; les parties en sont réunies ici.',
    'Voir les accords',
  ],
  cliff: [
    'Un accord en vigueur arrive ici quand son dernier jour tombe dans les mois que vous regardez.',
    'Voir les accords',
  ],
  committees: [
    'Un comité arrive ici avec le premier jumelage qui y est proposé.',
    'Chercher un comité dans le répertoire',
  ],
  reminders: [
    'Vous pouvez rappeler aux autres ce qu’ils doivent faire ; personne n’a rien à faire à présent.',
    'Retour à la corbeille',
  ],
  programme: [
    'Les chiffres comptent les accords que vous pouvez voir ; le premier les fait commencer.',
    'Voir les accords',
  ],
  audit: [
    'Les inscriptions d’un accord peuvent être rejouées, comparées et vérifiées ici dès qu’il y en a un.',
    'Voir les accords',
  ],
  search: [
    'La recherche porte sur les noms, les sigles, les pays et les références, quels que soient les accents.',
    'Montrer tout le répertoire',
  ],
  accesses: [
    'Quiconque sort un dossier, un document déposé ou les noms des signataires est d’abord inscrit ici.',
    'Voir les accords',
  ],
  refusals: [
    'Une tentative que refuse une règle ou l’entrée du service arrive ici, avec qui l’a faite et pourquoi non.',
    'Voir les accords',
  ],
  appeals: [
    'Une décision sur d’autres paraît ici tant que votre organisme, membre (P) du comité, peut en faire appel.',
    'Voir les accords',
  ],
  memberships: [
    'Une participation arrive ici avec l’import du répertoire qui la nomme d’abord.',
    'Montrer tout le répertoire',
  ],
  twinnings: [
    'Un jumelage arrive ici dès son premier projet, pour autant que vous puissiez le voir.',
    'Voir les accords',
  ],
};

const texts = { en: en as typeof fr, fr };

const PLACES: Readonly<Partial<Record<List, string>>> = {
  committees: '/registry',
  reminders: '/',
  search: '/registry',
  memberships: '/registry',
};

/** A list without entries: what it is, why there are none, and where to go from here. */
export function Nothing({ title, in: list }: { readonly title: string; readonly in: List }) {
  const [why, action] = useTexts(texts)[list];
  return (
    <Empty title={title}>
      <p>{why}</p>
      <p>
        <Link to={PLACES[list] ?? '/agreements'}>{action}</Link>
      </p>
    </Empty>
  );
}
