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
    id: 'getSuggestions',
    path: '/v1/me/suggestions',
    tag: 'Registry',
    summary: 'Whether the caller’s body is suggested to those who seek a lead',
    schema: 'Suggestions',
  },
  {
    id: 'acceptSuggestions',
    path: '/v1/me/suggestions',
    tag: 'Registry',
    summary: 'The caller’s body is suggested to those who seek a lead, as every body is at first',
    schema: 'Suggestions',
    method: 'post',
  },
  {
    id: 'declineSuggestions',
    path: '/v1/me/suggestions',
    tag: 'Registry',
    summary: 'The caller’s body is suggested to nobody; it may be invited all the same',
    schema: 'Suggestions',
    method: 'delete',
  },
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
