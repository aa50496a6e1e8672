import type { Remaining } from '../calendar.js';
import { inboxEn } from './inbox-en.js';
import { agreementEn } from './agreement-en.js';
import { followUpEn } from './follow-up-en.js';
import { formEn } from './form-en.js';
import { proposalEn } from './proposal-en.js';
import { registryEn } from './registry-en.js';
import { auditEn } from './audit-en.js';
import { deskEn } from './desk-en.js';
import { helpEn } from './help-en.js';
import { plural } from './plural-en.js';
import { shellEn } from './shell-en.js';
import { sourceIn } from './source.js';

/** English; the other catalogue has the same keys, which the compiler checks. A file for each kind of screen. */
export const en = {
  ...shellEn,
  ...inboxEn,
  ...agreementEn,
  ...followUpEn,
  ...formEn,
  ...proposalEn,
  ...registryEn,
  ...auditEn,
  ...deskEn,
  ...helpEn,
  skip: 'Skip to the content',
  language: 'Language',
  signOut: 'Sign out',
  close: 'Close',
  retry: 'Try again',
  reload: 'Load the page again',
  loading: 'Loading …',
  open: 'open',
  zone: 'Europe/Zurich',
  /** Between a name and what is said of it. */
  colon: ': ',
  contact: 'Help: your technical programme manager, or',
  apiDocs: 'API documentation',
  notFoundTitle: 'Page not found',
  notFound: 'There is nothing at this address, or you may not see it.',
  brokenTitle: 'Something broke on this page',
  broken: 'What you typed and did not send is kept. Load the page again; the rest works.',
  awayTitle: 'The service does not answer',
  away: 'Check the connection and try again. What you typed is kept.',
  endOf: (day: string) => `end of ${day}`,
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  overdue: ({ unit, count }: Remaining) => `overdue by ${plural(-count, unit, `${unit}s`)}`,
  signOutAway:
    'The service was not reached. This browser has forgotten everything, but your session goes on: sign out once more when the connection is back, or close the browser.',
  source: (clause: string) => sourceIn('product rule', clause),
  ruleSays: 'What this rule says',
  clause: (clause: string) => `under ${sourceIn('product rule', clause)}`,
  nav: {
    label: 'Main',
    inbox: 'Inbox',
    agreements: 'Agreements',
    propose: 'New twinning',
    desk: 'Desk',
    programme: 'Programme',
    people: 'People',
    registry: 'Registry',
    audit: 'Audit',
    help: 'Help',
  },
  keys: {
    title: 'Keys',
    list: 'Show this list',
    off: 'Switch the single keys off in this browser',
  },
  roles: {
    NSB_REP: 'Representative',
    MBUA: 'User administrator',
    SIGNATORY: 'Signatory',
    TMB_MEMBER: 'TMB member',
    TPM: 'Technical programme manager',
    TMB_SEC: 'TMB secretariat',
    COMMITTEE_MANAGER: 'Committee manager',
    ISO_CS: 'ISO Central Secretariat',
    AUDITOR: 'Auditor',
  },
  sides: { lead: 'Lead partner', twinned: 'Twinned partner' },
  desks: {
    LEAD: 'Lead partner',
    TWINNED: 'Twinned partner',
    BOTH: 'Both partners',
    INITIATOR: 'Initiator',
    INVITED: 'Invited body',
    TPM: 'Technical programme manager',
    TMB_SEC: 'TMB secretariat',
    TMB_MEMBERS: 'TMB members',
    COMMITTEE_MANAGER: 'Committee manager',
    ISO_CS: 'ISO Central Secretariat',
  } as Readonly<Record<string, string>>,
  phases: {
    PROPOSAL: 'Proposal',
    PARTNER_SELECTION: 'Partner',
    APPROVAL: 'Approval',
    NEGOTIATION: 'Terms',
    EXECUTION: 'In force',
    EVALUATION: 'Evaluation',
    CLOSED: 'Closed',
  },
  types: {
    P_MEMBER: {
      name: 'P-member',
      help: 'The twinned body learns to take part in a committee as a participating member. The usual beginning; about three years.',
    },
    CONVENOR: {
      name: 'Convenor',
      help: 'The twinned body prepares a person to lead a working group, side by side with the present convenor.',
    },
    CHAIR: {
      name: 'Chair',
      help: 'A chair and a twinned vice-chair share the work of leading the committee.',
    },
    SECRETARIAT: {
      name: 'Secretariat',
      help: 'Two bodies run a committee’s secretariat together until the twinned body can take it over.',
    },
  },
};
export type Texts = typeof en;
