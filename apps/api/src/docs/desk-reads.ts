import { limit, type Read } from './read.js';

/** What the ISO desks and the programme read. */
export const DESK_READS: readonly Read[] = [
  {
    id: 'listDone',
    path: '/v1/tasks/done',
    tag: 'Desk',
    summary: 'What the caller’s body, or at a desk the caller, has done, latest first',
    schema: 'Done',
    query: { limit },
  },
  {
    id: 'listEscalations',
    path: '/v1/escalations',
    tag: 'Desk',
    summary: 'Open escalations that the caller may see, oldest first',
    schema: 'Escalations',
    query: { limit },
  },
  {
    id: 'listBallots',
    path: '/v1/desk/ballots',
    tag: 'Desk',
    summary: 'TMB ballots that are open or wait for their decision, with pack and tally',
    schema: 'Ballots',
    query: { limit },
  },
  {
    id: 'listReviews',
    path: '/v1/desk/reviews',
    tag: 'Desk',
    summary: 'Annual reviews that are not filed yet, and what they lack',
    schema: 'Reviews',
    query: { limit },
  },
  {
    id: 'getCliff',
    path: '/v1/desk/cliff',
    tag: 'Desk',
    summary: 'What ends within so many months, and which roles fall vacant',
    schema: 'Cliff',
    query: { limit, months: { type: 'integer', minimum: 1, maximum: 60 } },
  },
  {
    id: 'getMemberHistory',
    path: '/v1/registry/members/{id}/history',
    tag: 'Registry',
    summary: 'Where an ISO member takes or took part, and its category, through time',
    schema: 'MemberHistory',
  },
  {
    id: 'getCommitteeHistory',
    path: '/v1/registry/committees/{id}/history',
    tag: 'Registry',
    summary: 'Reference, title, status and secretariat of a committee through time',
    schema: 'CommitteeHistory',
  },
  {
    id: 'getProgramme',
    path: '/v1/programme',
    tag: 'Desk',
    summary: 'The programme in figures, of every agreement that the caller may see',
    schema: 'Programme',
  },
];
