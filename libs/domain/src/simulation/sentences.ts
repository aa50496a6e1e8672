import { fill, spaced } from '../texts/fill.js';
import type { Language } from '../texts/language.js';
import { label } from '../texts/words.js';
import type { Scenario } from './scenarios.js';
import type { Simulation } from './simulate.js';
import type { SupposedFact } from './supposed.js';

type Both = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Both => ({ en, fr });

const SCENARIO: Readonly<Record<Scenario, Both>> = {
  NOBODY_ACTS: both('Nobody acts any more.', 'Plus personne n’agit.'),
  REVIEW_NOT_FILED: both(
    'The meetings are held, but the annual review is not filed.',
    'Les réunions ont lieu, mais l’examen annuel n’est pas déposé.',
  ),
  LEAD_LOSES_P: both(
    'The lead is no longer a P-member of the committee.',
    'Le pilote n’est plus membre (P) du comité.',
  ),
};

const ENDED: Readonly<Record<Simulation['ended'], Both>> = {
  UNTIL: both('The day asked for is reached.', 'La date demandée est atteinte.'),
  NOTHING_LEFT: both('Nothing is left to wait for.', 'Il n’y a plus rien à attendre.'),
  LIMIT: both(
    'Too much would happen; ask for an earlier day.',
    'Trop d’étapes se suivraient ; demandez une date plus proche.',
  ),
};

const STATUS = {
  P: both(
    'The registry shows the {side} as a P-member of the committee.',
    'Le registre indique que le {side} est membre (P) du comité.',
  ),
  O: both(
    'The registry shows the {side} as an O-member of the committee.',
    'Le registre indique que le {side} est membre (O) du comité.',
  ),
  none: both(
    'The registry no longer shows the {side} in the committee.',
    'Le registre n’indique plus le {side} dans le comité.',
  ),
};

const templateOf = (fact: SupposedFact): Both => {
  switch (fact.kind) {
    case 'MEMBERSHIP':
      return STATUS[fact.status ?? 'none'];
    case 'SECRETARIAT':
      return both(
        'The secretariat of the committee moves to another body: {holder}.',
        'Le secrétariat du comité passe à un autre organisme : {holder}.',
      );
    case 'COMMITTEE':
      return fact.dissolved
        ? both('The committee is dissolved.', 'Le comité est dissous.')
        : both('The committee is active again.', 'Le comité est de nouveau actif.');
    case 'BODY':
      return fact.active
        ? both('The {side} is an ISO member again.', 'Le {side} est de nouveau membre de l’ISO.')
        : both('The {side} is no longer an ISO member.', 'Le {side} n’est plus membre de l’ISO.');
  }
};

/** What is supposed of the registry, as a sentence. */
export const sentenceOfFact = (fact: SupposedFact, language: Language): string =>
  fill(spaced(templateOf(fact)[language], language), { ...fact }, (field, value) =>
    field === 'side' ? label('side', String(value), language) : undefined,
  );

export const sentenceOfScenario = (scenario: Scenario, language: Language): string =>
  spaced(SCENARIO[scenario][language], language);

export const sentenceOfEnd = (ended: Simulation['ended'], language: Language): string =>
  spaced(ENDED[ended][language], language);
