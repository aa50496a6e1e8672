import { fill, spaced } from '../texts/fill.js';
import type { Language } from '../texts/language.js';
import type { MatchComponent } from './components.js';
import type { MatchFinding } from './components.js';

type Reasons = Readonly<Record<string, Readonly<Record<Language, string>>>>;
const both = (en: string, fr: string) => ({ en, fr });

const REASONS: Readonly<Record<MatchComponent, Reasons>> = {
  experience: {
    met: both(
      'Experience: {has} {metric}; {needed} are suggested.',
      'Expérience : {has} {metric} ; {needed} sont suggérés.',
    ),
    less: both(
      'Experience: {has} {metric}, fewer than the {needed} suggested.',
      'Expérience : {has} {metric}, moins que les {needed} suggérés.',
    ),
    unknown: both(
      'Experience: the number of {metric} is not known; {needed} are suggested.',
      'Expérience : le nombre de {metric} n’est pas connu ; {needed} sont suggérés.',
    ),
  },
  interest: {
    shared: both(
      'Shared interest: P-member in {shared} of the {committees} committees of the twinned body.',
      'Intérêt commun : membre (P) dans {shared} des {committees} comités de l’organisme jumelé.',
    ),
    none: both('Shared interest: no committee in common.', 'Intérêt commun : aucun comité commun.'),
  },
  language: {
    shared: both('Language in common: {languages}.', 'Langue commune : {languages}.'),
    none: both('No official language in common.', 'Aucune langue officielle commune.'),
    unknown: both('Language: the country is not known.', 'Langue : le pays n’est pas connu.'),
  },
  region: {
    near: both(
      'Same part of the same region: {region}.',
      'Même partie de la même région : {region}.',
    ),
    same: both('Same region: {region}.', 'Même région : {region}.'),
    other: both('Another region: {region}.', 'Autre région : {region}.'),
    unknown: both('Region: the country is not known.', 'Région : le pays n’est pas connu.'),
  },
  load: {
    free: both('Leads no other twinning now.', 'Ne pilote actuellement aucun autre jumelage.'),
    leads: both(
      'Twinnings it leads now: {leads}.',
      'Jumelages qu’il pilote actuellement : {leads}.',
    ),
    unknown: both(
      'What it leads now is told to representatives of the twinned body.',
      'Ce qu’il pilote actuellement est dit aux représentants de l’organisme jumelé.',
    ),
  },
  history: {
    none: both('Has not led a twinning yet.', 'N’a pas encore piloté de jumelage.'),
    led: both('Twinnings it has led: {led}.', 'Jumelages qu’il a pilotés : {led}.'),
    unknown: both(
      'What it has led is told to representatives of the twinned body.',
      'Ce qu’il a piloté est dit aux représentants de l’organisme jumelé.',
    ),
  },
};

const WORDS: Reasons = {
  p_memberships: both('P-memberships', 'participations comme membre (P)'),
  secretariats: both('secretariats', 'secrétariats'),
  chairs_or_convenors: both('chairs or convenors', 'présidences ou animations'),
  Africa: both('Africa', 'Afrique'),
  Americas: both('the Americas', 'Amériques'),
  Antarctic: both('Antarctic', 'Antarctique'),
  Asia: both('Asia', 'Asie'),
  Europe: both('Europe', 'Europe'),
  Oceania: both('Oceania', 'Océanie'),
};

const languageName = (code: string, language: Language): string | undefined =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code);

/** Why a component earns what it earns, as a sentence. */
export const sentenceOfFinding = (
  { component, reason, facts }: Pick<MatchFinding, 'component' | 'reason' | 'facts'>,
  language: Language,
): string => {
  const template = REASONS[component][reason]?.[language] ?? reason;
  return fill(spaced(template, language), facts, (field, value) =>
    field === 'languages'
      ? languageName(String(value), language)
      : WORDS[String(value)]?.[language],
  );
};
