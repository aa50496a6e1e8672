import type { Language } from '../i18n/language.js';

type Words = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Words => ({ en, fr });

/** Why an item stands on the ladder: what a person raised, or the clock that ran out (lifecycle.md C). */
const TRIGGERS: Readonly<Record<string, Words>> = {
  PROBLEM: both('A problem was raised', 'Un problème a été signalé'),
  BROUGHT_TO_TMB: both('Brought before the TMB', 'Porté devant le TMB'),
  NEGATIVE_REVIEW: both('A negative annual review', 'Un bilan annuel négatif'),
  NOMINEE_VACANT: both('An office without a person', 'Une fonction sans titulaire'),
  ROLE_TRANSFER: both('The role was handed over', 'Le rôle a été transféré'),
  APPEAL_UPHELD: both('A decision was overturned on appeal', 'Une décision a été annulée en appel'),
  APPEAL_REMITTED: both('An appeal sent it back', 'Un appel l’a renvoyé'),
  REINSTATEMENT_BLOCKED: both('Reinstatement is blocked', 'Le rétablissement est bloqué'),
  PREREQUISITE: both('A prerequisite was lost', 'Une condition préalable est perdue'),
  T3: both('No partner was found in time', 'Aucun partenaire trouvé à temps'),
  T5: both('The request was not checked in time', 'Demande non vérifiée à temps'),
  T6: both('The request was not decided in time', 'Demande non décidée à temps'),
  T7: both('The assessment is late', 'L’évaluation est en retard'),
  T13: both('The committee has not decided', 'Le comité n’a pas décidé'),
  T21: both('The documents were not checked in time', 'Documents non vérifiés à temps'),
  T22: both('A prerequisite failed at the start', 'Condition préalable absente au début'),
  T26: both('Two quarterly meetings in a row missed', 'Deux réunions trimestrielles manquées'),
  T28: both('The annual review is incomplete', 'Le bilan annuel est incomplet'),
  T29: both('The programme manager’s section is late', 'Section du responsable en retard'),
  T31: both('A corrective action is overdue', 'Une mesure corrective est en retard'),
  T32: both('A prerequisite was not regained', 'Condition préalable non rétablie'),
  T34: both('The TMB’s suspension has run out', 'La suspension du TMB est arrivée à terme'),
  T36: both('A person is not confirmed', 'Une personne n’est pas confirmée'),
  T38: both('A term of office has ended', 'Un mandat a pris fin'),
  T41: both('A succession is not settled', 'Une succession n’est pas réglée'),
  T42: both('An item was not acknowledged', 'Un dossier n’a pas été pris en charge'),
  T55: both('The deciding body has not decided', 'L’organe de décision n’a pas décidé'),
  T56: both('The Central Secretariat has not replied', 'Le Secrétariat central n’a pas répondu'),
  T67: both('Roles were not removed', 'Des rôles n’ont pas été retirés'),
};

const SIDES: Readonly<Record<string, Words>> = {
  LEAD: both('lead partner', 'partenaire pilote'),
  TWINNED: both('twinned partner', 'partenaire jumelé'),
};

/** The reason in words; null where there are none. What it is about follows a colon: `T31:C1`. */
export function triggerText(trigger: string, language: Language): string | null {
  const [code = '', subject] = trigger.split(':');
  const words = TRIGGERS[code]?.[language];
  if (words === undefined) return null;
  return subject === undefined ? words : `${words} (${SIDES[subject]?.[language] ?? subject})`;
}
