import { preferredLanguage } from '@twinning/domain';
import { developmentKey, STEP_UP, type DemonstrationPerson } from '@twinning/identity';
import { createHash } from 'node:crypto';
import Provider, {
  interactionPolicy,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { developmentClients, MACHINES } from './clients.js';
import { asksForProof } from './interaction.js';
import { escaped, page, PAGE_HEADERS, TEXTS, type Texts } from './pages.js';

/** The API as a protected resource (RFC 8707): tokens for it are JWTs after RFC 9068 with its audience. */
const RESOURCE = 'urn:twinning:api';
const SCOPE = 'twinning';
const PROOF_SECONDS = 300;

function show(ctx: KoaContextWithOIDC, title: keyof Texts, main: (t: Texts) => string): void {
  const language = preferredLanguage(ctx.get('accept-language'));
  const t = TEXTS[language];
  for (const [name, value] of Object.entries(PAGE_HEADERS)) ctx.set(name, value);
  ctx.body = page(language, t[title], main(t));
}

/** A login that a fresh proof asks for is never answered from a session. */
function policyWithProof() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('step_up', 'a fresh proof of the person is asked for', (ctx) =>
        asksForProof(ctx.oidc.params ?? {}) && ctx.oidc.result?.login?.acr !== STEP_UP
          ? Check.REQUEST_PROMPT
          : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}

// A proof counts for the token of its own sign-in only: a refreshed token, or one from an old session, has none.
function provedAt(ctx: KoaContextWithOIDC): number | null {
  const source = ctx.oidc.entities.AuthorizationCode ?? ctx.oidc.entities.DeviceCode;
  const { acr, authTime } = (source ?? {}) as { acr?: string; authTime?: number };
  const isFresh = authTime !== undefined && Date.now() / 1000 - authTime < PROOF_SECONDS;
  return acr === STEP_UP && isFresh ? authTime : null;
}

export interface IssuerOptions {
  readonly issuer: string;
  readonly publicUrl: string;
  readonly audience: string;
  readonly dataFolder: string;
  readonly people: readonly DemonstrationPerson[];
}

/** The local start's own OpenID Connect provider, for the people of the demonstration. Its memory ends with it. */
export async function developmentProvider(options: IssuerOptions): Promise<Provider> {
  const { issuer, publicUrl, audience, dataFolder, people } = options;
  const key = await developmentKey(dataFolder);
  const person = (id: string | undefined) => people.find((p) => p.id === id);
  const configuration: Configuration = {
    jwks: { keys: [key] },
    clients: await developmentClients(publicUrl, dataFolder),
    scopes: ['openid', 'offline_access', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    acrValues: [STEP_UP],
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt', 'none'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 600,
      ClientCredentials: 600,
      DeviceCode: 600,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 12 * 3600,
      Session: 12 * 3600,
      Grant: 12 * 3600,
    },
    cookies: {
      keys: [
        createHash('sha256')
          .update(`cookies ${key.d ?? ''}`)
          .digest('base64url'),
      ],
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    clientBasedCORS: () => false,
    interactions: { url: (_, { uid }) => `/oidc/interaction/${uid}`, policy: policyWithProof() },
    findAccount: (_, id) => {
      const found = person(id);
      return found && { accountId: id, claims: () => ({ sub: id, name: found.name }) };
    },
    // The clients are our own: nobody is asked whether Twinning may speak to Twinning.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const known = session.grantIdFor(client.clientId);
      const old = known === undefined ? undefined : await provider.Grant.find(known);
      if (old !== undefined) return old;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid offline_access profile');
      grant.addResourceScope(RESOURCE, SCOPE);
      await grant.save();
      return grant;
    },
    extraTokenClaims(ctx, token) {
      const found = 'accountId' in token ? person(token.accountId) : undefined;
      if (found === undefined) {
        const machine = MACHINES[token.clientId ?? ''];
        return machine && { twinning_member: machine.member, twinning_roles: machine.grants };
      }
      const proved = provedAt(ctx);
      return {
        ...(found.member !== null && { twinning_member: found.member }),
        twinning_roles: found.roles,
        ...(proved !== null && { acr: STEP_UP, auth_time: proved }),
      };
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          show(
            ctx,
            'signOut',
            (t) => `${form}
<button form="op.logoutForm" name="logout" value="yes">${escaped(t.signOutNow)}</button>
<button form="op.logoutForm">${escaped(t.stay)}</button>`,
          );
        },
        postLogoutSuccessSource(ctx) {
          show(ctx, 'signedOut', () => '');
        },
      },
      deviceFlow: {
        enabled: true,
        userCodeInputSource(ctx, form, _, error) {
          show(
            ctx,
            'device',
            (t) => `<p>${escaped(error === undefined ? t.enterCode : t.wrongCode)}</p>
${form}
<button form="op.deviceInputForm">${escaped(t.goOn)}</button>`,
          );
        },
        userCodeConfirmSource(ctx, form, _, __, code) {
          show(
            ctx,
            'device',
            (t) => `<p>${escaped(t.confirmDevice)}</p><p><code>${escaped(code)}</code></p>
${form}
<button form="op.deviceConfirmForm">${escaped(t.goOn)}</button>
<button form="op.deviceConfirmForm" name="abort" value="yes">${escaped(t.cancel)}</button>`,
          );
        },
        successSource(ctx) {
          show(ctx, 'device', (t) => `<p>${escaped(t.deviceDone)}</p>`);
        },
      },
    },
    renderError(ctx, out) {
      show(ctx, 'signIn', (t) => `<p>${escaped(t.failed)}</p><p>${escaped(out.error)}</p>`);
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.proxy = publicUrl.startsWith('https:');
  return provider;
}
