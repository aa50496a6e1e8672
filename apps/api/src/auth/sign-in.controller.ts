import { Controller, Delete, Get, Logger, Param, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import { rememberName } from '@twinning/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Standings } from '../people/standings.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';
import { ATTEMPT_SECONDS, openAttempt, ownPath, sealAttempt } from './attempt-cookie.js';
import { Public } from './guard.js';
import { SignInRefused, type SignedIn } from './oidc-client.js';
import { isFromOwnPage, readCookie, setCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignIn, type Way } from './sign-in-parts.js';
import { HOME } from './trusted-issuers.js';
import { TrustedTokens } from './trusted-tokens.js';

const COOKIE = 'twinning-sign-in';

/** Whose roles only the token says must have one again after this: nothing else would tell that they were taken away. */
const UNLISTED_SECONDS = 3_600;

/** What the session keeps sealed beside the person. */
const kept = z.object({
  issuer: z.string().default(HOME),
  idToken: z.string().nullable(),
  name: z.string().nullable(),
});

/** The console's session (backend for frontend, RFC 9700): tokens stay here, the browser holds one cookie. */
@Public()
@Controller('v1/session')
export class SignInController {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly tokens: TrustedTokens,
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

  /** Where one may sign in, for those who choose. */
  @Get('issuers')
  issuers() {
    return { items: this.signIn.ways.map(({ id, name }) => ({ id, name })) };
  }

  @Get('login')
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('returnTo') returnTo: string | undefined,
    @Query('stepUp') stepUp: string | undefined,
    @Query('issuer') issuer: string | undefined,
  ): Promise<void> {
    const { publicUrl } = this.sessions;
    // The cookie belongs to the host the issuer sends the browser back to.
    if (request.headers.host !== new URL(publicUrl).host) {
      // What was asked for may name a host of its own (absolute form): only the question is taken from it.
      const { search } = new URL(request.url, publicUrl);
      void reply.redirect(new URL(`/v1/session/login${search}`, publicUrl).href, 303);
      return;
    }
    // A fresh proof is asked of the issuer that knows the person.
    const before = stepUp === undefined ? null : await this.sessions.of(request);
    const way = this.signIn.wayOf(issuer ?? secretOf(before?.secret ?? null)?.issuer);
    if (way === null) {
      if (issuer !== undefined) throw new Problem('NOT_FOUND');
      // The page of the sign-in shows the choice.
      void reply.header('Cache-Control', 'no-store').redirect(ownPath(returnTo), 303);
      return;
    }
    const key = await this.signIn.key();
    const { address, attempt } = await orAway(
      way.client.begin(ownPath(returnTo), stepUp !== undefined),
    );
    const options = { sameSite: 'Lax', maxAgeSeconds: ATTEMPT_SECONDS } as const;
    const replaces = this.sessions.markOf(request);
    const sealed = sealAttempt(key, { ...attempt, issuer: way.id, replaces });
    void reply
      .header('Set-Cookie', setCookie(publicUrl, COOKIE, sealed, options))
      .header('Cache-Control', 'no-store')
      .redirect(address, 303);
  }

  @Get(['callback', 'callback/:issuer'])
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('issuer') issuer: string | undefined,
  ): Promise<void> {
    const { publicUrl } = this.sessions;
    const key = await this.signIn.key();
    const attempt = openAttempt(key, readCookie(request, publicUrl, COOKIE) ?? '');
    const gone = setCookie(publicUrl, COOKIE, '', { sameSite: 'Lax', maxAgeSeconds: 0 });
    void reply.header('Set-Cookie', gone);
    // Back from the issuer where it began, or from nowhere.
    const way = attempt?.issuer === (issuer ?? HOME) ? this.signIn.wayOf(attempt.issuer) : null;
    if (attempt === null || way === null) throw new Problem('SIGN_IN_FAILED');
    const returned = new URL(request.url, publicUrl).searchParams;
    const who = await orAway(way.client.finish(returned, attempt));
    const said = await this.principalOf(who, way);
    // A token may call any sign-in a proof: it is one when one was asked for, and given after that (`finish`).
    const principal = { ...said, stepUp: said.stepUp && attempt.proofSince !== null };
    await this.keepName(principal.person, who.name);
    const { idToken, name } = who;
    await this.sessions.open(request, reply, principal, {
      secret: JSON.stringify({ issuer: way.id, idToken, name }),
      replaces: attempt.replaces,
      ...((await this.standings.isListed(principal.person))
        ? {}
        : { atMostSeconds: UNLISTED_SECONDS }),
    });
    const proof = principal.stepUp ? ', proved again' : '';
    this.logger.log(`${principal.person} signed in at ${way.id}${proof}`);
    void reply.redirect(attempt.returnTo, 303);
  }

  /** Signs out here; `logout` is where the browser ends the issuer's session too. */
  @Delete()
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { publicUrl } = this.sessions;
    const session = await this.sessions.of(request);
    if (session !== null && !isFromOwnPage(request, publicUrl)) throw new Problem('CROSS_SITE');
    await this.sessions.close(request, reply);
    const secret = secretOf(session?.secret ?? null);
    const client = this.signIn.wayOf(secret?.issuer)?.client;
    if (secret?.idToken == null || client === undefined) return { logout: null };
    const logout = await client.logoutAddress(secret.idToken, `${publicUrl}/`).catch(() => null);
    return { logout };
  }

  // The events bear a reference; the name lies sealed beside them, so that it can be erased.
  private async keepName(person: string, name: string | null): Promise<void> {
    const { db, log, continuity } = this.resources;
    // Whoever only reads signs in; the name is kept at a sign-in once the record goes on.
    if (name === null || continuity.fault !== null) return;
    await rememberName(db, log, { person, name, at: new Date().toISOString() });
  }

  // The issuer that was asked must have given both tokens, for one person.
  private async principalOf({ accessToken, subject }: SignedIn, way: Way): Promise<Principal> {
    try {
      const verified = await this.tokens.verify(accessToken);
      if (verified.subject === subject && verified.issuer === way.client.issuer)
        return verified.principal;
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
