// A build without the API's own filters: everybody passes every rule of a route and sees everything, as far as the product
// itself asks. What does not come out then, PostgreSQL keeps back (`apps/api/src/unguarded`).
import { transformerWith } from './planted.mjs';

const ACCESS = 'libs/domain/src/kernel/access.ts';

export const UNGUARDED = {
  name: 'no filter of its own',
  edits: [
    ['apps/api/src/auth/guard.ts', 'rule === null || !passes(rule, caller)', 'rule === null'],
    [ACCESS, 'sectionsFor(principal, state).length > 0;', 'true;'],
    [
      ACCESS,
      'return SECTIONS.filter((section) => views.some((view) => view.includes(section)));',
      'return views.length < 0 ? [] : SECTIONS;',
    ],
    [
      'libs/domain/src/policy/appellants.ts',
      'if (committee === null || canSee(principal, state)) return false;',
      'if (committee !== null) return true;',
    ],
    [
      'libs/domain/src/people/decide.ts',
      "principal.grants.some((g) => g.role === 'AUDITOR') || peopleRoleFor(principal, staff) !== null;",
      'true;',
    ],
    [
      'libs/domain/src/participation/access.ts',
      "if (within(to.desk, committee) || (to.own && to.member === member)) return 'ALL';",
      "if (member > 0 || to.own) return 'ALL';",
    ],
    [
      'libs/read-model/src/queries.ts',
      'const { person, member, desk, above, party, invited } = visibilityOf(principal);\n  return',
      'const { person, member, desk, above, party, invited } = visibilityOf(principal);\n  if (person !== undefined) return sql<SqlBool>`true`;\n  return',
    ],
  ],
};

export default transformerWith(UNGUARDED);
