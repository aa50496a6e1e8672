/** A rule of precedence or an invariant in one sentence per language. */
export interface Principle {
  readonly en: string;
  readonly fr: string;
  /** Where the rule comes from; its row of the lifecycle when absent. */
  readonly source?: string;
  /** False where no one file decides it. */
  readonly decided?: false;
}

const says = (en: string, fr: string): Principle => ({ en, fr });

/** What wins when two things meet. */
export const RACES: Readonly<Record<`D${number}`, Principle>> = {
  D1: says(
    'What is due is applied before a command is judged.',
    'Ce qui est échu s’applique avant de juger une commande.',
  ),
  D2: says(
    'Before the instant is in time; at the instant is late.',
    'Avant l’instant, c’est à temps ; à l’instant, c’est trop tard.',
  ),
  D3: says(
    'Clocks due at one instant fire in a fixed order.',
    'Les échéances d’un même instant se suivent dans un ordre fixe.',
  ),
  D4: says(
    'A clock fires once per due date, and lateness moves no later date.',
    'Une échéance n’agit qu’une fois, et son retard ne déplace aucune date.',
  ),
  D5: says(
    'Documents submitted in time are judged as submitted.',
    'Des documents remis à temps sont jugés tels quels.',
  ),
  D6: says('The silence of a desk ends nothing.', 'Le silence d’un bureau ne met fin à rien.'),
  D7: says('The end date wins over every status.', 'La date de fin l’emporte sur tout statut.'),
  D8: says(
    'The first recorded ending wins; notice runs on.',
    'La première fin enregistrée l’emporte ; le préavis court.',
  ),
  D9: says(
    'Of two registrations for one place the first in the log wins.',
    'De deux enregistrements pour une place, le premier du journal l’emporte.',
  ),
  D10: says(
    'The first acceptance of an invitation binds.',
    'La première acceptation d’une invitation engage.',
  ),
  D11: says(
    'The second change of the same version of a clause is refused with the difference.',
    'La seconde modification d’une même version de clause est refusée avec la différence.',
  ),
  D12: says(
    'Acceptance binds to both hashes; reopening against the second signature: the first recorded.',
    'L’acceptation lie aux deux empreintes ; réouverture contre seconde signature : la première enregistrée.',
  ),
  D13: says(
    'The last vote before closing counts; a cancelled ballot never.',
    'Le dernier vote avant la clôture compte ; un vote annulé jamais.',
  ),
  D14: says(
    'Suspension ends with its last cause; two matters before the TMB are one review.',
    'La suspension finit avec sa dernière cause ; deux affaires devant le TMB font un seul examen.',
  ),
  D15: says(
    'Facts apply in the order of their dates; an older snapshot changes nothing.',
    'Les faits s’appliquent dans l’ordre de leurs dates ; un relevé plus ancien ne change rien.',
  ),
  D16: says(
    'The registry is the record of status, secretariat and committee.',
    'Le registre fait foi pour le statut, le secrétariat et le comité.',
  ),
  D17: says(
    'A secretariat that moves as decided ends the arrangement; otherwise it suspends.',
    'Un secrétariat transféré selon une décision met fin à l’arrangement ; sinon il le suspend.',
  ),
  D18: says(
    'The window opens on its date whatever the status.',
    'La période finale s’ouvre à sa date quel que soit le statut.',
  ),
  D19: says(
    'Reviews shift around suspensions; a vacancy never stops the clock.',
    'Les revues se décalent autour des suspensions ; une vacance n’arrête pas l’échéance.',
  ),
  D20: says(
    'What an appeal changes depends on the decision it concerns.',
    'L’effet d’un appel dépend de la décision visée.',
  ),
  D21: says(
    'Nobody is party and judge; a body keeps its own vote.',
    'Nul n’est juge et partie ; un organisme garde son vote.',
  ),
  D22: says(
    'The past is entered with rising dates and without messages.',
    'Le passé se saisit à dates croissantes et sans messages.',
  ),
  D23: says(
    'A clock that reads the registry writes down what it read.',
    'Une échéance qui lit le registre consigne ce qu’elle a lu.',
  ),
};

/** What holds after every commit, whatever anybody does. */
export const INVARIANTS: Readonly<Record<`F${number}`, Principle>> = {
  F1: says(
    'Status moves along its ways, and the fold of the log is the state.',
    'Le statut suit ses voies, et le journal replié est l’état.',
  ),
  F2: says(
    'What is final stays final but for what may follow.',
    'Ce qui est final le reste, sauf suites prévues.',
  ),
  F3: says(
    'In force only within the term, of five years at most.',
    'En vigueur seulement pendant la durée, de cinq ans au plus.',
  ),
  F4: says(
    'The status in force follows from its causes.',
    'Le statut en vigueur découle de ses causes.',
  ),
  F5: says(
    'Negotiation never outlives its deadline.',
    'La négociation ne survit pas à son échéance.',
  ),
  F6: says(
    'A place is held from registration to the end, by one alone.',
    'Une place est tenue de l’enregistrement à la fin, par un seul.',
  ),
  F7: says(
    'Clocks applied one by one or together give the same events.',
    'Appliquées une à une ou ensemble, les échéances donnent les mêmes événements.',
  ),
  F8: says(
    'A clock fires once and never early.',
    'Une échéance agit une fois et jamais en avance.',
  ),
  F9: says(
    'Every open state waits for something that comes.',
    'Tout état ouvert attend quelque chose qui vient.',
  ),
  F10: says('Desks’ silence alone ends nothing.', 'Le seul silence des bureaux ne met fin à rien.'),
  F11: says('Either partner alone can leave.', 'Chaque partenaire peut partir seul.'),
  F12: says('One command id, one outcome.', 'Un identifiant de commande, une issue.'),
  F13: says('Nobody consents for two bodies.', 'Nul ne consent pour deux organismes.'),
  F14: says(
    'Both sides read the same clauses; no write disappears.',
    'Les deux parties lisent les mêmes clauses ; aucun écrit ne disparaît.',
  ),
  F15: says(
    'A change of status by decision has exactly one decision.',
    'Un changement de statut par décision a exactement une décision.',
  ),
  F16: says(
    'The outcome of a ballot is the tally of the last votes.',
    'L’issue d’un vote est le décompte des derniers votes.',
  ),
  F17: says('Each anniversary has its review.', 'Chaque anniversaire a sa revue.'),
  F18: says(
    'No downgrade without a reminder; reinstatement after twelve months.',
    'Pas de déclassement sans rappel ; rétablissement après douze mois.',
  ),
  F19: says(
    'A recommendation binds nobody; hard gates do.',
    'Une recommandation ne lie personne ; les conditions dures si.',
  ),
  F20: says('A fact reaches each agreement once.', 'Un fait atteint chaque accord une fois.'),
  F21: says(
    'An office handed over is never empty.',
    'Une fonction transmise n’est jamais vacante.',
  ),
  F22: says(
    'Order and last days survive changes of time, leap days and year’s ends.',
    'Ordre et derniers jours résistent aux changements d’heure, aux jours bissextiles et aux fins d’année.',
  ),
  F23: says(
    'Every refusal has a known code and changes nothing.',
    'Tout refus a un code connu et ne change rien.',
  ),
};
