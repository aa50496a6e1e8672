import { describe, expect, it } from '@jest/globals';
import { en } from '../messages/en.js';
import { actionLines, pathOf } from './actions.js';

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
