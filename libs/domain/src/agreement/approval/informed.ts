import { event, type AgreementEvent, type EventMap } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import { ENDED, isOneOf, type Stage } from '../../kernel/vocabulary.js';

/** Who hears of an arrangement (DIR 1.7, 1.8.3, 1.9.2). */
const COMMITTEE_AND_CS = ['COMMITTEE_SECRETARIAT', 'CHAIR', 'COMMITTEE_MEMBERS', 'ISO_CS'] as const;

/** The distribution list of an agreement (TPL): a copy for the TPM, information for the committee and ISO/CS. */
export const DISTRIBUTION = [
  { recipient: 'TPM', as: 'COPY' },
  ...COMMITTEE_AND_CS.map((recipient) => ({ recipient, as: 'INFORMATION' as const })),
] as const;

type About = EventMap['CommitteeNotified']['about'];

/** What is agreed goes to the whole list; of the rest the TPM, who decided or confirmed it, needs no telling. */
export const committeeNotified = (about: About): AgreementEvent =>
  event('CommitteeNotified', {
    about,
    recipients:
      about === 'ACTIVATION' || about === 'AMENDMENT'
        ? DISTRIBUTION.map(({ recipient }) => recipient)
        : [...COMMITTEE_AND_CS],
    byMessage: true,
  });

const hasEnded = (stage: Stage): boolean =>
  stage !== 'NONE' && stage !== 'FORCE' && isOneOf(ENDED, stage);

/**
 * The committee hears in the same commit that an arrangement has come into force, was amended or has ended, as it does
 * of its registration and of a change of person: so nobody owes the message, and T69 has nothing to watch. A reinstatement is
 * told like a start.
 */
export function committeeInformed(
  before: Agreement,
  now: Agreement,
  all: readonly AgreementEvent[],
): readonly AgreementEvent[] {
  const about =
    before.stage !== 'FORCE' && now.stage === 'FORCE'
      ? 'ACTIVATION'
      : !hasEnded(before.stage) && hasEnded(now.stage)
        ? 'END'
        : all.some((e) => e.type === 'AgreementAmended')
          ? 'AMENDMENT'
          : null;
  const told = all.some((e) => e.type === 'CommitteeNotified' && e.payload.about === about);
  return about === null || told ? [] : [committeeNotified(about)];
}
