import type { Language } from './index.js';

/** What `twinning partners` says. */
interface PartnersMessages {
  readonly about: string;
  readonly twinned: string;
  readonly committee: string;
  readonly type: string;
  readonly workingGroup: string;
  readonly limit: string;
  readonly weights: string;
  readonly nobody: string;
  readonly candidates: (shown: string, all: string) => string;
  readonly points: (points: string, of: string) => string;
  readonly excluded: (count: string, title: string, code: string) => string;
}

export const partnersMessages: Readonly<Record<Language, PartnersMessages>> = {
  en: {
    about: 'who could lead a twinning: ranked, with the reasons of each score',
    twinned: 'ISO member id of the twinned body',
    committee: 'ISO committee id',
    type: 'type of twinning (default: P_MEMBER)',
    workingGroup: 'working group of a convenor, e.g. "WG 4"',
    limit: 'how many to show (default: 10)',
    weights: 'weights from 0 to 100, e.g. language:40,region:0',
    nobody: 'Nobody can lead this twinning.',
    candidates: (shown, all) => `${shown} of ${all} bodies that can lead:`,
    points: (points, of) => `${points} of ${of}`,
    excluded: (count, title, code) => `left out: ${count} – ${title} (${code})`,
  },
  fr: {
    about: 'qui pourrait piloter un jumelage : classés, avec les raisons de chaque score',
    twinned: 'numéro ISO de l’organisme jumelé',
    committee: 'numéro ISO du comité',
    type: 'type de jumelage (par défaut : P_MEMBER)',
    workingGroup: 'groupe de travail d’un animateur, p. ex. « WG 4 »',
    limit: 'combien en montrer (par défaut : 10)',
    weights: 'poids de 0 à 100, p. ex. language:40,region:0',
    nobody: 'Personne ne peut piloter ce jumelage.',
    candidates: (shown, all) => `${shown} des ${all} organismes qui peuvent piloter :`,
    points: (points, of) => `${points} sur ${of}`,
    excluded: (count, title, code) => `laissés de côté : ${count} – ${title} (${code})`,
  },
};
