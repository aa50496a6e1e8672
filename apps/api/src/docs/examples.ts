import type { JsonObject } from '@twinning/domain';

/** Bodies to try, by command; each is checked against its shape by a test. */
export const EXAMPLES: Readonly<Record<string, JsonObject>> = {
  StartDraft: { side: 'LEAD', type: 'P_MEMBER', committee: 47878 },
  OpenCatchUp: {},
  InvitePartner: { member: 1725, replyBy: '2027-03-01' },
  ConfirmPartner: {},
  DeclineInvitation: { reason: 'Our mirror committee has no capacity this year.' },
  RequestPartnerSearch: { mode: 'SEARCH', criteria: 'A French-speaking lead in food products.' },
  EditRequest: {
    goals: 'Two experts of our own take part in the working groups.',
    outcome: 'Participating member within two years.',
    plannedStart: '2027-06-01',
    plannedMonths: 36,
  },
  RecordSelfAssessment: {
    part: 'NEED',
    answers: [{ question: 'What can you not do today?', answer: 'Comment on drafts in time.' }],
  },
  ConsentToRequest: { hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  SubmitRequest: {},
  ReturnForCompletion: { reason: 'INCOMPLETE', points: ['Say what resources the lead gives.'] },
  ApproveByTpm: { remarks: 'A good match.' },
  RejectByTpm: { reasons: 'The lead takes no part in the committee’s work.' },
  RegisterInGD: { language: 'en' },
  Withdraw: {},
};
