import { asOf, limit, place, type Read } from './read.js';

/** Who the caller is, what waits for them, and the words to say it. */
export const CALLER_READS: readonly Read[] = [
  {
    id: 'getCommand',
    path: '/v1/commands/{id}',
    tag: 'Commands',
    summary: 'A stored command and its outcome',
    schema: 'Accepted',
  },
  {
    id: 'streamUpdates',
    path: '/v1/updates',
    tag: 'Desk',
    summary:
      'Server-sent events: which agreements that the caller may see have changed. The id is the index in the record; ' +
      'Last-Event-ID (or after) resumes behind it without loss',
    schema: 'Me',
    query: { after: { ...place, minimum: -1 } },
    bytes: 'text/event-stream',
  },
  { id: 'getMe', path: '/v1/me', tag: 'Desk', summary: 'Who the caller is', schema: 'Me' },
  {
    id: 'listTasks',
    path: '/v1/tasks',
    tag: 'Desk',
    summary: 'What the caller owes, the most urgent first',
    schema: 'Tasks',
    query: {
      limit,
      asOf,
      of: {
        type: 'string',
        enum: ['me', 'others'],
        description: 'What others owe in the agreements that the caller may see',
      },
    },
  },
  {
    id: 'listAppealable',
    path: '/v1/appeals',
    tag: 'Desk',
    summary:
      'Decisions on agreements of others that the caller’s body may appeal against as a P-member of the committee, latest first, with its own appeals',
    schema: 'Appealable',
    query: { limit },
  },
  {
    id: 'getAppealable',
    path: '/v1/appeals/{agreement}',
    tag: 'Desk',
    summary:
      'One of these agreements: its heading, its decisions and the appeals of the caller’s body; everything else is withheld',
    schema: 'Agreement',
  },
  {
    id: 'listSessions',
    path: '/v1/me/sessions',
    tag: 'Desk',
    summary: 'Where the caller is signed in to the console',
    schema: 'Sessions',
  },
  {
    id: 'endOtherSessions',
    path: '/v1/me/sessions',
    tag: 'Desk',
    summary: 'Ends every session of the caller but the one that asks',
    schema: 'SessionsEnded',
    method: 'delete',
  },
  {
    id: 'endSession',
    path: '/v1/me/sessions/{session}',
    tag: 'Desk',
    summary: 'Ends one session of the caller',
    schema: 'Sessions',
    method: 'delete',
    status: '204',
  },
  {
    id: 'listPeople',
    path: '/v1/session/people',
    tag: 'Desk',
    summary: 'The people of a demonstration, who sign in with one click',
    schema: 'People',
    open: true,
  },
  {
    id: 'listIssuers',
    path: '/v1/session/issuers',
    tag: 'Desk',
    summary: 'Where one may sign in: the home issuer (no name) and those of single bodies',
    schema: 'Issuers',
    open: true,
  },
  {
    id: 'getStaff',
    path: '/v1/bodies/{body}/people',
    tag: 'Desk',
    summary: 'The people of a body, their roles, and who stands in for whom (0: the desks of ISO)',
    schema: 'Staff',
  },
  {
    id: 'getWords',
    path: '/v1/words',
    tag: 'Desk',
    summary: 'The words for every value (statuses, sides, evidence …), in English or French',
    schema: 'Words',
    open: true,
  },
  {
    id: 'getPolicy',
    path: '/v1/policy',
    tag: 'Desk',
    summary: 'Who may do what: the policy that the service itself obeys, in words',
    schema: 'Policy',
  },
];
