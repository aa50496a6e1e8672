import {
  deadlines,
  duties,
  isDeadlineShown,
  isDutyShown,
  sentenceOfDeadline,
  sentenceOfDuty,
  type Agreement,
  type Language,
  type Reading,
} from '@twinning/domain';

/** Whose move it is, as far as the reader reads the part that it belongs to. */
export const dutyViews = (reading: Reading, state: Agreement, language: Language) =>
  duties(state)
    .filter((duty) => isDutyShown(reading, state, duty))
    .map((duty) => ({ ...duty, text: sentenceOfDuty(duty, language) }));

/** What happens by itself, earliest first, as far as the reader reads the part that it belongs to. */
export const deadlineViews = (reading: Reading, state: Agreement, language: Language) =>
  deadlines(state)
    .filter((deadline) => isDeadlineShown(reading, state, deadline))
    .map((d) => ({
      timer: d.timer,
      step: d.step,
      subject: d.subject,
      due: d.due,
      lastDay: d.lastDay,
      zone: 'Europe/Zurich',
      whose: d.whose,
      clause: d.clause,
      text: sentenceOfDeadline(d, language),
    }));
