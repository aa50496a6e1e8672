import { useTexts } from '../i18n/own-texts.js';
import { hasCommittees } from './grants.js';
import { peopleTexts } from './texts.js';

interface Granted {
  readonly role: string;
  readonly committees?: 'ALL' | readonly number[] | undefined;
}

/** Roles in words, with how many committees they count for. */
export function useRoleWords(): (grants: readonly Granted[]) => string {
  const x = useTexts(peopleTexts);
  const nameOf = (role: string) => x.roleNames[role] ?? role;
  return (grants) =>
    grants.length === 0
      ? x.noRoles
      : grants
          .map(({ role, committees }) =>
            hasCommittees(role)
              ? `${nameOf(role)} (${
                  committees === 'ALL' ? x.ofAll : x.of(committees?.length ?? 0)
                })`
              : nameOf(role),
          )
          .join(', ');
}
