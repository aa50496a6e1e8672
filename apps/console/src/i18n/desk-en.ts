import { plural } from './plural-en.js';

/** The desks and the programme. */
export const deskEn = {
  desk: {
    title: 'Desk',
    lead: 'What is stuck, for how long and with whom; and what ends soon.',
    level: 'Level',
    owner: 'With',
    days: (n: number) => plural(n, 'day', 'days'),
  },
  programme: {
    title: 'Programme',
    lead: 'All twinnings that you may see, counted.',
    count: 'Number',
    csv: 'Save as CSV',
  },
};
