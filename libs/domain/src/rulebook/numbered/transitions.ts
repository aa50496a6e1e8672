import type { NumberedRule } from './rule.js';

const DECISIONS = 'agreement/evaluation/decisions.ts';
const DECISIONS_SPEC = 'agreement/evaluation/decisions.spec.ts';
const KINDS = 'agreement/evaluation/kinds.ts';
const OPEN_SPEC = 'agreement/evaluation/open.spec.ts';

/** The changes of status and office, each with its body and its path (rules 6.5). */
export const TRANSITION_RULES: readonly NumberedRule[] = [
  [
    '6.5 O_TO_P',
    'DIR 1.7.3',
    'O-member to P-member: the body’s own decision, which only bar and category hinder.',
    'Membre (O) à membre (P) : décision propre de l’organisme, que seules interdiction et catégorie empêchent.',
    DECISIONS,
    `${DECISIONS_SPEC}: only the bar and the category block`,
  ],
  [
    '6.5 CONVENOR',
    'DIR 1.12.1',
    'Twinned convenor to convenor: the committee appoints.',
    'Animateur jumelé à animateur : le comité nomme.',
    KINDS,
    `${OPEN_SPEC}: is the TMB for a TC, the parent TC for an SC, the committee for a convenor`,
  ],
  [
    '6.5 CHAIR_TC',
    'DIR 1.8.1',
    'Twinned chair to chair of a TC: the TMB approves, also a year ahead.',
    'Président jumelé à président d’un TC : le TMB approuve, aussi un an à l’avance.',
    DECISIONS,
    'agreement/evaluation/chair-elect.spec.ts: takes the chair on the day that was decided, not before',
  ],
  [
    '6.5 CHAIR_SC',
    'DIR 1.8.1',
    'Twinned chair to chair of an SC: the parent committee with two thirds of its P-members voting.',
    'Président jumelé à président d’un SC : le comité parent aux deux tiers de ses membres (P) votants.',
    KINDS,
    `${DECISIONS_SPEC}: two thirds of the P-members voting decide on the chair of a subcommittee`,
  ],
  [
    '6.5 SECRETARIAT_SC',
    'DIR 1.9.4, ST.5.7',
    'Twinned secretariat to secretariat of an SC: notice, resolution, parent committee; the TMB when contested.',
    'Secrétariat jumelé à secrétariat d’un SC : préavis, résolution, comité parent ; le TMB en cas de litige.',
    DECISIONS,
    `${DECISIONS_SPEC}: a secretariat needs the lead’s notice; a contested one goes to the TMB`,
  ],
  [
    '6.5 SECRETARIAT_TC',
    'DIR 1.9.3, ST.5.7',
    'Twinned secretariat to secretariat of a TC: notice, resolution, TMB.',
    'Secrétariat jumelé à secrétariat d’un TC : préavis, résolution, TMB.',
    DECISIONS,
    `${DECISIONS_SPEC}: a secretariat changes hands no earlier than the notice runs out (F21)`,
  ],
  [
    '6.5 MANAGER',
    'DIR 1.9.1',
    'The twinned manager follows the secretariat: ISO/CS registers the new holder.',
    'Le responsable jumelé suit le secrétariat : l’ISO/CS inscrit le nouveau titulaire.',
    'agreement/evaluation/confirm.ts',
    'agreement/evaluation/confirm.spec.ts: ISO/CS waits for the day from which the secretariat may change hands',
  ],
  [
    '6.5 LEADERSHIP',
    'ST.5.1',
    'P-member twinning to a twinning of an office: a new arrangement of that type.',
    'Jumelage de membres (P) à jumelage de fonction : un nouvel accord de ce type.',
    KINDS,
    'agreement/evaluation/leadership.spec.ts: either partner begins it beside the one in force',
  ],
  [
    '6.5 EXIT',
    'DIR 1.7.3',
    'Exit to P alone: at the end of the agreement, the status stays.',
    'Sortie vers (P) seul : à la fin de l’accord, le statut demeure.',
    'agreement/evaluation/settle.ts',
    `${OPEN_SPEC}: completes an exit that was decided`,
  ],
  [
    '6.5 P_TO_O',
    'DIR 1.7.4, 1.7.5',
    'P to O: by inactivity alone, after a reminder.',
    '(P) à (O) : par inactivité seule, après un rappel.',
    'participation/cases.ts',
    'participation/whole-life.spec.ts: is downgraded thirty days or more after a reminder of the same rule',
  ],
  [
    '6.5 POOL',
    'DIR 1.9.3, 1.9.4',
    'The secretariat goes to a third body: the twinning is suspended.',
    'Le secrétariat va à un tiers : le jumelage est suspendu.',
    'agreement/execution/prerequisites.ts',
    'agreement/execution/prerequisites.spec.ts: to a third body: suspended',
  ],
];
