/** The help page. */
export const helpEn = {
  help: {
    title: 'Help',
    lead: 'The way of a twinning and its words, in plain language. For anything else write to your technical programme manager or to tmb@iso.org.',
    phases: {
      PROPOSAL: 'One body writes down what it wants to learn or to teach.',
      PARTNER_SELECTION:
        'A partner is found and agrees to take part; both consent to the same request.',
      APPROVAL: 'The technical programme manager, the committee or the TMB decides, by the type.',
      NEGOTIATION:
        'Both write the agreement clause by clause. Nobody’s word counts more. It is signed within three months.',
      EXECUTION: 'The partners work together, meet every quarter and review the year.',
      EVALUATION: 'Is the twinned body ready for its new role? Evidence, block by block.',
      CLOSED: 'The report is filed and the roles are removed.',
    },
    types: 'The four types',
    words: 'Words',
    glossary: [
      ['P-member', 'A member that takes part in a committee’s work and votes.'],
      ['O-member', 'A member that follows the work as an observer.'],
      ['TPM', 'Technical programme manager of the ISO Central Secretariat: your first contact.'],
      ['TMB', 'Technical Management Board: decides where the rules ask for it.'],
      ['ST', 'Annex ST of the ISO Supplement to the Directives: the twinning policy.'],
      ['DIR', 'ISO/IEC Directives, Part 1: the rules for all technical work.'],
      [
        'product rule',
        'A rule of this product, for what the ISO texts leave open. All rules stand at the end of the help.',
      ],
      [
        'Receipt',
        'A small file that proves, without this server, that an entry stands in the record.',
      ],
    ] as readonly (readonly [string, string])[],
  },
};
