import type { Action, AgreementAnswer } from './model.js';
import type { Choice } from './prefill.js';

/** An item of the plan by its title; the id tells two of the same title apart. */
export const named = (value: string, title: string): Choice => ({
  value,
  text: `${title} (${value})`,
});

/** What can be succeeded is what the agreement names today. */
export function succeeded({ lead, twinned, committee }: AgreementAnswer) {
  const bodies = [lead, twinned].filter((body) => body !== null);
  return {
    '/body/old': bodies.map(({ member, acronym }) => ({
      value: String(member),
      text: acronym ?? String(member),
    })),
    '/committee/old':
      committee === null
        ? []
        : [{ value: String(committee.id), text: committee.reference ?? String(committee.id) }],
  };
}

/** Codes that only the service knows, with its words for them. */
export function knownTo(command: string, agreement: AgreementAnswer) {
  // Absent in answers that a browser kept from before it was told.
  const action: Partial<Pick<Action, 'known'>> | undefined = agreement.actions.find(
    (each) => each.command === command,
  );
  return Object.fromEntries((action?.known ?? []).map(({ field, values }) => [field, values]));
}
