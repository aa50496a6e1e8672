import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForceUntil } from './given.js';

const part = { year: 2028, rating: 4, text: 'Training on course.' };
const survey = { score: 4, answers: 12, reference: 'N 311' };

const reviewOpen = (): Story => {
  const s = inForceUntil();
  s.until('2027-12-10');
  return s;
};

const partsFiled = (): Story => {
  const s = reviewOpen();
  s.does(cast.lead, 'SubmitAnnualAssessment', part);
  s.does(cast.twinned, 'SubmitAnnualAssessment', part);
  return s;
};

const sectionComplete = (): Story => {
  const s = partsFiled();
  s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey });
  s.does(cast.tpm, 'CompleteTpmSection', { year: 2028, text: 'Good cooperation.' });
  return s;
};

const stageOf = (s: Story) => s.state.oversight.reviews[0]?.stage;

describe('SubmitAnnualAssessment', () => {
  it('takes each partner’s own part of the open review', () => {
    const s = reviewOpen();
    expect(s.does(cast.lead, 'SubmitAnnualAssessment', part)).toEqual([
      {
        type: 'PartnerAssessmentSubmitted',
        payload: { ...part, side: 'LEAD', late: false, attachedTo: null },
      },
    ]);
  });

  it('is refused when no review is open, and once the TPM’s section is complete', () => {
    expect(inForceUntil().refuses(cast.lead, 'SubmitAnnualAssessment', part).refused).toBe(
      'NO_OPEN_REVIEW',
    );
    const done = sectionComplete();
    expect(done.refuses(cast.lead, 'SubmitAnnualAssessment', { ...part, rating: 1 }).refused).toBe(
      'NO_OPEN_REVIEW',
    );
  });

  it('stays quiet when the same part comes again, and takes a changed one in its place', () => {
    const s = reviewOpen();
    s.does(cast.lead, 'SubmitAnnualAssessment', part);
    expect(s.does(cast.lead, 'SubmitAnnualAssessment', part)).toEqual([]);
    s.does(cast.lead, 'SubmitAnnualAssessment', { ...part, rating: 2 });
    expect(s.state.oversight.reviews[0]?.parts.LEAD?.rating).toBe(2);
  });

  it('marks a part that comes after the grace as late and attaches it to the TMB’s item', () => {
    const s = reviewOpen();
    s.until('2028-02-10');
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    const item = s.state.oversight.escalations.find((e) => e.level === 'L4')?.id;
    const [filed] = s.does(cast.lead, 'SubmitAnnualAssessment', part);
    expect(filed?.payload).toMatchObject({ late: true, attachedTo: item });
  });

  it('attaches it to the item about the missing review, also when another was there before', () => {
    const s = reviewOpen();
    s.does(cast.tmbSec, 'BringToTmb', { text: 'A dispute.' });
    s.until('2028-02-10');
    const items = s.state.oversight.escalations.filter((e) => e.open && e.level === 'L4');
    expect(items.map((e) => e.trigger === 'T28')).toEqual([false, true]);
    const [filed] = s.does(cast.lead, 'SubmitAnnualAssessment', part);
    expect(filed?.payload).toMatchObject({ late: true, attachedTo: items[1]?.id });
  });
});

describe('RecordPMemberFeedback', () => {
  it('records the survey, or that there is none', () => {
    const s = reviewOpen();
    expect(s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey: null })).toEqual([
      { type: 'PMemberFeedbackRecorded', payload: { year: 2028, survey: 'NO_SURVEY_DATA' } },
    ]);
    s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey });
    expect(s.state.oversight.reviews[0]?.survey).toEqual(survey);
  });

  it('is refused without an open review', () => {
    const payload = { year: 2028, survey: null };
    expect(inForceUntil().refuses(cast.tpm, 'RecordPMemberFeedback', payload).refused).toBe(
      'NO_OPEN_REVIEW',
    );
  });

  it('stays quiet when the same survey comes again', () => {
    const s = reviewOpen();
    s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey });
    expect(s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey })).toEqual([]);
  });
});

describe('CompleteTpmSection', () => {
  it('completes the review when both parts and the P-members’ opinion are there', () => {
    expect(stageOf(sectionComplete())).toBe('COMPLETE');
  });

  it('is refused while something is missing, and says what', () => {
    const s = reviewOpen();
    s.does(cast.lead, 'SubmitAnnualAssessment', part);
    const refusal = s.refuses(cast.tpm, 'CompleteTpmSection', { year: 2028, text: 'Good.' });
    expect(refusal).toMatchObject({
      refused: 'REVIEW_INCOMPLETE',
      details: { missing: ['TWINNED', 'P_MEMBERS'] },
    });
  });

  it('stays quiet when the same section comes again', () => {
    const payload = { year: 2028, text: 'Good cooperation.' };
    expect(sectionComplete().does(cast.tpm, 'CompleteTpmSection', payload)).toEqual([]);
  });
});

describe('ConcludeAnnualReview', () => {
  it('files a satisfactory review', () => {
    const s = sectionComplete();
    const events = s.does(cast.tmbSec, 'ConcludeAnnualReview', {
      year: 2028,
      outcome: 'SATISFACTORY',
    });
    expect(typesOf(events)).toEqual(['AnnualReviewFiled']);
    expect(stageOf(s)).toBe('FILED');
  });

  it('brings an unsatisfactory review before the TMB', () => {
    const s = sectionComplete();
    const events = s.does(cast.tmbSec, 'ConcludeAnnualReview', {
      year: 2028,
      outcome: 'UNSATISFACTORY',
    });
    expect(typesOf(events)).toEqual(['AnnualReviewEscalated', 'EscalatedToTmb']);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
  });

  it('is refused before the TPM’s section, and with an action later than ninety days', () => {
    const conclusion = { year: 2028, outcome: 'SATISFACTORY' };
    expect(partsFiled().refuses(cast.tmbSec, 'ConcludeAnnualReview', conclusion).refused).toBe(
      'REVIEW_INCOMPLETE',
    );
    const late = {
      year: 2028,
      outcome: 'SATISFACTORY_WITH_ACTIONS',
      actions: [{ side: 'LEAD', text: 'Name a second trainer.', dueOn: '2028-06-01' }],
    };
    expect(sectionComplete().refuses(cast.tmbSec, 'ConcludeAnnualReview', late).refused).toBe(
      'INVALID_INPUT',
    );
  });

  it('is refused a second time', () => {
    const s = sectionComplete();
    s.does(cast.tmbSec, 'ConcludeAnnualReview', { year: 2028, outcome: 'SATISFACTORY' });
    expect(
      s.refuses(cast.tmbSec, 'ConcludeAnnualReview', { year: 2028, outcome: 'UNSATISFACTORY' })
        .refused,
    ).toBe('REVIEW_INCOMPLETE');
  });
});

describe('CompleteCorrectiveAction', () => {
  const ordered = (): Story => {
    const s = sectionComplete();
    s.does(cast.tmbSec, 'ConcludeAnnualReview', {
      year: 2028,
      outcome: 'SATISFACTORY_WITH_ACTIONS',
      actions: [{ side: 'LEAD', text: 'Name a second trainer.', dueOn: '2028-01-20' }],
    });
    return s;
  };

  it('is reported by the partner in charge and confirmed by the TPM', () => {
    const s = ordered();
    s.does(cast.lead, 'CompleteCorrectiveAction', { action: 'C1' });
    expect(s.state.oversight.actions[0]).toMatchObject({ confirmed: false });
    s.does(cast.tpm, 'CompleteCorrectiveAction', { action: 'C1' });
    expect(s.state.oversight.actions[0]).toMatchObject({ confirmed: true });
  });

  it('is refused to the other partner, and for an action that is not open', () => {
    const s = ordered();
    expect(s.refuses(cast.twinned, 'CompleteCorrectiveAction', { action: 'C1' }).refused).toBe(
      'NOT_OWNER',
    );
    expect(s.refuses(cast.lead, 'CompleteCorrectiveAction', { action: 'C9' }).refused).toBe(
      'UNKNOWN_ACTION',
    );
  });

  it('stays quiet when the same partner reports again', () => {
    const s = ordered();
    s.does(cast.lead, 'CompleteCorrectiveAction', { action: 'C1' });
    expect(s.does(cast.lead, 'CompleteCorrectiveAction', { action: 'C1' })).toEqual([]);
  });
});
