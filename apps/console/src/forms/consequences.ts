const en = {
  title: 'What this does',
  of: {
    Withdraw:
      'The twinning ends before it has begun, and cannot be taken up again. Up to the approval your body leaves at once; from then on the other partner has to agree, and until it does you can take your part back.',
    GiveNoticeOfWithdrawal:
      'The twinning ends sixty days from now, or on its last day if that comes first, whatever the other partner does. Until then both partners together can retract the notice.',
    TerminateByMutualConsent:
      'The agreement ends for good as soon as the other partner agrees. Until then you can take your part back.',
    RejectByTpm:
      'The request is turned down and its way ends here. Both partners are told why, and may appeal within twelve weeks.',
    ReopenTerms:
      'The text can be changed again. What both partners have accepted, and a signature that stands alone, become void.',
    LeaveDraft:
      'Your body is no longer the partner of this request: all consents become void and others may be invited.',
    WithdrawInvitation: 'The invited body can no longer accept. It may be invited again.',
    DeclineInvitation: 'The initiator is told and may invite others, or your body once more.',
    WithdrawSignature: 'Your signature is taken off the text. You can sign again.',
    WithdrawEvaluation:
      'The evaluation ends without a result. Its evidence stays in the record, and another one can be opened.',
    WithdrawAppeal: 'The appeal ends, and the decision stands as it is.',
    WithdrawAmendment:
      'The amendment ends and the text in force stays. Another amendment can be opened.',
    ConfirmImpossibility:
      'The twinning ends at once, for a reason that neither partner can change. There is no way back.',
    CloseWithoutReport:
      'The agreement is closed without the report of its partners. A report can no longer be filed.',
  },
};

type Of = Readonly<Record<keyof typeof en.of, string>>;

const fr: { readonly title: string; readonly of: Of } = {
  title: 'Ce que cela entraîne',
  of: {
    Withdraw:
      'Le jumelage prend fin avant d’avoir commencé et ne peut être repris. Jusqu’à l’approbation, votre organisme se retire aussitôt ; ensuite l’autre partenaire doit être d’accord, et d’ici là vous pouvez revenir en arrière.',
    GiveNoticeOfWithdrawal:
      'Le jumelage prend fin dans soixante jours, ou le dernier jour de l’accord s’il vient avant, quoi que fasse l’autre partenaire. D’ici là, les deux partenaires ensemble peuvent annuler le préavis.',
    TerminateByMutualConsent:
      'L’accord prend fin définitivement dès que l’autre partenaire consent. D’ici là, vous pouvez revenir en arrière.',
    RejectByTpm:
      'La demande est rejetée et s’arrête ici. Les deux partenaires en apprennent le motif et peuvent faire appel dans les douze semaines.',
    ReopenTerms:
      'Le texte peut de nouveau être changé. Ce que les deux partenaires ont accepté et une signature encore seule deviennent caducs.',
    LeaveDraft:
      'Votre organisme n’est plus le partenaire de cette demande : tous les consentements deviennent caducs et d’autres peuvent être invités.',
    WithdrawInvitation: 'L’organisme invité ne peut plus accepter. Il peut être invité de nouveau.',
    DeclineInvitation:
      'L’initiateur en est informé et peut inviter d’autres organismes, ou le vôtre une nouvelle fois.',
    WithdrawSignature: 'Votre signature est retirée du texte. Vous pouvez signer de nouveau.',
    WithdrawEvaluation:
      'L’évaluation prend fin sans résultat. Ses pièces restent au registre, et une autre peut être ouverte.',
    WithdrawAppeal: 'L’appel prend fin et la décision reste telle quelle.',
    WithdrawAmendment:
      'L’avenant prend fin et le texte en vigueur demeure. Un autre avenant peut être ouvert.',
    ConfirmImpossibility:
      'Le jumelage prend fin aussitôt, pour une raison qu’aucun partenaire ne peut changer. Il n’y a pas de retour.',
    CloseWithoutReport:
      'L’accord est clos sans le rapport de ses partenaires. Un rapport ne peut plus être remis.',
  },
};

export const consequenceTexts = { en, fr };
export type Destructive = keyof typeof en.of;

export const isDestructive = (command: string): command is Destructive =>
  Object.hasOwn(en.of, command);

/** Fields in which whoever ends something says why: asked for even where the service could do without. */
export const asksWhy = (command: string, field: string): boolean =>
  isDestructive(command) && ['reason', 'reasons', 'why'].includes(field);
