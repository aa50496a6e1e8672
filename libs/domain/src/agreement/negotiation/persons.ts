import type { Agreement } from '../../kernel/state.js';
import { SIDES, type Side } from '../../kernel/vocabulary.js';
import type { Hash } from './documents.js';
import type { PersonInText } from './state.js';

/** A person whom the text names, before the person is made a reference. */
export interface Named {
  readonly part: PersonInText['part'];
  readonly side: Side;
  readonly person: string;
  readonly cv: string | null;
}

/** Whom a text made of the state names: the persons of the request and, of the leadership types, the nominated ones. */
export function namedIn({ type, proposal: { form, nominees } }: Agreement): readonly Named[] {
  return SIDES.flatMap((side) => {
    const contact = side === 'LEAD' ? form.leadContact : form.twinnedContact;
    const nominee = type === 'P_MEMBER' ? undefined : nominees.find((n) => n.side === side);
    return [
      ...(nominee === undefined
        ? []
        : [{ part: 'NOMINEE' as const, side, person: nominee.person, cv: nominee.cv }]),
      ...(contact === null ? [] : [{ part: 'CONTACT' as const, side, person: contact, cv: null }]),
    ];
  });
}

/**
 * The reference by which a person stands in the text: it says no name, and whoever knows the person checks it. Its parts
 * are no secrets and nothing is mixed in: who knows the ids of persons, and for a nominated one the hash of the CV, can
 * try them one by one. Fixed for ever, as texts are (docs/signing.md).
 */
export const personReference = (
  agreement: string,
  { part, side, person, cv }: Named,
  hash: Hash,
): string => hash({ agreement, part, side, person, cv });

/** The persons by reference: those of the frozen text, and of a text that is still open those of today. */
export const personsInText = (state: Agreement, hash: Hash): readonly PersonInText[] =>
  state.negotiation.persons ??
  namedIn(state).map((named) => ({
    ...{ part: named.part, side: named.side },
    reference: personReference(state.id, named, hash),
  }));
