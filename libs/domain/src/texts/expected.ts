import type { Language } from './language.js';
import { phrasesInFrench, type Phrase } from './phrases.js';

/** What a fault may say that it expected, in English, and the same in French; `{}` stands for what varies. */
export const EXPECTED: readonly Phrase[] = [
  ['text of 1 to {} characters', 'un texte de 1 à {} caractères'],
  [
    'text without U+0000 and without half characters',
    'un texte sans U+0000 et sans demi-caractères',
  ],
  ['text in the documented form', 'un texte dans la forme documentée'],
  ['text', 'un texte'],
  ['a calendar date YYYY-MM-DD', 'une date AAAA-MM-JJ'],
  [
    'a date YYYY-MM-DD or an instant in RFC 3339',
    'une date AAAA-MM-JJ ou un instant selon la RFC 3339',
  ],
  ['a date YYYY-MM-DD', 'une date AAAA-MM-JJ'],
  ['a date from today to {}', 'une date d’aujourd’hui au {}'],
  ['a date from {} to {}', 'une date du {} au {}'],
  ['a day from {} to {}', 'un jour du {} au {}'],
  ['a day up to {}', 'un jour jusqu’au {}'],
  ['a day after {}, at most {}', 'un jour après le {}, au plus tard le {}'],
  ['a day that is not in the future', 'un jour qui n’est pas dans l’avenir'],
  [
    'an instant in RFC 3339 with its zone, not before 1900',
    'un instant selon la RFC 3339 avec son fuseau, à partir de 1900',
  ],
  ['an instant in RFC 3339 with its zone', 'un instant selon la RFC 3339 avec son fuseau'],
  ['a whole number from {} to {}', 'un nombre entier de {} à {}'],
  ['a whole number', 'un nombre entier'],
  ['a number of at least {}', 'un nombre d’au moins {}'],
  ['a number above {}', 'un nombre supérieur à {}'],
  ['a number of at most {}', 'un nombre d’au plus {}'],
  ['a number', 'un nombre'],
  ['true or false', 'vrai ou faux (true ou false)'],
  ['a SHA-256 in 64 hexadecimal digits', 'un SHA-256 en 64 chiffres hexadécimaux'],
  ['up to {} bytes in base64url', 'jusqu’à {} octets en base64url'],
  ['{} bytes in base64url', '{} octets en base64url'],
  ['at most {} bytes of JSON', 'au plus {} octets de JSON'],
  ['at least {} characters', 'au moins {} caractères'],
  ['at most {} characters', 'au plus {} caractères'],
  ['at least {} items', 'au moins {} éléments'],
  ['at most {} items', 'au plus {} éléments'],
  ['a list of {} to {} items', 'une liste de {} à {} éléments'],
  ['a list', 'une liste'],
  ['an object without fields', 'un objet sans champs'],
  ['an object with {}', 'un objet avec {}'],
  ['an object', 'un objet'],
  ['a person id', 'l’identifiant d’une personne'],
  ['a UUID', 'un UUID'],
  ['a web address', 'une adresse web'],
  ['an e-mail address', 'une adresse électronique'],
  ['one of the documented forms', 'l’une des formes documentées'],
  ['one of: {}', 'l’un de ceux-ci\u00a0: {}'],
  ['one of {}', 'une de ces valeurs\u00a0: {}'],
  ['no such field', 'ce champ n’existe pas'],
  ['nothing', 'rien'],
  ['nothing: the office is that of the agreement', 'rien\u00a0: la fonction est celle de l’accord'],
  ['the office of the new twinning', 'la fonction du nouveau jumelage'],
  ['a clause of the template', 'une clause du modèle'],
  ['a clause changed once', 'une clause changée une seule fois'],
  ['a committee that the registry knows', 'un comité que le registre connaît'],
  ['an ISO member that the registry knows', 'un membre de l’ISO que le registre connaît'],
  ['a proposal of these terms', 'une proposition de ces termes'],
  ['a side whose term is known', 'une partie dont le mandat est connu'],
  ['a text, a cause or an open item', 'un texte, une cause ou un point ouvert'],
  [
    'a version or date that is not before "from"',
    'une version ou une date qui n’est pas avant «\u00a0from\u00a0»',
  ],
  [
    'a version of the agreement that is not before "from"',
    'une version de l’accord qui n’est pas avant «\u00a0from\u00a0»',
  ],
  ['a version of the agreement, e.g. 12', 'une version de l’accord, par exemple 12'],
  ['a version up to {}', 'une version jusqu’à {}'],
  [
    'a date YYYY-MM-DD, an instant in RFC 3339, or @size of the record',
    'une date AAAA-MM-JJ, un instant selon la RFC 3339, ou @taille du registre',
  ],
  ['the hash of a version of this clause', 'l’empreinte d’une version de cette clause'],
  ['a version of the agreement', 'une version de l’accord'],
  [
    'a JSON list of {on, fact} or {on, as, command}',
    'une liste JSON de {on, fact} ou {on, as, command}',
  ],
  ['amount and currency together', 'le montant et la monnaie ensemble'],
  ['no amount and no currency without funding', 'ni montant ni monnaie sans financement'],
  ['an id used once', 'un identifiant utilisé une seule fois'],
  [
    'an id that no other list of the plan has',
    'un identifiant qu’aucune autre liste du plan ne porte',
  ],
  [
    'words written from left to right (English or French)',
    'des mots écrits de gauche à droite (anglais ou français)',
  ],
  ['either a decision or an inaction', 'soit une décision, soit une inaction'],
  ['the ETag of the agreement, e.g. "12"', 'l’ETag de l’accord, par exemple "12"'],
  ['the language that is not the authentic one', 'la langue qui ne fait pas foi'],
  [
    'text without invisible characters (control, zero-width or direction marks)',
    'un texte sans caractères invisibles (de commande, de largeur nulle ou de sens d’écriture)',
  ],
  ['text in Unicode normalization form C', 'un texte sous la forme de normalisation C d’Unicode'],
  ['another language than that of the text', 'une autre langue que celle du texte'],
  ['the same as in the text that it translates', 'la même chose que dans le texte traduit'],
  ['a part that is revised', 'une partie qui est révisée'],
  ['a translation into the authentic language', 'une traduction dans la langue faisant foi'],
  ['the number of the other original', 'le numéro de l’autre original'],
  ['the rule that is waived', 'la règle à laquelle il est dérogé'],
  ['a prerequisite that is broken now', 'une condition préalable qui manque actuellement'],
  ['the value of "next" of the page before', 'la valeur «\u00a0next\u00a0» de la page précédente'],
  ['the bodies of the TMB: none is registered', 'les organismes du TMB\u00a0: aucun n’est inscrit'],
  ['every body of the TMB, also {}', 'chaque organisme du TMB, aussi {}'],
  ['at least one action', 'au moins une action'],
  ['no action here', 'aucune action ici'],
  ['{} or one level up', '{} ou un niveau plus haut'],
  ['signed on a page of {}', 'signé sur une page de {}'],
  ['no {}', 'pas de {}'],
];

const inFrench = phrasesInFrench(EXPECTED);
const OR_NULL = ', or null';

/** What was expected, for a reader of that language; a phrase that is not known stays as it is. */
export function expectedIn(language: Language, phrase: string): string {
  if (language === 'en') return phrase;
  return phrase.endsWith(OR_NULL)
    ? `${expectedIn(language, phrase.slice(0, -OR_NULL.length))}, ou null`
    : inFrench(phrase);
}
