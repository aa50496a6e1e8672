import type { Action } from '../agreement/model.js';
import type { Field } from './schema.js';
import type { TypedGroup } from './typed.js';

/** Fields that mean something only after another answer: the decider refuses them otherwise, and asks for them then. */
const ASKED_WHEN: Readonly<
  Record<string, Readonly<Record<string, (typed: TypedGroup) => boolean>>>
> = {
  DecideEscalation: {
    rule: ({ action }) => action === 'CONTINUE_WITH_WAIVER',
  },
  OpenEvaluation: {
    target: ({ kind }) => kind === 'LEADERSHIP',
    workingGroup: ({ kind, target }) => kind === 'LEADERSHIP' && target === 'CONVENOR',
  },
};

const isOffered = (choices: Action['choices'], value: string): boolean =>
  choices?.values.find((each) => each.value === value)?.allowed ?? true;

/** The fields as this agreement allows them: values that would be refused are left out, and so are fields without a sense. */
export function suited(
  command: string,
  fields: readonly Field[],
  choices: Action['choices'],
  typed: TypedGroup,
): readonly Field[] {
  const asked = ASKED_WHEN[command] ?? {};
  return fields.flatMap((field) => {
    const when = asked[field.name];
    if (when?.(typed) === false) return [];
    const whenAsked = when === undefined ? field : { ...field, required: true, nullable: false };
    if (field.name !== choices?.field) return [whenAsked];
    const offered = field.choices.filter((value) => isOffered(choices, value));
    // Only the schema is asked when the form is sent: a draft may hold a value from another day.
    return [{ ...whenAsked, choices: offered, schema: { ...field.schema, enum: offered } }];
  });
}

/** What is left out, with the reason. */
export const leftOut = (choices: Action['choices']) =>
  (choices?.values ?? []).filter(({ allowed }) => !allowed);
