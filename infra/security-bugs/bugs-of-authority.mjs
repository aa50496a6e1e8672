// Who may do what and see what: safeguards of the policy, of people and delegation, of the rows.
// Each bug: edits (a file, a piece that stands there once, what stands in its place) and the spec that must notice.

const ACCESS = 'libs/domain/src/kernel/access.ts';
const STANDING = 'libs/domain/src/people/standing.ts';
const READING = 'libs/read-model/src/reading-as.ts';
const COMMANDS = 'apps/api/src/commands/service.ts';
const api = (spec) => ({ part: 'apps/api', spec, int: true });
const EDGE_TESTS = api('auth/hardening.int.spec');
const POLICY_TESTS = { part: 'libs/domain', spec: 'policy/policy.spec' };
const PEOPLE_TESTS = { part: 'libs/domain', spec: 'people/people.spec' };
const STANDING_TESTS = { part: 'libs/domain', spec: 'people/standing.spec' };
const ROW_TESTS = { part: 'libs/engine', spec: 'row-security.int.spec', int: true };

const WHATEVER_IS_SEEN = [
  'await loadStateToAct(asRead(this.resources.db), caller, agreement, reach)',
  'await loadState(asRead(this.resources.db), agreement)',
];

export const BUGS_OF_AUTHORITY = [
  {
    name: 'any body counts as the lead',
    edits: [
      [ACCESS, 'return member !== null && member === state.lead;', 'return member !== null;'],
    ],
    tests: POLICY_TESTS,
  },
  {
    name: 'a desk without committees looks after all',
    edits: [[ACCESS, "(relation !== 'OWN_COMMITTEE' || g.committees !== undefined) &&", '']],
    tests: POLICY_TESTS,
  },
  {
    name: 'the role is not asked for',
    edits: [
      [
        'libs/domain/src/kernel/access.ts',
        'row.roles.find((r) => own.includes(r))',
        'row.roles[0]',
      ],
    ],
    tests: POLICY_TESTS,
  },
  {
    name: 'a TMB decision without a fresh proof',
    edits: [
      [
        'libs/domain/src/agreement/approval/ballot.ts',
        "stepUp: true,\n  allowed: [{ roles: ['TMB_SEC'], ...inBallot }],\n  shape: object({\n    basis",
        "allowed: [{ roles: ['TMB_SEC'], ...inBallot }],\n  shape: object({\n    basis",
      ],
    ],
    tests: POLICY_TESTS,
  },
  {
    name: 'no fresh proof is ever demanded',
    edits: [[COMMANDS, 'stepUp === true && !caller.stepUp', 'false']],
    tests: EDGE_TESTS,
  },
  {
    name: 'somebody who was ended keeps what the token says',
    edits: [
      [STANDING, 'return { ...claims, member, grants: kept, former: true };', 'return claims;'],
    ],
    tests: STANDING_TESTS,
  },
  {
    name: 'who was ended is still named in agreements',
    edits: [[STANDING, 'grants: kept, former: true };', 'grants: kept };']],
    tests: STANDING_TESTS,
  },
  {
    name: 'the record shows every event of agreements',
    edits: [
      ['libs/engine/src/record-rows.ts', 'ELSE ${seesAgreement(AGREEMENT)} END', 'ELSE true END'],
    ],
    tests: { part: 'libs/engine', spec: 'record-rows.int.spec', int: true },
  },
  {
    name: 'what stands beside the controllers needs no policy',
    edits: [['apps/api/src/auth/raw-routes.ts', '!open && !served.has(place)', 'place === ""']],
    tests: { part: 'apps/api', spec: 'auth/route-policy.spec' },
  },
  {
    name: 'the database shows who was ended what names them',
    edits: [
      [
        'libs/domain/src/policy/visibility.ts',
        'principal.former === true ? null : principal.person',
        'principal.person',
      ],
    ],
    tests: ROW_TESTS,
  },
  {
    name: 'an invitation gives roles before the yes',
    edits: [[STANDING, "if (entry.state === 'INVITED') {", "if (entry.state === ('' as never)) {"]],
    tests: STANDING_TESTS,
  },
  {
    name: 'who left the body that named them signs an amendment',
    edits: [
      [
        'libs/domain/src/agreement/execution/amendment.ts',
        'of.person === person && of.side === sideOf(state, member)',
        'of.person === person && (of.side === sideOf(state, member) || true)',
      ],
    ],
    tests: { part: 'libs/domain', spec: 'agreement/negotiation/amending.spec' },
  },
  {
    name: 'who is only invited reads all the people of the body',
    edits: [
      [
        'libs/domain/src/people/decide.ts',
        'canSeeStaff(principal, { ...staff, people: {} })',
        'canSeeStaff(principal, staff)',
      ],
    ],
    tests: api('people/people.int.spec'),
  },
  {
    name: 'a receipt goes to whoever stands beside the desks',
    edits: [
      [
        'apps/api/src/record/case-file.controller.ts',
        'shownTo((await this.reader.open(caller, agreement)).sections);',
        'undefined;',
      ],
    ],
    tests: api('people/people.int.spec'),
  },
  {
    name: 'a delegation counts in the body of the counter-party',
    edits: [[STANDING, 'd.body === entry.body && ', '']],
    tests: STANDING_TESTS,
  },
  {
    name: 'a deputy acts for both sides',
    edits: [[ACCESS, 'return named.some((n) => n.side !== side);', 'return false;']],
    tests: STANDING_TESTS,
  },
  {
    name: 'one person sits on two seats',
    edits: [
      [
        'libs/domain/src/people/seats.ts',
        'new Set(roles.map((role) => SEATS[role])).size > 1',
        'false',
      ],
    ],
    tests: PEOPLE_TESTS,
  },
  {
    name: 'parts that a role does not read are shown',
    edits: [['libs/domain/src/policy/withheld.ts', '[phase]: left', '[phase]: state[phase]']],
    tests: api('agreements/withheld.int.spec'),
  },
  {
    name: 'row-level security is off',
    edits: [
      [
        'libs/read-model/src/row-security.ts',
        'ALTER TABLE read.${table} ENABLE ROW',
        'ALTER TABLE read.${table} DISABLE ROW',
      ],
    ],
    tests: ROW_TESTS,
  },
  {
    name: 'reads do not change to the reader’s role',
    edits: [
      [READING, "set_config('role', 'twinning_reader', true)", "set_config('x.y', 'z', true)"],
    ],
    tests: ROW_TESTS,
  },
  {
    name: 'what one reader may see stays with the connection',
    edits: [[READING, '${listOf(desk)}, true)', '${listOf(desk)}, false)']],
    tests: ROW_TESTS,
  },
  {
    name: 'a foreign agreement answers 403',
    edits: [
      [
        'apps/api/src/agreements/reader.ts',
        'await readingAs(asRead(db), caller, (trx) => loadState(trx, id))',
        'await loadState(asRead(db), id)',
      ],
      [
        'apps/api/src/agreements/reader.ts',
        "if (now === null || !canSee(caller, now)) throw new Problem('NOT_FOUND');",
        "if (now === null) throw new Problem('NOT_FOUND');\n    if (!canSee(caller, now)) throw new Problem('FORBIDDEN');",
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'a command tells that a foreign agreement exists',
    edits: [
      [
        COMMANDS,
        "if (typeof role !== 'string' && role.refused === 'NOT_FOUND') return new Problem('NOT_FOUND');",
        '',
      ],
      [COMMANDS, ...WHATEVER_IS_SEEN],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'a foreign id costs a command more than none (timing)',
    edits: [[COMMANDS, ...WHATEVER_IS_SEEN]],
    tests: api('auth/foreign-ids.int.spec'),
  },
  {
    name: 'a calendar goes on for somebody who was ended',
    edits: [
      [
        'apps/api/src/documents/calendar.controller.ts',
        'await this.standings.now(feed.principal as unknown as Principal)',
        'feed.principal as unknown as Principal',
      ],
    ],
    tests: api('documents/papers.int.spec'),
  },
  {
    name: 'an open stream goes on for somebody who was ended',
    edits: [
      [
        'apps/api/src/live/controller.ts',
        'caller: () => this.standings.now(caller),',
        'caller: () => Promise.resolve(caller),',
      ],
    ],
    tests: api('live/updates.int.spec'),
  },
  {
    name: 'anybody ends anybody’s session',
    edits: [
      [
        'libs/engine/src/own-sessions.ts',
        'WHERE person = ${person} AND ${HANDLE} = ${handle}',
        'WHERE ${HANDLE} = ${handle}',
      ],
    ],
    tests: api('session/own.int.spec'),
  },
];
