import type { Principal } from '@twinning/domain';
import { sessionMark, type NewSession, type Session, type SessionStore } from '@twinning/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { deviceOf } from '../session/device.js';
import { isFromOwnPage, readCookie, setCookie } from './session-cookie.js';

const COOKIE = 'twinning-session';
/** What a session begins with besides its person; `replaces` is the mark of the one that ends with it. */
export type Opening = Pick<NewSession, 'secret' | 'atMostSeconds'> & {
  readonly replaces?: string | null;
};

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** The console's sessions as requests and answers carry them: a cookie that only the server can read. */
export class Sessions {
  /** By the mark of their session. */
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(
    private readonly store: SessionStore,
    readonly publicUrl: string,
    /** Hears of everybody who signs in, before they are in. */
    private readonly onSignIn: (principal: Principal) => Promise<void> = () => Promise.resolve(),
  ) {}

  /** The session of this request; null when there is none, or no more. */
  async of(request: FastifyRequest): Promise<Session | null> {
    const id = readCookie(request, this.publicUrl, COOKIE);
    return id === null ? null : this.store.find(id);
  }

  /** The id of the session that this request came with; null when it brought none. */
  idOf(request: FastifyRequest): string | null {
    return readCookie(request, this.publicUrl, COOKIE);
  }

  /** The mark of the session that this request came with. */
  markOf(request: FastifyRequest): string | null {
    const id = this.idOf(request);
    return id === null ? null : sessionMark(id);
  }

  /** Whether a session still stands; asking does not prolong it. */
  stands(id: string): Promise<boolean> {
    return this.store.stands(id);
  }

  /** Calls `onEnd` when the session is ended through this process; answers how to stop watching. */
  watch(id: string, onEnd: () => void): () => void {
    const mark = sessionMark(id);
    const watchers = this.watchers.get(mark) ?? new Set();
    this.watchers.set(mark, watchers.add(onEnd));
    return () => {
      watchers.delete(onEnd);
      if (watchers.size === 0) this.watchers.delete(mark);
    };
  }

  /** Tells whoever watches sessions that were ended elsewhere, by their marks. */
  ended(marks: readonly string[]): void {
    for (const mark of marks) for (const onEnd of [...(this.watchers.get(mark) ?? [])]) onEnd();
  }

  /** The caller by their session; throws `CROSS_SITE` when another site's page tries to change something. */
  async callerOf(request: FastifyRequest): Promise<Principal | null> {
    const session = await this.of(request);
    if (session === null) return null;
    if (!SAFE.includes(request.method) && !isFromOwnPage(request, this.publicUrl)) {
      throw new Problem('CROSS_SITE');
    }
    return session.principal;
  }

  /**
   * Signs a person in under a new id (no fixation). The session that this replaces ends: the one of the cookie that came
   * along, and the one that the sign-in began with. From another site's page no browser sends that cookie.
   */
  async open(
    request: FastifyRequest,
    reply: FastifyReply,
    principal: Principal,
    { replaces = null, ...kept }: Opening = {},
  ): Promise<void> {
    const device = deviceOf(request.headers['user-agent']);
    await this.onSignIn(principal);
    await this.endOld(this.markOf(request), replaces);
    const id = await this.store.create({ principal, device, ...kept });
    void reply
      .header('Set-Cookie', setCookie(this.publicUrl, COOKIE, id, { sameSite: 'Strict' }))
      .header('Cache-Control', 'no-store');
  }

  /** Signs out here: the session is gone from the server, and the cookie from the browser. */
  async close(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.endOld(this.markOf(request));
    const gone = setCookie(this.publicUrl, COOKIE, '', { sameSite: 'Strict', maxAgeSeconds: 0 });
    void reply.header('Set-Cookie', gone).header('Cache-Control', 'no-store');
  }

  private async endOld(...marks: readonly (string | null)[]): Promise<void> {
    for (const mark of marks) {
      if (mark === null) continue;
      await this.store.endMarked(mark);
      this.ended([mark]);
    }
  }
}
