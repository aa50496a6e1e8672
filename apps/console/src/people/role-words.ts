import { useTexts } from '../i18n/own-texts.js';
import { useWords } from '../words.js';
import { hasCommittees } from './grants.js';
import { peopleTexts } from './texts.js';

interface Granted {
  readonly role: string;
  readonly committees?: 'ALL' | readonly number[] | undefined;
}

/** Roles in words, with how many committees they count for. */
export function useRoleWords(): (grants: readonly Granted[]) => string {
  const x = useTexts(peopleTexts);
  const word = useWords();
  return (grants) =>
    grants.length === 0
      ? x.noRoles
      : grants
          .map(({ role, committees }) =>
            hasCommittees(role)
              ? `${word(role, 'role')} (${
                  committees === 'ALL' ? x.ofAll : x.of(committees?.length ?? 0)
                })`
              : word(role, 'role'),
          )
          .join(', ');
}
