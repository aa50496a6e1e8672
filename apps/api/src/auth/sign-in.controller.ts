import { Controller, Delete, Get, Logger, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import { rememberName } from '@twinning/engine';
import { STEP_UP } from '@twinning/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Standings } from '../people/standings.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { ATTEMPT_SECONDS, openAttempt, ownPath, sealAttempt } from './attempt-cookie.js';
import { Public } from './guard.js';
import { SignInRefused, type OidcClient, type SignedIn } from './oidc-client.js';
import { isFromOwnPage, readCookie, setCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { TokenVerifier } from './token-verifier.js';

const COOKIE = 'twinning-sign-in';

/** What the session keeps sealed beside the person. */
const kept = z.object({ idToken: z.string().nullable(), name: z.string().nullable() });

export interface SignInParts {
  readonly client: OidcClient;
  readonly key: Buffer;
}
export class SignIn {
  constructor(readonly parts: () => Promise<SignInParts>) {}
}

/** The console's session (backend for frontend, RFC 9700): tokens stay here, the browser holds one cookie. */
@Public()
@Controller('v1/session')
export class SignInController {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly verifier: TokenVerifier,
    private readonly standings: Standings,
    private readonly resources: Resources,
  ) {}

  /** Who is signed in here, for the console's first question. */
  @Get()
  async session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('Cache-Control', 'no-store');
    const session = await this.sessions.of(request);
    if (session === null) return { signedIn: false };
    const { person, member, grants, stepUp } = await this.standings.now(session.principal);
    const { idleUntil, expiresAt, stepUpUntil } = session;
    const name = nameIn(session.secret);
    return {
      ...{ signedIn: true, person, name, member, roles: grants, stepUp },
      ...{ idleUntil, expiresAt, stepUpUntil },
    };
  }

  @Get('login')
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('returnTo') returnTo: string | undefined,
    @Query('stepUp') stepUp: string | undefined,
  ): Promise<void> {
    const { publicUrl } = this.sessions;
    // The cookie belongs to the host the issuer sends the browser back to.
    if (request.headers.host !== new URL(publicUrl).host) {
      void reply.redirect(new URL(request.url, publicUrl).href, 303);
      return;
    }
    const { client, key } = await this.signIn.parts();
    const { address, attempt } = await orAway(
      client.begin(ownPath(returnTo), stepUp === undefined ? null : STEP_UP),
    );
    const options = { sameSite: 'Lax', maxAgeSeconds: ATTEMPT_SECONDS } as const;
    void reply
      .header('Set-Cookie', setCookie(publicUrl, COOKIE, sealAttempt(key, attempt), options))
      .header('Cache-Control', 'no-store')
      .redirect(address, 303);
  }

  @Get('callback')
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { publicUrl } = this.sessions;
    const { client, key } = await this.signIn.parts();
    const attempt = openAttempt(key, readCookie(request, publicUrl, COOKIE) ?? '');
    const gone = setCookie(publicUrl, COOKIE, '', { sameSite: 'Lax', maxAgeSeconds: 0 });
    void reply.header('Set-Cookie', gone);
    if (attempt === null) throw new Problem('SIGN_IN_FAILED');
    const returned = new URL(request.url, publicUrl).searchParams;
    const who = await orAway(client.finish(returned, attempt));
    const principal = await this.principalOf(who);
    await this.keepName(principal.person, who.name);
    await this.sessions.open(
      request,
      reply,
      principal,
      JSON.stringify({
        idToken: who.idToken,
        name: who.name,
      }),
    );
    void reply.redirect(attempt.returnTo, 303);
  }

  /** Signs out here; `logout` is where the browser ends the issuer's session too. */
  @Delete()
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { publicUrl } = this.sessions;
    const session = await this.sessions.of(request);
    if (session !== null && !isFromOwnPage(request, publicUrl)) throw new Problem('CROSS_SITE');
    await this.sessions.close(request, reply);
    const idToken = idTokenIn(session?.secret ?? null);
    if (idToken === null) return { logout: null };
    const { client } = await this.signIn.parts();
    const logout = await client.logoutAddress(idToken, `${publicUrl}/`).catch(() => null);
    return { logout };
  }

  // The events bear a reference; the name lies sealed beside them, so that it can be erased.
  private async keepName(person: string, name: string | null): Promise<void> {
    if (name === null) return;
    const { db, log } = this.resources;
    await rememberName(db, log, { person, name, at: new Date().toISOString() });
  }

  private async principalOf({ accessToken, subject }: SignedIn): Promise<Principal> {
    try {
      const principal = await this.verifier.verify(accessToken);
      if (principal.person === subject) return principal;
    } catch (error) {
      this.logger.warn(`access token: ${(error as { code?: string }).code ?? 'claims'}`);
    }
    throw new Problem('SIGN_IN_FAILED');
  }
}

async function orAway<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Problem(error instanceof SignInRefused ? 'SIGN_IN_FAILED' : 'ISSUER_AWAY');
  }
}

const secretOf = (secret: string | null) => {
  if (secret === null) return null;
  const parsed = kept.safeParse(JSON.parse(secret));
  return parsed.success ? parsed.data : null;
};
const nameIn = (secret: string | null): string | null => secretOf(secret)?.name ?? null;
const idTokenIn = (secret: string | null): string | null => secretOf(secret)?.idToken ?? null;
