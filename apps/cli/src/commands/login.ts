import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import type { Language } from '../messages/index.js';
import type { Tools } from '../tools.js';
import { LOGIN } from './login-texts.js';

const CLIENT = 'twinning-cli';
const FILE = 'signed-in.json';
const SCOPE = 'openid offline_access twinning';

const resource = z.object({ authorization_servers: z.array(z.url()).min(1) });
const metadata = z.object({
  issuer: z.url(),
  token_endpoint: z.url(),
  device_authorization_endpoint: z.url(),
  revocation_endpoint: z.url().optional(),
});
const device = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.url(),
  verification_uri_complete: z.url().optional(),
  expires_in: z.number(),
  interval: z.number().default(5),
});
const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
});
const signedIn = z.object({
  issuer: z.url(),
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  expiresAt: z.number(),
});
type SignedIn = z.infer<typeof signedIn>;

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

async function getJson(address: string, language: Language): Promise<unknown> {
  const t = LOGIN[language];
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new Failure(t.noAnswer(address), t.start);
  }
  if (!response.ok) throw new Failure(t.noAnswer(address), t.start);
  return response.json();
}

async function postForm(
  address: string,
  form: Record<string, string>,
): Promise<{ ok: boolean; body: unknown }> {
  const body = new URLSearchParams({ client_id: CLIENT, ...form });
  const response = await fetch(address, { method: 'POST', body });
  return { ok: response.ok, body: await response.json().catch(() => ({})) };
}

/** The issuer that is wanted, if the API trusts it; without a wish the first that it names. */
async function issuerOf(
  context: Context,
  language: Language,
  wanted?: string,
): Promise<z.infer<typeof metadata>> {
  const about = `${await context.url()}/.well-known/oauth-protected-resource`;
  const trusted = resource.parse(await getJson(about, language)).authorization_servers;
  const issuer = trusted.find((one) => wanted === undefined || one === wanted);
  if (issuer === undefined) throw new Failure(LOGIN[language].notTrusted(trusted.join(', ')));
  const found = metadata.safeParse(
    await getJson(`${issuer}/.well-known/openid-configuration`, language),
  );
  if (!found.success || found.data.issuer !== issuer) {
    throw new Failure(LOGIN[language].noDevice(issuer));
  }
  return found.data;
}

const fileOf = (context: Context): string => join(context.dataFolder, FILE);

async function keep(context: Context, issuer: string, given: unknown): Promise<SignedIn> {
  const { access_token, refresh_token, expires_in } = tokens.parse(given);
  const kept: SignedIn = {
    issuer,
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresAt: Date.now() + expires_in * 1000,
  };
  await mkdir(context.dataFolder, { recursive: true });
  const draft = `${fileOf(context)}.${String(process.pid)}`;
  await writeFile(draft, JSON.stringify(kept), { mode: 0o600 });
  await rename(draft, fileOf(context));
  return kept;
}

/** Signs a person in by the device flow (RFC 8628) and keeps the tokens in the data folder, readable by its owner only. */
async function login(tools: Tools, wanted: string | undefined): Promise<void> {
  const context = tools.context();
  const t = LOGIN[tools.language];
  const issuer = await issuerOf(context, tools.language, wanted);
  const asked = await postForm(issuer.device_authorization_endpoint, { scope: SCOPE });
  const { device_code, user_code, expires_in, interval, ...where } = device.parse(asked.body);
  const address = where.verification_uri_complete ?? where.verification_uri;
  tools.surroundings.err.write(`${t.confirm(address, user_code)}
`);
  let wait = interval;
  for (const end = Date.now() + expires_in * 1000; Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    const answer = await postForm(issuer.token_endpoint, { grant_type: DEVICE_GRANT, device_code });
    if (answer.ok) {
      await keep(context, issuer.issuer, answer.body);
      tools.output().result({ signedIn: true }, () => t.signedIn);
      return;
    }
    const { error } = z.object({ error: z.string().default('') }).parse(answer.body);
    if (error === 'slow_down') wait += 5;
    else if (error !== 'authorization_pending') {
      throw new Failure(t.refused(error), t.again);
    }
  }
  throw new Failure(t.tooLate, t.again);
}

/** Gives the tokens back to the issuer and forgets them. */
async function logout(tools: Tools): Promise<void> {
  const context = tools.context();
  const kept = await read(context, tools.language);
  await rm(fileOf(context), { force: true });
  if (kept?.refreshToken != null) {
    const { revocation_endpoint } = await issuerOf(context, tools.language, kept.issuer);
    if (revocation_endpoint !== undefined) {
      await postForm(revocation_endpoint, { token: kept.refreshToken });
    }
  }
  tools.output().result({ signedIn: false }, () => LOGIN[tools.language].signedOut);
}

async function read(context: Context, language: Language): Promise<SignedIn | null> {
  try {
    return signedIn.parse(JSON.parse(await readFile(fileOf(context), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Failure(LOGIN[language].unreadable(fileOf(context)), LOGIN[language].again);
  }
}

/** The bearer token of the person who signed in here, renewed when it is about to end. */
export async function ownToken(context: Context, language: Language): Promise<string> {
  const t = LOGIN[language];
  const kept = await read(context, language);
  if (kept === null) throw new Failure(t.nobody, t.first);
  if (kept.expiresAt > Date.now() + 30_000) return kept.accessToken;
  if (kept.refreshToken === null) throw new Failure(t.ended, t.again);
  const issuer = await issuerOf(context, language, kept.issuer);
  const renewed = await postForm(issuer.token_endpoint, {
    grant_type: 'refresh_token',
    refresh_token: kept.refreshToken,
  });
  if (!renewed.ok) throw new Failure(t.ended, t.again);
  return (await keep(context, kept.issuer, renewed.body)).accessToken;
}

export function registerLogin(program: Command, tools: Tools): void {
  const { about } = LOGIN[tools.language];
  program
    .command('login')
    .description(about.login)
    .option('--issuer <address>', about.issuer)
    .action(({ issuer }: { readonly issuer?: string }) => login(tools, issuer));
  program
    .command('logout')
    .description(about.logout)
    .action(() => logout(tools));
}
