import { templateFor } from '../agreement/negotiation/template.js';
import type { Agreement } from '../kernel/state.js';
import { refusalText, type Language } from '../texts/index.js';
import type { RulesetMove } from './ruleset-move.js';

const both = (en: string, fr: string): Readonly<Record<Language, string>> => ({ en, fr });

const SAYS = {
  nothing: both('Nothing would change.', 'Rien ne changerait.'),
  clocks: both('Clocks that run keep their dates.', 'Les échéances en cours gardent leurs dates.'),
  P_AT_REGISTRATION: both(
    'The twinned member would have to be a P-member from registration on.',
    'Le partenaire jumelé devrait être membre (P) dès l’enregistrement.',
  ),
  P_AS_OUTCOME: both(
    'The twinned member could be an O-member; P-status would be the outcome.',
    'Le partenaire jumelé pourrait être membre (O) ; le statut P serait le résultat.',
  ),
  further: both(
    'A further rule would change; the comparison of the two rulesets shows it.',
    'Une autre règle changerait ; la comparaison des deux ensembles de règles la montre.',
  ),
  reopens: both(
    'The frozen text would open again, and signatures on it would be void.',
    'Le texte figé serait rouvert, et les signatures qu’il porte seraient nulles.',
  ),
} as const;

/** What a rule would say then. A ruleset that changes another rule has to bring its words: the test finds it. */
const wordsOf = (rule: string, to: string): keyof typeof SAYS =>
  rule !== 'p_member_entry'
    ? 'further'
    : to === '"P_AS_OUTCOME"'
      ? 'P_AS_OUTCOME'
      : 'P_AT_REGISTRATION';

/** What would change, one sentence each; the first says why it cannot be done when it cannot. */
export function sentencesOfRulesetMove(
  move: RulesetMove,
  { type }: Pick<Agreement, 'type'>,
  language: Language,
): readonly string[] {
  const say = (key: keyof typeof SAYS): string => SAYS[key][language];
  const said = (en: string, fr: string): string => both(en, fr)[language];
  const titleOf = (code: RulesetMove['prerequisites'][number]['code']): string =>
    refusalText({ refused: code, details: {} }, language).title;
  if (move.from === move.to) return [say('nothing')];
  return [
    ...(move.refusal === null ? [] : [refusalText(move.refusal, language).title]),
    ...move.rules.map(({ rule, to }) => say(wordsOf(rule, to))),
    ...move.prerequisites.map(({ code, failsThen }) =>
      failsThen
        ? said(
            `A prerequisite would fail: ${titleOf(code)}`,
            `Une condition manquerait : ${titleOf(code)}`,
          )
        : said(
            `A prerequisite would no longer fail: ${titleOf(code)}`,
            `Une condition ne manquerait plus : ${titleOf(code)}`,
          ),
    ),
    ...move.clauses.map((id) => {
      const clause = type === null ? undefined : templateFor(type).find((c) => c.id === id);
      const title = clause?.title[language] ?? id;
      return said(
        `The clause “${title}” would read otherwise.`,
        `La clause « ${title} » serait rédigée autrement.`,
      );
    }),
    ...(move.reopens ? [say('reopens')] : []),
    say('clocks'),
  ];
}
