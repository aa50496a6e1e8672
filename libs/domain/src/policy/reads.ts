import { isForAll, type Grant, type Principal } from '../kernel/principal.js';
import type { Label } from '../texts/vocabulary.js';

const both = (en: string, fr: string): Label => ({ en, fr });

/** A rule for an address that is no command of an agreement: the grants that open it, and the rule in words. */
export interface ReadRule {
  /** One of these grants is needed; null opens it to everybody who is signed in. */
  readonly grants: readonly Grant['role'][] | null;
  /** The command to which the address leads: who may use a grant for it alone passes too. */
  readonly leadsTo?: string;
  readonly text: Label;
}

/** Every address of the API stands under one of these rules, under the policy of commands, or is public. */
export const READ_RULES = {
  SIGNED_IN: {
    grants: null,
    text: both('everybody who is signed in', 'toute personne connectée'),
  },
  AGREEMENT: {
    grants: null,
    text: both(
      'those who may see the agreement (table “Who reads what”); for others it does not exist',
      'celles et ceux qui peuvent voir l’accord (tableau « Qui lit quoi ») ; pour les autres il n’existe pas',
    ),
  },
  APPEAL: {
    grants: ['NSB_REP'],
    leadsTo: 'LodgeAppeal',
    text: both(
      'representatives of another P-member of the committee (DIR 5.1.2), as long as a decision is not final or while the committee decides, and those of a body that has appealed: the heading, the decisions, the appeals of their own body and the files that they file with them, and nothing else',
      'les représentants d’un autre membre (P) du comité (DIR 5.1.2), tant qu’une décision n’est pas définitive ou pendant que le comité décide, et ceux d’un organisme qui a fait appel : l’intitulé, les décisions, les appels de leur propre organisme et les fichiers qu’ils y joignent, et rien d’autre',
    ),
  },
  COMMAND: {
    grants: null,
    text: both(
      'the roles of the command (tables below)',
      'les rôles de la commande (tableaux ci-dessous)',
    ),
  },
  OWN: {
    grants: null,
    text: both(
      'what concerns the person, its body or its desk',
      'ce qui concerne la personne, son organisme ou son bureau',
    ),
  },
  PARTICIPATION: {
    grants: null,
    text: both(
      'the body itself, the committee’s manager and TPM, the other ISO desks and auditors; from registration to closure of a twinning in the committee also the other partner’s representatives: the status, the ballots and whether there was a vote, the meetings and the verdict, but no persons, no reminders and answers, no history',
      'l’organisme lui-même, le responsable du comité et son TPM, les autres bureaux de l’ISO et les auditeurs ; de l’enregistrement à la clôture d’un jumelage dans le comité, aussi les représentants de l’autre partenaire : le statut, les votes à rendre et s’ils l’ont été, les réunions et le constat, mais ni personnes, ni rappels et réponses, ni historique',
    ),
  },
  DESK: {
    grants: ['TPM', 'TMB_SEC', 'ISO_CS'],
    text: both(
      'the ISO desks, each for the agreements that it looks after',
      'les bureaux de l’ISO, chacun pour les accords dont il s’occupe',
    ),
  },
  RECEIPT: {
    grants: null,
    text: both(
      'those who may see the agreement of the entry and read the part that it tells of (what was refused and which papers were made: all parts), and who made the entry',
      'celles et ceux qui peuvent voir l’accord de l’inscription et lisent la partie dont elle parle (pour un refus ou un document établi : toutes les parties), et son auteur',
    ),
  },
  AUDIT: {
    grants: ['AUDITOR', 'ISO_CS'],
    text: both('auditors and the Central Secretariat', 'les auditeurs et le Secrétariat central'),
  },
  OPERATE: {
    grants: ['ISO_CS'],
    text: both(
      'the Central Secretariat, which keeps the registry',
      'le Secrétariat central, qui tient le répertoire',
    ),
  },
} as const satisfies Readonly<Record<string, ReadRule>>;
export type ReadRuleName = keyof typeof READ_RULES;

/**
 * Whether the principal passes the rule; what it then may see is decided by the object. What is delegated for some kinds of
 * command opens nothing that is none.
 */
export function passes(name: ReadRuleName, principal: Principal): boolean {
  const { grants, leadsTo = '' }: ReadRule = READ_RULES[name];
  const opens = (g: Grant) =>
    isForAll(g) || (g.by?.commands !== 'ALL' && g.by?.commands.includes(leadsTo) === true);
  return grants === null || principal.grants.some((g) => grants.includes(g.role) && opens(g));
}
