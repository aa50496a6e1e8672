// Safeguards that are taken out one at a time, each with the spec that must notice. An edit is a piece of the source, which
// must stand there once, and what stands in its place.

const ACCESS = 'libs/domain/src/kernel/access.ts';
const VERIFIER = 'apps/api/src/auth/token-verifier.ts';
const TOKENS = 'apps/api/src/auth/trusted-tokens.ts';
const GUARD = 'apps/api/src/auth/guard.ts';
const CREATE = 'apps/api/src/create-app.ts';
const CLIENT = 'apps/api/src/auth/oidc-client.ts';
const TERMS = 'libs/identity/src/issuer-terms.ts';
const STANDING = 'libs/domain/src/people/standing.ts';
const SESSIONS = 'libs/engine/src/sessions.ts';
const READING = 'libs/read-model/src/reading-as.ts';
const COMMANDS = 'apps/api/src/commands/service.ts';

const api = (spec) => ({ part: 'apps/api', spec, int: true });
const TOKEN_TESTS = api('auth/tokens.int.spec');
const EDGE_TESTS = api('auth/hardening.int.spec');
const SIGN_IN_TESTS = api('auth/sign-in.int.spec');
const ISSUER_TESTS = api('auth/issuer/issuer.int.spec');
const BODY_TESTS = api('auth/brokered.int.spec');
const POLICY_TESTS = { part: 'libs/domain', spec: 'policy/policy.spec' };
const PEOPLE_TESTS = { part: 'libs/domain', spec: 'people/people.spec' };
const STANDING_TESTS = { part: 'libs/domain', spec: 'people/standing.spec' };
const ROW_TESTS = { part: 'libs/engine', spec: 'row-security.int.spec', int: true };
const SESSION_TESTS = { part: 'libs/engine', spec: 'sessions.int.spec', int: true };

/** @type {readonly {name: string, edits: readonly (readonly [string, string, string])[], tests: object}[]} */
export const BUGS = [
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
        'libs/domain/src/kernel/decide.ts',
        'definition.allowed.filter((row) => row.roles.includes(role))',
        'definition.allowed',
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
    edits: [[COMMANDS, 'definition.stepUp === true && !caller.stepUp', 'false']],
    tests: EDGE_TESTS,
  },
  {
    name: 'somebody who was ended keeps what the token says',
    edits: [
      [
        STANDING,
        "if (entry.state === 'ENDED') return { ...claims, member: null, grants: [] };",
        "if (entry.state === 'ENDED') return claims;",
      ],
    ],
    tests: STANDING_TESTS,
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
    edits: [
      ['libs/domain/src/policy/withheld.ts', '[phase]: empty[phase]', '[phase]: state[phase]'],
    ],
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
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'alg none is accepted',
    edits: [
      [
        TOKENS,
        'return verifier.verify(token);',
        "if (token.endsWith('.')) return { issuer: payload.iss, subject: payload.sub, principal: { person: payload.sub, member: null, grants: [], stepUp: false } };\n    return verifier.verify(token);",
      ],
    ],
    tests: TOKEN_TESTS,
  },
  {
    name: 'the audience is not looked at',
    edits: [[VERIFIER, '      audience,\n      algorithms', '      algorithms']],
    tests: TOKEN_TESTS,
  },
  {
    name: 'the issuer is not looked at',
    edits: [
      [TOKENS, "this.verifiers.get(payload.iss ?? '')", '[...this.verifiers.values()][0]'],
      [VERIFIER, '      issuer,\n      audience', '      audience'],
    ],
    tests: TOKEN_TESTS,
  },
  {
    name: 'an expired token counts for ten minutes more',
    edits: [[VERIFIER, 'clockTolerance: 5', 'clockTolerance: 600']],
    tests: TOKEN_TESTS,
  },
  {
    name: 'an ID token passes for an access token',
    edits: [
      [VERIFIER, "...(tokenType === 'at+jwt' && { typ: 'at+jwt' }),", ''],
      [VERIFIER, '    refuseIdToken(payload);\n', ''],
    ],
    tests: TOKEN_TESTS,
  },
  {
    name: 'an issuer speaks for any body',
    edits: [[TERMS, "if (!isItsOwn) throw new BeyondItsIssuer('member');", '']],
    tests: BODY_TESTS,
  },
  {
    name: 'the same name at two issuers is one person',
    edits: [[TERMS, 'const plain = `${prefix}.${sub}`;', 'const plain = sub;']],
    tests: BODY_TESTS,
  },
  {
    name: 'the issuer of an answer is not looked at (mix-up)',
    edits: [
      [
        CLIENT,
        'iss === null ? of.authorization_response_iss_parameter_supported : iss !== issuer',
        'false',
      ],
    ],
    tests: BODY_TESTS,
  },
  {
    name: 'the state of an answer is not looked at',
    edits: [[CLIENT, "returned.get('state') !== attempt.state", 'false']],
    tests: BODY_TESTS,
  },
  {
    name: 'the nonce of an ID token is not looked at',
    edits: [[CLIENT, 'nonce !== attempt.nonce', 'false']],
    tests: BODY_TESTS,
  },
  {
    name: 'PKCE is not asked for',
    edits: [
      [
        'apps/api/src/auth/issuer/provider.ts',
        'pkce: { required: () => true }',
        'pkce: { required: () => false }',
      ],
    ],
    tests: ISSUER_TESTS,
  },
  {
    name: 'other sites act with the session (CSRF)',
    edits: [
      [
        'apps/api/src/auth/session-cookie.ts',
        "const site = request.headers['sec-fetch-site'];",
        "const site = request.headers['sec-fetch-site'];\n  if (publicUrl !== '') return true;",
      ],
    ],
    tests: SIGN_IN_TESTS,
  },
  {
    name: 'a script reads the session’s cookie',
    edits: [['apps/api/src/auth/session-cookie.ts', "    'HttpOnly',\n", '']],
    tests: SIGN_IN_TESTS,
  },
  {
    name: 'the old session lives on after a sign-in (fixation)',
    edits: [
      ['apps/api/src/auth/sessions.ts', 'await this.endOld(request);\n    const id', 'const id'],
    ],
    tests: SIGN_IN_TESTS,
  },
  {
    name: 'the sign-in sends the browser anywhere (open redirect)',
    edits: [
      [
        'apps/api/src/auth/attempt-cookie.ts',
        String.raw`given !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(given) && given.length < 500 ? given : '/'`,
        "given ?? '/'",
      ],
    ],
    tests: SIGN_IN_TESTS,
  },
  {
    name: 'sessions without end',
    edits: [
      [
        SESSIONS,
        'AND idle_until > clock_timestamp() AND expires_at > clock_timestamp()`.execute(this.db);\n    const [row]',
        '`.execute(this.db);\n    const [row]',
      ],
    ],
    tests: SESSION_TESTS,
  },
  {
    name: 'session ids lie readable in the database',
    edits: [[SESSIONS, "createHash('sha256').update(id).digest();", 'Buffer.from(id);']],
    tests: SESSION_TESTS,
  },
  {
    name: 'each process counts for itself (rate limit)',
    edits: [
      [
        'apps/api/src/limits/shared-limiter.ts',
        'keyPrefix: name,',
        'keyPrefix: `${name}${String(Math.random())}`,',
      ],
    ],
    tests: api('limits/shared-limiter.int.spec'),
  },
  {
    name: 'an encoded address passes the guard',
    edits: [
      [
        GUARD,
        "if (rule === 'PUBLIC') return true;\n    const request = context.switchToHttp().getRequest<FastifyRequest>();",
        "const request = context.switchToHttp().getRequest<FastifyRequest>();\n    if (rule === 'PUBLIC' || request.url.includes('%')) return true;",
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'a header of a proxy opens the guard',
    edits: [
      [
        GUARD,
        "if (rule === 'PUBLIC') return true;\n    const request = context.switchToHttp().getRequest<FastifyRequest>();",
        "const request = context.switchToHttp().getRequest<FastifyRequest>();\n    if (rule === 'PUBLIC' || request.headers['x-original-url'] === '/health/live') {\n      callers.set(request, { person: 'x', member: null, grants: [], stepUp: false });\n      return true;\n    }",
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'a token is written into the log',
    edits: [
      [
        GUARD,
        'await this.failures.count(address);',
        'await this.failures.count(address);\n      process.stdout.write(`bad token ${token}`);',
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'every origin may read (CORS)',
    edits: [
      [
        CREATE,
        ".header('X-Correlation-Id', correlationOf(request))",
        ".header('X-Correlation-Id', correlationOf(request))\n      .header('Access-Control-Allow-Origin', '*')",
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'inline scripts run (CSP unsafe-inline)',
    edits: [
      [CREATE, "'script-src': [\"'self'\"],", "'script-src': [\"'self'\", \"'unsafe-inline'\"],"],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'bodies of any depth are read',
    edits: [['apps/api/src/limits/depth.ts', 'if (depth > max) return true;', '']],
    tests: { part: 'apps/api', spec: 'limits/depth.spec' },
  },
  {
    name: 'reading a confidential document is not recorded',
    edits: [
      [
        'libs/engine/src/access-log.ts',
        'await this.db.transaction().execute(async (trx) => {',
        'if (kind !== undefined) return;\n    await this.db.transaction().execute(async (trx) => {',
      ],
    ],
    tests: api('people/people.int.spec'),
  },
  {
    name: 'text goes to Temporal with the command',
    edits: [
      ['libs/conductor/src/sender.ts', 'args: [command.id],', 'args: [JSON.stringify(command)],'],
    ],
    tests: { part: 'libs/conductor', spec: 'sender.spec' },
  },
  {
    name: 'a cell of a CSV runs as a formula',
    edits: [
      [
        'apps/console/src/screens/csv.ts',
        "FORMULA.test(value) ? `'${value}` : value",
        'FORMULA.test(value) ? value : value',
      ],
    ],
    tests: { part: 'apps/console', spec: 'screens/csv.spec' },
  },
  {
    name: 'a webhook reaches private addresses (SSRF)',
    edits: [
      [
        'apps/worker/src/outward/public-address.ts',
        "return excepted || parsed.range() === 'unicast';",
        "return excepted || parsed.range() !== '';",
      ],
    ],
    tests: { part: 'apps/worker', spec: 'outward/public-address.spec' },
  },
  {
    name: 'a name that stands for a private address is called (DNS rebinding)',
    edits: [
      [
        'apps/worker/src/outward/public-address.ts',
        'found.find(({ address }) => !isPublic(address, allowed))',
        'found.find(({ address }) => address === host && !isPublic(address, allowed))',
      ],
    ],
    tests: { part: 'apps/worker', spec: 'outward/public-address.spec' },
  },
  {
    name: 'the record signs on with a wrong key',
    edits: [
      [
        'libs/event-log/src/continuity.ts',
        'const present = (await keyChanges(db)).at(-1)?.key;',
        'if (signer.name !== undefined) return null;\n  const present = (await keyChanges(db)).at(-1)?.key;',
      ],
    ],
    tests: { part: 'libs/event-log', spec: 'continuity.int.spec', int: true },
  },
  {
    name: 'a value opens at a place it was not sealed for',
    edits: [
      [
        'libs/event-log/src/person-keys.ts',
        '.setAAD(Buffer.from(place));\n  return Buffer.concat',
        '.setAAD(Buffer.alloc(0));\n  return Buffer.concat',
      ],
      [
        'libs/event-log/src/person-keys.ts',
        '.setAAD(Buffer.from(place))\n    .setAuthTag',
        '.setAAD(Buffer.alloc(0))\n    .setAuthTag',
      ],
    ],
    tests: { part: 'libs/event-log', spec: 'fields.spec' },
  },
  {
    name: 'a clock that was set back decides',
    edits: [
      [
        'libs/engine/src/clock.ts',
        'Math.max(row.real.getTime(), head?.lockedAtMs ?? 0)',
        'row.real.getTime()',
      ],
    ],
    tests: { part: 'libs/engine', spec: 'standing.int.spec', int: true },
  },
];
