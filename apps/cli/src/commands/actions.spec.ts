import { describe, expect, it } from '@jest/globals';
import { messages } from '../messages/index.js';
import { actionLines, pathOf, proposedLines } from './actions.js';

const { en, fr } = messages;

describe('pathOf', () => {
  it.each([
    ['InvitePartner', 'invite-partner'],
    ['RegisterInGD', 'register-in-gd'],
    ['RecordPMemberFeedback', 'record-p-member-feedback'],
    ['ApproveByTpm', 'approve-by-tpm'],
  ])('%s is issued as %s', (command, path) => {
    expect(pathOf(command)).toBe(path);
  });
});

describe('actionLines', () => {
  it('gives each open command a line, and each reason one for all that it closes', () => {
    const refusal = { code: 'WRONG_STATUS', title: 'Not now.' };
    const lines = actionLines(
      [
        { command: 'SignAgreement', text: 'Sign', allowed: false, refusal },
        { command: 'InvitePartner', text: 'Invite a partner', allowed: true },
        { command: 'AcceptTerms', text: 'Accept', allowed: false, refusal },
      ],
      en,
    );
    expect(lines).toEqual([
      '  open: invite-partner (Invite a partner)',
      '  closed: Not now. (WRONG_STATUS) sign-agreement, accept-terms',
    ]);
  });
});

describe('proposedLines', () => {
  it('says what the other partner proposed, and what agrees to it', () => {
    const content = { until: '2027-10-01', reason: 'Leave' };
    const acts = [
      { kind: 'Suspend', side: 'LEAD', content },
      { kind: 'Resume', side: 'LEAD', content: null },
    ];
    const same = 'suspend {"until":"2027-10-01","reason":"Leave"}';
    const [first, second] = proposedLines(acts, 'en', en);
    expect(first).toMatch(/^\? The lead partner proposes “[A-Z].*”; to agree: /);
    expect(first?.endsWith(same)).toBe(true);
    expect(second).not.toContain('agree');
    expect(proposedLines(acts, 'fr', fr)[0]).toMatch(/^\? Le .*pour accepter.*suspend \{/);
  });
});
