import type { FindingKind, Invariant } from '@twinning/engine';
import type { Language } from './index.js';

/** What the commands of reliability say. */
interface ReliabilityMessages {
  readonly check: string;
  readonly reconcile: string;
  readonly recover: string;
  readonly rebuild: string;
  readonly dryRun: string;
  readonly withoutTemporal: string;
  readonly checking: string;
  readonly recovering: string;
  readonly rebuilding: string;
  readonly invariants: Readonly<Record<Invariant, string>>;
  readonly findings: Readonly<Record<FindingKind, string>>;
  checked(events: number, agreements: number, open: number, commands: number): string;
  readonly nothingWrong: string;
  readonly nothingFound: string;
  readonly mended: string;
  readonly notMended: string;
  recovered(open: number, started: number): string;
  readModelMended(count: number): string;
  overdue(count: number, late: string): string;
  unanswered(count: number): string;
  rebuilt(agreements: number, differed: number): string;
  /** A stream of people or participations that cannot be folded. */
  stayed(stream: string, why: string): string;
}

const en: ReliabilityMessages = {
  check: 'check the record, the read model and the workflows against each other',
  reconcile: 'find what a crash or a restore has left apart, mend what is safe, report each',
  recover: 'start the workflow of every open agreement from the record',
  rebuild: 'build the read model anew from the record',
  dryRun: 'report only',
  withoutTemporal: 'leave the workflows out',
  checking: 'Checking',
  recovering: 'Recovering',
  rebuilding: 'Rebuilding',
  invariants: {
    I1: 'every outcome stands in the record once',
    I2: 'what was not decided has left nothing',
    I3: 'order without gap or double',
    I4: 'content, tree and checkpoints',
    I5: 'workflow and record agree',
    I6: 'read model and record agree',
    I7: 'each message written with its events, none without',
    I8: 'each deadline once, in order, not late',
    I12: 'nothing is stuck',
  },
  findings: {
    COMMAND_WITHOUT_OUTCOME: 'command without outcome',
    OPEN_WITHOUT_WORKFLOW: 'open agreement without workflow',
    WORKFLOW_BEHIND: 'workflow behind the record',
    WORKFLOW_AHEAD: 'workflow ahead of the record: the record is older than Temporal',
    WORKFLOW_WITHOUT_AGREEMENT: 'workflow without open agreement',
    WORKFLOW_FAILING: 'workflow fails again and again',
    WORKFLOW_HELD: 'workflow waits for a worker that has died',
    WORKFLOW_UNREACHED: 'workflow could not be asked or mended',
    CHILD_DIFFERS: 'process of a ballot or evaluation apart from the record',
    READ_MODEL_DIFFERS: 'read model differs from the record',
    CANNOT_BE_FOLDED: 'agreement cannot be read by this build',
  },
  checked: (events, agreements, open, commands) =>
    `${String(events)} events, ${String(agreements)} agreements (${String(open)} open), ${String(commands)} commands`,
  nothingWrong: '✓ everything agrees',
  nothingFound: '✓ nothing to mend',
  mended: 'mended',
  notMended: 'not mended',
  recovered: (open, started) =>
    `${String(open)} open agreements, ${String(started)} workflows started anew.`,
  readModelMended: (count) =>
    `${String(count)} agreements were not in the read model as the record has them, and have been written again.`,
  overdue: (count, late) =>
    `${String(count)} deadlines had passed unseen and are recorded now, the latest ${late} late.`,
  unanswered: (count) =>
    `${String(count)} workflows have not answered yet: they look as soon as a worker runs.`,
  rebuilt: (agreements, differed) =>
    `${String(agreements)} agreements written anew; ${String(differed)} had been different.`,
  stayed: (stream, why) => `${stream} cannot be folded, its rows stay as they were: ${why}`,
};

const fr: ReliabilityMessages = {
  check: 'comparer le registre, le modèle de lecture et les workflows',
  reconcile:
    'trouver ce qu’une panne ou une restauration a laissé en désaccord, réparer ce qui est sûr',
  recover: 'démarrer le workflow de chaque accord ouvert à partir du registre',
  rebuild: 'reconstruire le modèle de lecture à partir du registre',
  dryRun: 'signaler seulement',
  withoutTemporal: 'laisser les workflows de côté',
  checking: 'Contrôle',
  recovering: 'Reprise',
  rebuilding: 'Reconstruction',
  invariants: {
    I1: 'chaque résultat figure une fois au registre',
    I2: 'ce qui n’est pas décidé n’a rien laissé',
    I3: 'ordre sans lacune ni doublon',
    I4: 'contenu, arbre et points de contrôle',
    I5: 'workflow et registre concordent',
    I6: 'modèle de lecture et registre concordent',
    I7: 'chaque message écrit avec ses événements, aucun sans',
    I8: 'chaque échéance une fois, dans l’ordre, sans retard',
    I12: 'rien n’est bloqué',
  },
  findings: {
    COMMAND_WITHOUT_OUTCOME: 'commande sans résultat',
    OPEN_WITHOUT_WORKFLOW: 'accord ouvert sans workflow',
    WORKFLOW_BEHIND: 'workflow en retard sur le registre',
    WORKFLOW_AHEAD: 'workflow en avance : le registre est plus ancien que Temporal',
    WORKFLOW_WITHOUT_AGREEMENT: 'workflow sans accord ouvert',
    WORKFLOW_FAILING: 'workflow en échec répété',
    WORKFLOW_HELD: 'workflow en attente d’un worker disparu',
    WORKFLOW_UNREACHED: 'workflow impossible à interroger ou à réparer',
    CHILD_DIFFERS: 'processus d’un vote ou d’une évaluation en désaccord avec le registre',
    READ_MODEL_DIFFERS: 'modèle de lecture différent du registre',
    CANNOT_BE_FOLDED: 'accord illisible pour cette version',
  },
  checked: (events, agreements, open, commands) =>
    `${String(events)} événements, ${String(agreements)} accords (${String(open)} ouverts), ${String(commands)} commandes`,
  nothingWrong: '✓ tout concorde',
  nothingFound: '✓ rien à réparer',
  mended: 'réparé',
  notMended: 'non réparé',
  recovered: (open, started) =>
    `${String(open)} accords ouverts, ${String(started)} workflows redémarrés.`,
  readModelMended: (count) =>
    `${String(count)} accords différaient du registre dans le modèle de lecture et ont été réécrits.`,
  overdue: (count, late) =>
    `${String(count)} échéances étaient passées inaperçues et figurent maintenant au registre, la plus tardive avec ${late} de retard.`,
  unanswered: (count) =>
    `${String(count)} workflows n’ont pas encore répondu : ils regarderont dès qu’un worker tourne.`,
  rebuilt: (agreements, differed) =>
    `${String(agreements)} accords réécrits ; ${String(differed)} étaient différents.`,
  stayed: (stream, why) =>
    `${stream} ne peut être reconstitué, ses lignes restent ce qu’elles étaient : ${why}`,
};

export const reliabilityMessages: Readonly<Record<Language, ReliabilityMessages>> = { en, fr };
