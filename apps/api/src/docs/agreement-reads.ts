import { PHASES, RULESET_IDS, SCENARIOS, STATUSES, TWINNING_TYPES } from '@twinning/domain';
import { asOf, date, past, stages, text, whole, words, type Read } from './read.js';

const among = (values: readonly string[]) => ({
  type: 'string',
  pattern: `^(${values.join('|')})(,(${values.join('|')}))*$`,
});

/** Agreements: lists, one of them, its history and its case file. */
export const AGREEMENT_READS: readonly Read[] = [
  {
    id: 'listAgreements',
    path: '/v1/agreements',
    tag: 'Agreements',
    summary: 'Agreements that the caller may see, newest change first',
    schema: 'AgreementPage',
    query: {
      status: {
        ...among(STATUSES),
        description: `Any of ${STATUSES.join(', ')}, separated by commas`,
      },
      phase: { ...among(PHASES), description: `Any of ${PHASES.join(', ')}, separated by commas` },
      type: { type: 'string', enum: TWINNING_TYPES },
      committee: whole,
      member: whole,
      q: { ...words, description: 'Words of a body’s or a committee’s name or reference' },
      limit: { type: 'integer', minimum: 1, maximum: 200 },
      cursor: text,
      asOf,
    },
  },
  {
    id: 'getAgreement',
    path: '/v1/agreements/{agreement}',
    tag: 'Agreements',
    summary: 'One agreement now, or as of a version or a date, with the actions open to the caller',
    schema: 'Agreement',
    query: past,
  },
  {
    id: 'getTimeline',
    path: '/v1/agreements/{agreement}/timeline',
    tag: 'Agreements',
    summary: 'What happened, in sentences',
    schema: 'Timeline',
    query: past,
  },
  {
    id: 'getVersions',
    path: '/v1/agreements/{agreement}/versions',
    tag: 'Agreements',
    summary:
      'How it stood after each of its events: heading, phase, moves; the first whole, then what differs',
    schema: 'Versions',
  },
  {
    id: 'getDeadlines',
    path: '/v1/agreements/{agreement}/deadlines',
    tag: 'Agreements',
    summary: 'What happens next and when if nobody acts',
    schema: 'Deadlines',
    query: past,
  },
  {
    id: 'whatIf',
    path: '/v1/agreements/{agreement}/what-if',
    tag: 'Agreements',
    summary: 'What would happen: the rules run forward under suppositions, nothing is written',
    schema: 'WhatIf',
    query: {
      scenario: { type: 'string', enum: SCENARIOS },
      on: { ...date, description: 'The day on which the lead loses its status (LEAD_LOSES_P)' },
      until: date,
      steps: {
        type: 'string',
        description:
          'Further suppositions as a JSON list of {on, fact} or {on, as, command, payload}, e.g. ' +
          '[{"on":"2028-03-01","fact":{"kind":"MEMBERSHIP","side":"LEAD","status":"O"}}]',
      },
    },
  },
  {
    id: 'rulesetMove',
    path: '/v1/agreements/{agreement}/ruleset-move',
    tag: 'Agreements',
    summary: 'What would change under another ruleset, before both partners move the agreement',
    schema: 'RulesetMove',
    query: { to: { type: 'string', enum: RULESET_IDS } },
    needs: ['to'],
  },
  {
    id: 'getEvents',
    path: '/v1/agreements/{agreement}/events',
    tag: 'Agreements',
    summary: 'The events as they stand in the record',
    schema: 'Events',
    query: { after: { ...whole, minimum: 0 } },
  },
  {
    id: 'getDifference',
    path: '/v1/agreements/{agreement}/difference',
    tag: 'Agreements',
    summary: 'What changed between two versions, dates or sizes of the record, in sentences',
    schema: 'Difference',
    query: stages,
    needs: ['from'],
  },
  {
    id: 'getCaseFile',
    path: '/v1/agreements/{agreement}/case-file',
    tag: 'Record',
    summary: 'Everything recorded of an agreement in an archive that proves itself offline',
    schema: 'Items',
    query: {
      withhold: { type: 'string', description: 'Fields that stay commitments' },
      since: {
        type: 'string',
        pattern: '^[1-9][0-9]{0,14}(,[1-9][0-9]{0,14}){0,19}$',
        description:
          'Sizes of checkpoints kept elsewhere, separated by commas, which the file is to show to be continued',
      },
      documents: {
        type: 'string',
        enum: ['all', 'none'],
        description: 'The documents that events name, or (none) only their hashes',
      },
    },
    bytes: 'application/zip',
  },
];
