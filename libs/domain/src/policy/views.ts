import type { Role } from '../kernel/vocabulary.js';

/** The parts of an agreement that are shown or withheld as a whole. */
export const SECTIONS = [
  'request',
  'selection',
  'approval',
  'negotiation',
  'execution',
  'oversight',
  'evaluation',
  'ending',
] as const;
export type Section = (typeof SECTIONS)[number];

const ALL = SECTIONS;
const NOTHING: readonly Section[] = [];

/**
 * What each role's task needs of an agreement [D]; a role without any part does not see the agreement at all: partners, desks in charge and auditors all of it; a committee, the TMB and
 * named persons what their task needs; other bodies nothing. No token can carry the registry's or the system's role.
 */
export const VIEWS: Readonly<Record<Role, readonly Section[]>> = {
  LEAD_REP: ALL,
  TWINNED_REP: ALL,
  INVITED_REP: ['request'],
  NSB_REP: NOTHING,
  LEAD_MBUA: ['request', 'selection', 'approval', 'evaluation', 'ending'],
  TWINNED_MBUA: ['request', 'selection', 'approval', 'evaluation', 'ending'],
  NOMINEE: ['request', 'selection', 'approval', 'negotiation', 'execution', 'evaluation', 'ending'],
  SIGNATORY: ['request', 'selection', 'approval', 'negotiation', 'execution'],
  COMMITTEE_MANAGER: [
    'request',
    'selection',
    'approval',
    'execution',
    'oversight',
    'evaluation',
    'ending',
  ],
  TPM: ALL,
  TMB_SEC: ALL,
  TMB_MEMBER: ['request', 'selection', 'approval', 'oversight', 'evaluation', 'ending'],
  MEMBER_REP: NOTHING,
  ISO_CS: ALL,
  AUDITOR: ALL,
  REGISTRY: ALL,
  SYSTEM: ALL,
};

/** Whether some role that sees the agreement does not read all of these parts: what shows them is confidential. */
export const isWithheld = (shown: readonly Section[]): boolean =>
  Object.values(VIEWS).some(
    (view) => view.length > 0 && shown.some((section) => !view.includes(section)),
  );
