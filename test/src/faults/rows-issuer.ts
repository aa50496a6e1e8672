import { Issuer } from '../support/issuer.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const ASI = { id: 1529, acronym: 'ASI' };
/** A verified token is remembered for half a minute: what is asked of the keys must not come from there. */
const NEW_KEYS_AFTER_MS = 5_500;

/** Someone at the second API, whose issuer is the one that this row lets fall. */
class Visitor {
  constructor(
    private readonly api: string,
    private readonly issuer: Issuer,
  ) {}

  async read(token: string): Promise<{ status: number; again: string | null; code: unknown }> {
    const response = await fetch(`${this.api}/v1/tasks`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const body = (await response.json()) as { code?: unknown };
    return { status: response.status, again: response.headers.get('retry-after'), code: body.code };
  }

  async expect(when: string, token: string, status: 200 | 401 | 503): Promise<void> {
    const heard = await this.read(token);
    demand(
      heard.status === status,
      `F30: ${when}: ${String(heard.status)} ${String(heard.code)}, not ${String(status)}`,
    );
    demand(status !== 503 || heard.again !== null, `F30: ${when}: 503 without Retry-After`);
  }

  async signsIn(when: string, status: 303 | 503): Promise<void> {
    const response = await fetch(`${this.api}/v1/session/login`, { redirect: 'manual' });
    demand(
      response.status === status || (status === 303 && response.status === 302),
      `F30: ${when}: a sign-in was answered ${String(response.status)}`,
    );
  }

  token(forged = false): Promise<string> {
    return this.issuer.token(ASI, forged);
  }
}

async function issuerAway(scene: Scene): Promise<void> {
  const { product } = scene;
  const issuer = await Issuer.start();
  const restart = async () => {
    await product.kill('api2');
    return product.runSecondApi({ OIDC_ISSUER: issuer.url });
  };
  try {
    let visitor = new Visitor(await restart(), issuer);
    const first = await visitor.token();
    await visitor.expect('all well', first, 200);
    await visitor.signsIn('all well', 303);

    await issuer.away();
    await visitor.expect('away, a token seen before', first, 200);
    await visitor.expect('away, another token of the same key', await visitor.token(), 200);
    await issuer.addKey();
    await pause(NEW_KEYS_AFTER_MS);
    const second = await visitor.token();
    await visitor.expect('away, a token of a new key', second, 503);

    issuer.mood = scene.random.pick(['fails', 'silent']);
    await issuer.open();
    await visitor.expect(`${issuer.mood}, a token of a new key`, second, 503);
    visitor = new Visitor(await restart(), issuer);
    await visitor.expect(`${issuer.mood}, an API that has just started`, first, 503);
    await visitor.signsIn(issuer.mood, 503);

    issuer.mood = 'well';
    await visitor.expect('back, a token of the old key', first, 200);
    await visitor.expect('back, a token of the new key', second, 200);
    await visitor.signsIn('back', 303);
    await issuer.addKey();
    await pause(NEW_KEYS_AFTER_MS);
    await visitor.expect('rotated under it', await visitor.token(), 200);
    await visitor.expect('a forged token', await visitor.token(true), 401);
    issuer.retireKey();
    visitor = new Visitor(await restart(), issuer);
    await visitor.expect('a token of a key that was retired', first, 401);
    await visitor.expect('a token of a key that stays', second, 200);
  } finally {
    await product.kill('api2', 'SIGTERM');
    await issuer.away();
  }
}

export const issuerRows: readonly Row[] = [
  {
    id: 'F30',
    title: 'identity provider away, failing, silent; its keys rotated and retired',
    inject: issuerAway,
  },
];
