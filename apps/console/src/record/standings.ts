import type { Schemas } from '../api.js';
import type { Heading } from '../agreement/header.js';
import type { AgreementAnswer } from '../agreement/model.js';

/** An agreement as it stood at one of its versions. */
export type Standing = Heading & Pick<AgreementAnswer, 'duties'>;

/** Every version whole: each answer only says what differs from the version before. */
export function standingsOf(versions: Schemas['Versions']['items']): ReadonlyMap<number, Standing> {
  const all = new Map<number, Standing>();
  let then: object = {};
  for (const { version, changed } of versions) {
    then = { ...then, ...changed };
    all.set(version, then as Standing);
  }
  return all;
}
