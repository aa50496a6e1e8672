import type { Bilingual } from './template-1.js';

const both = (en: string, fr: string): Bilingual => ({ en, fr });

/** Why nobody may alter a locked clause, and which rule it rests on. No part of the text, and so of no hash. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  prerequisites: both(
    'The prerequisites follow from the Directives and the type of twinning; they may not be altered (ST.3, DIR 1.7–1.12).',
    'Les conditions préalables découlent des Directives et du type de jumelage ; elles ne peuvent être modifiées (ST.3, DIR 1.7–1.12).',
  ),
  persons: both(
    'The persons are those of the approved request; a successor is confirmed by the competent body, not negotiated (ST.5.4).',
    'Les personnes sont celles de la demande approuvée ; un successeur est confirmé par l’organe compétent, non négocié (ST.5.4).',
  ),
  voting: both(
    'Each member votes for itself: there is neither a proxy nor an expectation of support (ST.4(d), DIR 1.7).',
    'Chaque membre vote pour lui-même : ni procuration, ni attente de soutien (ST.4(d), DIR 1.7).',
  ),
  review: both(
    'The yearly review and what follows from it are fixed by the twinning policy (ST.5.6, ST.5.7).',
    'L’évaluation annuelle et ses suites sont fixées par la politique de jumelage (ST.5.6, ST.5.7).',
  ),
  termination: both(
    'End date, cancellation by the TMB and the absence of renewal are fixed by the twinning policy (ST.5.7); the ways out and the notice by the ruleset, so that either partner can always leave (OQ-17).',
    'La date de fin, l’annulation par le TMB et l’absence de renouvellement sont fixées par la politique de jumelage (ST.5.7) ; les voies de sortie et le préavis par le jeu de règles, afin que chaque partenaire puisse toujours se retirer (OQ-17).',
  ),
  conduct: both(
    'The code of conduct binds all who take part in ISO work, and the protection of personal data is law (DIR SA).',
    'Le code de conduite lie tous les participants aux travaux de l’ISO, et la protection des données personnelles relève de la loi (DIR SA).',
  ),
  originals: both(
    'Two originals and the list of those who are told are prescribed (agreement template, DIR 1.7, 1.8.3, 1.9.2).',
    'Les deux originaux et la liste des destinataires sont prescrits (modèle d’accord, DIR 1.7, 1.8.3, 1.9.2).',
  ),
};

/** Why the locked clause is locked. */
export const whyLocked = (clause: string): Bilingual | null => REASONS[clause] ?? null;
