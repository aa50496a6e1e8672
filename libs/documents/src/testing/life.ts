import { day, instant, type Agreement } from '@twinning/domain';
import type { PaperSource, ToldStep } from '../papers/source.js';
import { exampleAgreement, exampleSource, inFrench } from './example.js';

const at = (on: string) => instant(`${on}T09:00:00Z`);
const WORDS =
  'Œuvre commune, « ouverte » jusqu’à l’été\u00a0: the partners met, wrote and voted; nothing was left undone. ';
/** As long as people write: some of them fill more than a page. */
const said = (times: number): string => WORDS.repeat(times).trim();

/** An agreement from the request to its end, with something in every part that a paper prints. */
export function exampleLife(): Agreement {
  const state = exampleAgreement({ french: inFrench(), length: 2 });
  const votes = (['APPROVE', 'DISAPPROVE', 'ABSTAIN'] as const).map((choice, n) => ({
    ...{ body: n + 1, choice, reference: null },
    comment: choice === 'APPROVE' ? null : said(3),
  }));
  const nominee = (side: 'LEAD' | 'TWINNED') => ({
    ...{ side, person: `person-${side}`, cv: 'c'.repeat(64), delegate: false, categoryC: false },
    ...{ accepted: true, vacant: false, termEnd: null },
  });
  const done = (id: string, kind: 'MEETING' | 'TRAINING' | 'MILESTONE', ...parts: unknown[]) => ({
    ...{ id, kind, side: 'LEAD' as const, on: day('2028-01-04'), struck: false },
    content: JSON.stringify(parts),
  });
  return {
    ...state,
    term: {
      ...{ start: day('2027-10-01'), end: day('2032-09-30'), windowOpened: true },
      activatedAt: at('2027-10-01'),
    },
    proposal: {
      ...state.proposal,
      form: {
        ...state.proposal.form,
        ...{ need: said(4), competence: said(4), goals: said(2), outcome: said(2) },
        ...{ plannedStart: day('2027-10-01'), plannedMonths: 60 },
        justifications: [{ check: 'SUGGESTED_EXPERIENCE:LEAD', text: said(6) }],
      },
      nominees: [nominee('LEAD'), nominee('TWINNED')],
    },
    approval: {
      ...state.approval,
      assessment: { text: said(12), statistics: said(2) },
      ballots: [
        {
          ...{ id: 'B1', entitled: [1, 2], openedAt: at('2027-06-01'), extended: false, votes },
          ...{ closesOn: day('2027-07-01'), closedAt: at('2027-07-02'), cancelled: false },
          outcome: 'APPROVED',
        },
      ],
    },
    execution: {
      ...state.execution,
      missedMeetings: [day('2028-07-01')],
      records: [
        done('R1', 'MEETING', 'REMOTE', said(1)),
        done('R2', 'TRAINING', said(1), 12),
        done('R3', 'MILESTONE', 'M1', said(1)),
      ],
    },
    oversight: {
      ...state.oversight,
      actions: [
        {
          ...{ id: 'C1', side: 'BOTH', text: said(2), dueOn: day('2029-01-31') },
          ...{ orderedAt: at('2028-10-05'), reportedAt: null, confirmed: false },
        },
      ],
      reviews: [
        {
          ...{ year: 2028, dueOn: day('2028-10-01'), openedAt: at('2028-08-01'), stage: 'FILED' },
          parts: {
            LEAD: { rating: 4, text: said(20), late: false },
            TWINNED: { rating: 3, text: said(20), late: true },
          },
          partsFiledAt: at('2028-09-20'),
          survey: { score: 4, answers: 17, reference: 'N 812' },
          tpmSection: { text: said(10), at: at('2028-09-25') },
        },
      ],
    },
    evaluation: {
      ...state.evaluation,
      evaluations: [
        {
          ...{ id: 'E1', kind: 'CHAIR', openedBy: 'TWINNED', openedAt: at('2031-01-10') },
          office: { type: 'CHAIR', committee: 3, workingGroup: null, level: 'TC' },
          ...{ stage: 'APPROVED', since: at('2031-05-01'), body: 'TMB', closed: ['LEAD'] },
          evidence: [
            { part: 'SYSTEM', item: 'MEETINGS_HELD', value: 12, reference: null },
            { part: 'LEAD', item: 'TRAININGS_DELIVERED', value: 3, reference: 'N 901' },
          ],
          review: {
            gates: [{ gate: 'TWINNED_P', met: true }],
            blocks: [{ block: 'TRAINING', points: 8, of: 10, items: [] }],
            ...{ score: 80, missing: [], recommended: true },
          },
          approval: {
            ...{ body: 'TMB', reference: 'TMB 12/2031' },
            ...{ decidedOn: day('2031-05-01'), effectiveOn: day('2031-07-01') },
          },
        },
      ],
    },
    ending: {
      ...state.ending,
      ended: { at: at('2032-09-30'), on: day('2032-09-30'), how: 'EXPIRED' },
      report: { LEAD: said(25), TWINNED: said(25) },
      followUp: { TWINNED: said(8) },
    },
  };
}

/** What its papers are made of, with an account that fills pages. */
export function lifeSource(): PaperSource {
  const steps = (text: string, count: number): readonly ToldStep[] =>
    Array.from({ length: count }, (_, n) => ({
      ...{ index: 100 + n, at: '2028-01-04T09:00:00.000Z', who: 'Zoé Élan, ASI' },
      text: `${text} ${String(n)}`,
    }));
  const state = exampleLife();
  return {
    ...exampleSource(state),
    named: {
      inText: [],
      today: state.proposal.nominees.map(({ side, person, cv }, n) => ({
        ...{ part: 'NOMINEE', side, person, cv, reference: String(n).repeat(64) },
      })),
    },
    persons: new Map([['person-LEAD', 'Élise Un']]),
    account: {
      en: { steps: steps('Terms were proposed', 60), refused: steps('Too early', 4) },
      fr: { steps: steps('Des clauses ont été proposées', 60), refused: steps('Trop tôt', 4) },
    },
  };
}
