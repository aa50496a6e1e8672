import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import { ENDED, isOneOf, type Stage } from '../../kernel/vocabulary.js';

/** Who hears of an arrangement (DIR 1.7, 1.8.3, 1.9.2). */
export const COMMITTEE_AND_CS = [
  'COMMITTEE_SECRETARIAT',
  'CHAIR',
  'COMMITTEE_MEMBERS',
  'ISO_CS',
] as const;

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
  return about === null || told
    ? []
    : [
        event('CommitteeNotified', {
          about,
          recipients: [...COMMITTEE_AND_CS, ...(about === 'AMENDMENT' ? ['TPM'] : [])],
        }),
      ];
}
