import type { TimerId } from '../kernel/timers.js';

/** What a clock of the lifecycle measures. `source` is null where the duration is a choice of this product. */
export interface Clock {
  readonly source: string | null;
  readonly en: string;
  readonly fr: string;
}

const clock = (source: string | null, en: string, fr: string): Clock => ({ source, en, fr });

/** The clocks up to the day on which an arrangement comes into force. */
export const CLOCKS_BEFORE_FORCE: Readonly<Record<TimerId, Clock>> = {
  T1: clock(null, 'a draft that nobody works on', 'un projet auquel personne ne travaille'),
  T2: clock(null, 'an invitation without an answer', 'une invitation sans réponse'),
  T3: clock(null, 'a search for a partner', 'la recherche d’un partenaire'),
  T4: clock(
    null,
    'a joint act that waits for the other side',
    'un acte conjoint qui attend l’autre partie',
  ),
  T5: clock(
    null,
    'the check that a request is complete',
    'le contrôle qu’une demande est complète',
  ),
  T6: clock(
    null,
    'the TPM’s review of a P-member request',
    'l’examen par le TPM d’une demande de membre (P)',
  ),
  T7: clock(null, 'the TPM’s assessment before a ballot', 'l’évaluation du TPM avant un vote'),
  T8: clock(null, 'the opening of the TMB ballot', 'l’ouverture du vote du TMB'),
  T9: clock('ST.5.5', 'the four weeks of the TMB ballot', 'les quatre semaines du vote du TMB'),
  T10: clock(
    null,
    'the one extension when too few have voted',
    'l’unique prolongation faute de quorum',
  ),
  T11: clock(null, 'the recording of the TMB’s decision', 'l’enregistrement de la décision du TMB'),
  T12: clock(null, 'a ballot that gave no decision', 'un vote qui n’a donné aucune décision'),
  T13: clock(null, 'the decision of the parent committee', 'la décision du comité parent'),
  T14: clock(
    null,
    'a returned request that is not completed',
    'une demande renvoyée qui n’est pas complétée',
  ),
  T15: clock(
    null,
    'the registration in the Global Directory',
    'l’enregistrement dans le Global Directory',
  ),
  T16: clock(
    null,
    'the cure of what blocks the registration',
    'la levée de ce qui bloque l’enregistrement',
  ),
  T17: clock(
    'ST.5.5',
    'the three months for agreement and plan',
    'les trois mois pour l’accord et le plan',
  ),
  T18: clock(null, 'the one exception from the three months', 'l’unique dérogation aux trois mois'),
  T19: clock(null, 'reminders to whose move it is', 'les rappels à qui doit agir'),
  T20: clock(
    null,
    'a proposal of terms without an answer',
    'une proposition de clauses sans réponse',
  ),
  T21: clock(null, 'the TPM’s check of the documents', 'le contrôle des documents par le TPM'),
  T22: clock(null, 'the planned start of force', 'la prise d’effet prévue'),
  T23: clock(
    null,
    'a prerequisite broken before the start',
    'une condition perdue avant la prise d’effet',
  ),
  T24: clock(
    null,
    'an end date that comes before the start of force',
    'une date de fin antérieure à la prise d’effet',
  ),
};

/** The clocks of an arrangement in force, of its reviews and of its problems. */
export const CLOCKS_IN_FORCE: Readonly<Record<TimerId, Clock>> = {
  T25: clock('TPL', 'the quarterly meeting', 'la réunion trimestrielle'),
  T26: clock(null, 'two meetings missed one after the other', 'deux réunions manquées de suite'),
  T27: clock(null, 'the opening of the annual review', 'l’ouverture de la revue annuelle'),
  T28: clock(
    'ST.5.7',
    'the annual review and its grace',
    'la revue annuelle et son délai de grâce',
  ),
  T29: clock(null, 'the TPM’s part of the review', 'la partie du TPM dans la revue'),
  T30: clock(null, 'the filing by the TMB secretariat', 'le classement par le secrétariat du TMB'),
  T31: clock(null, 'a corrective action', 'une action corrective'),
  T32: clock(null, 'the cure of a cause of suspension', 'la levée d’une cause de suspension'),
  T33: clock(null, 'a pause that both have agreed', 'une pause convenue par les deux'),
  T34: clock(null, 'a suspension by the TMB', 'une suspension par le TMB'),
  T35: clock(null, 'a waiver by the TMB', 'une dispense du TMB'),
  T36: clock(
    null,
    'the confirmation of a new nominee',
    'la confirmation d’une nouvelle personne désignée',
  ),
  T37: clock(
    'DIR 1.8.1, 1.12.1',
    'the check before a term ends',
    'le contrôle avant la fin d’un mandat',
  ),
  T38: clock(
    'DIR 1.8.1, 1.12.1',
    'the end of a nominee’s term',
    'la fin du mandat d’une personne désignée',
  ),
  T39: clock(null, 'a notice of withdrawal', 'un préavis de retrait'),
  T40: clock(null, 'an amendment that is not signed', 'un avenant qui n’est pas signé'),
  T41: clock(
    null,
    'an impossibility or a succession to confirm',
    'une impossibilité ou une succession à confirmer',
  ),
  T42: clock(null, 'the acknowledgement of a problem', 'l’accusé de réception d’un problème'),
  T43: clock(null, 'a problem with the TPM', 'un problème auprès du TPM'),
  T44: clock(
    null,
    'a problem with the TMB secretariat',
    'un problème auprès du secrétariat du TMB',
  ),
  T45: clock(null, 'a problem before the TMB', 'un problème devant le TMB'),
};

/** The clocks of participation, of the evaluation of a change of status, of appeals and of the end. */
export const CLOCKS_TO_THE_END: Readonly<Record<TimerId, Clock>> = {
  T46: clock(null, 'the early warning of missed votes', 'l’alerte précoce sur les votes manqués'),
  T47: clock('DIR 1.7.4', 'the judgement of a calendar year', 'le jugement d’une année civile'),
  T48: clock(
    null,
    'notification and reminder of inactivity',
    'la notification et le rappel d’inactivité',
  ),
  T49: clock(null, 'the answer to the reminder', 'la réponse au rappel'),
  T50: clock(null, 'the directory after a downgrade', 'le répertoire après un déclassement'),
  T51: clock('DIR 1.7.4', 'the twelve months without P-status', 'les douze mois sans statut (P)'),
  T52: clock(null, 'a reinstatement that must be recorded', 'un rétablissement à enregistrer'),
  T53: clock(null, 'the collection of evidence', 'la collecte des preuves'),
  T54: clock(null, 'the twinned body’s own decision', 'la décision propre de l’organisme jumelé'),
  T55: clock(null, 'the decision of the competent body', 'la décision de l’organe compétent'),
  T56: clock(null, 'the reply on New Rights', 'la réponse sur les nouveaux droits'),
  T57: clock(null, 'P-status seen in the registry', 'le statut (P) vu dans le registre'),
  T58: clock(
    'DIR 1.9.3, 1.9.4',
    'the twelve months of relinquishing a secretariat',
    'les douze mois de l’abandon d’un secrétariat',
  ),
  T59: clock(null, 'a change of office that is overdue', 'un changement de fonction en retard'),
  T60: clock('DIR 5.1.1', 'the window for an appeal', 'le délai d’appel'),
  T61: clock('DIR 5.3.3, 5.4', 'the referral of an appeal', 'la transmission d’un appel'),
  T62: clock('DIR 5.3.4', 'the hearing and its report', 'l’audition et son rapport'),
  T63: clock('DIR 5.4', 'the decision on an appeal', 'la décision sur un appel'),
  T64: clock(null, 'the window before the end', 'la période avant la fin'),
  T65: clock(null, 'reminders of the end', 'les rappels de la fin'),
  T66: clock('ST.5.5, 5.7', 'the end date', 'la date de fin'),
  T67: clock(
    null,
    'roles that must leave the Global Directory',
    'les rôles à retirer du Global Directory',
  ),
  T68: clock(null, 'the closure report', 'le rapport de clôture'),
  T69: clock('DIR 1.7', 'the information of the committee', 'l’information du comité'),
  T70: clock(null, 'the follow-up a year after the end', 'le suivi un an après la fin'),
};

export const CLOCKS = { ...CLOCKS_BEFORE_FORCE, ...CLOCKS_IN_FORCE, ...CLOCKS_TO_THE_END };
