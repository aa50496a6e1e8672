import { MATCH_COMPONENTS, TWINNING_TYPES } from '@twinning/domain';
import { date, from, limit, whole, type Read } from './read.js';

const q = { type: 'string', maxLength: 200 };

/** Members, committees, who takes part in what, and who could lead. */
export const REGISTRY_READS: readonly Read[] = [
  {
    id: 'rankPartners',
    path: '/v1/matching',
    tag: 'Registry',
    summary: 'Who could lead a twinning: ranked, each component of the score with its reason',
    schema: 'Matching',
    query: {
      twinned: whole,
      committee: whole,
      type: { type: 'string', enum: TWINNING_TYPES },
      workingGroup: {
        type: 'string',
        maxLength: 40,
        description: 'Of a convenor; earlier runs and the place there are looked at only with it',
      },
      on: date,
      limit: { type: 'integer', minimum: 1, maximum: 200 },
      weights: {
        type: 'string',
        pattern: `^(${MATCH_COMPONENTS.join('|')}):[0-9]{1,2}$`,
        description: `Weights from 0 to 100 of ${MATCH_COMPONENTS.join(', ')}, e.g. language:40,region:0`,
      },
    },
    needs: ['twinned', 'committee', 'type'],
  },
  {
    id: 'searchMembers',
    path: '/v1/registry/members',
    tag: 'Registry',
    summary: 'ISO members by acronym or country, in English or French, and how many there are',
    schema: 'Found',
    query: { q, limit, from },
  },
  {
    id: 'getMember',
    path: '/v1/registry/members/{id}',
    tag: 'Registry',
    summary: 'One ISO member as of a day',
    schema: 'Member',
    query: { on: date },
  },
  {
    id: 'searchCommittees',
    path: '/v1/registry/committees',
    tag: 'Registry',
    summary: 'Committees by reference or title, and how many there are',
    schema: 'Found',
    query: { q, limit, from },
  },
  {
    id: 'getCommittee',
    path: '/v1/registry/committees/{id}',
    tag: 'Registry',
    summary: 'One committee as of a day',
    schema: 'Committee',
    query: { on: date },
  },
  {
    id: 'getCommitteeMembers',
    path: '/v1/registry/committees/{id}/members',
    tag: 'Registry',
    summary: 'P- and O-members of a committee as of a day',
    schema: 'Items',
    query: { on: date },
  },
  {
    id: 'getMembership',
    path: '/v1/registry/membership',
    tag: 'Registry',
    summary: 'What a member was in a committee on a day, and when it changed',
    schema: 'Membership',
    query: { member: whole, committee: whole, on: date },
    needs: ['member', 'committee'],
  },
  {
    id: 'getParticipation',
    path: '/v1/participation/{member}/{committee}',
    tag: 'Registry',
    summary: 'How a member takes part in a committee: facts, cases, deadlines, what happened',
    schema: 'Participation',
  },
];
