// Tokens, sign-in, sessions and the edge of the service: their safeguards.
// Each bug: edits (a file, a piece that stands there once, what stands in its place) and the spec that must notice.

const VERIFIER = 'apps/api/src/auth/token-verifier.ts';
const TOKENS = 'apps/api/src/auth/trusted-tokens.ts';
const GUARD = 'apps/api/src/auth/guard.ts';
const ENTRANCE = 'apps/api/src/auth/entrance.ts';
const CREATE = 'apps/api/src/create-app.ts';
const CLIENT = 'apps/api/src/auth/oidc-client.ts';
const TERMS = 'libs/identity/src/issuer-terms.ts';
const SESSIONS = 'libs/engine/src/sessions.ts';
const api = (spec) => ({ part: 'apps/api', spec, int: true });
const TOKEN_TESTS = api('auth/tokens.int.spec');
const EDGE_TESTS = api('auth/hardening.int.spec');
const SIGN_IN_TESTS = api('auth/sign-in.int.spec');
const ISSUER_TESTS = api('auth/issuer/issuer.int.spec');
const BODY_TESTS = api('auth/brokered.int.spec');
const SESSION_TESTS = { part: 'libs/engine', spec: 'sessions.int.spec', int: true };

export const BUGS_OF_THE_EDGE = [
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
    name: 'an ID token of another client passes',
    edits: [[CLIENT, '      audience: clientId,\n', '']],
    tests: BODY_TESTS,
  },
  {
    name: 'the code of a sign-in follows the issuer anywhere',
    edits: [
      [
        CLIENT,
        "      // Code, verifier and proof are for this address: an answer that sends them on is a fault.\n      redirect: 'error',",
        '',
      ],
    ],
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
      ['apps/api/src/auth/sessions.ts', 'await this.endOld(this.markOf(request), replaces);', ''],
    ],
    tests: SIGN_IN_TESTS,
  },
  {
    name: 'real people sign in without https',
    edits: [
      [
        'apps/api/src/config.ts',
        'if (e.OIDC_ISSUER !== undefined || brokered.length > 0) demandHttps(publicUrl);',
        '',
      ],
    ],
    tests: { part: 'apps/api', spec: 'config.spec' },
  },
  {
    name: 'the cookie on https is neither Secure nor for this host alone',
    edits: [
      [
        'apps/api/src/auth/session-cookie.ts',
        "publicUrl.startsWith('https:')",
        "publicUrl.startsWith('htttps:')",
      ],
    ],
    tests: { part: 'apps/api', spec: 'auth/session-cookie.spec' },
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
    name: 'the host of a request names where the sign-in goes (open redirect)',
    edits: [
      [
        'apps/api/src/auth/sign-in.controller.ts',
        'new URL(`/v1/session/login${search}`, publicUrl).href',
        'new URL(request.url, publicUrl + search.slice(0, 0)).href',
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
        "if (rule === 'PUBLIC') {\n      // Nobody",
        "if (request.url.includes('%')) return true;\n    if (rule === 'PUBLIC') {\n      // Nobody",
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'a header of a proxy opens the guard',
    edits: [
      [
        GUARD,
        "if (rule === 'PUBLIC') {\n      // Nobody",
        "if (request.headers['x-original-url'] === '/health/live') {\n      callers.set(request, { person: 'x', member: null, grants: [], stepUp: false });\n      return true;\n    }\n    if (rule === 'PUBLIC') {\n      // Nobody",
      ],
    ],
    tests: EDGE_TESTS,
  },
  {
    name: 'attempts to get round leave no line',
    edits: [
      [
        'apps/api/src/problems/filter.ts',
        'this.refusals.tell(problem.code, request);',
        "if (problem.code === 'INTERNAL') this.refusals.tell(problem.code, request);",
      ],
    ],
    tests: api('process-log.int.spec'),
  },
  {
    name: 'a fault tells the inside',
    edits: [
      [
        'apps/api/src/problems/filter.ts',
        '        detail: filled(help, problem.details),\n        details: problem.details,',
        '        detail: `${help} ${String((error as Error | undefined)?.message)}`,\n        details: problem.details,',
      ],
    ],
    tests: { part: 'apps/api', spec: 'problems/filter.spec' },
  },
  {
    name: 'a token is written into the log',
    edits: [
      [
        ENTRANCE,
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
    name: 'no budget where nobody signs in',
    edits: [
      [
        GUARD,
        'if (isCounted(...at)) await takeRequest(this.openBudget, networkOf(request.ip), reply);',
        '',
      ],
    ],
    tests: api('limits/open-budget.int.spec'),
  },
  {
    name: 'large files are read before anybody is asked who sends them',
    edits: [
      [
        'apps/api/src/documents/uploads.ts',
        'if (takesFiles(request.routeOptions.url)) await claimed(request, reply);',
        '',
      ],
    ],
    tests: api('documents/uploads.int.spec'),
  },
  {
    name: 'what has expired counts while the clock is behind',
    edits: [[VERIFIER, 'currentDate: new Date(now),', '']],
    tests: api('auth/fail-closed.int.spec'),
  },
];
