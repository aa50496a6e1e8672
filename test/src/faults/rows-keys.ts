import { rememberName } from '@twinning/engine';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const folderOf = ({ product }: Scene): string => product.environment.TWINNING_DATA ?? '';

/** The record goes on while its key is another, and is signed by nobody then. */
async function signingKey(scene: Scene): Promise<void> {
  const { product } = scene;
  const file = join(folderOf(scene), 'log-signing-key');
  const checkpoint = () => fetch(`${product.url}/v1/record/checkpoint`);
  const signed = async (when: string): Promise<string> => {
    const answer = await checkpoint();
    demand(answer.status === 200, `F29: ${when}: no checkpoint (${String(answer.status)})`);
    return answer.text();
  };
  const restart = async () => {
    await product.kill('api');
    product.run('api');
    await product.ready();
  };
  const verifies = async (note: string) => {
    const held = join(folderOf(scene), 'held.txt');
    await writeFile(held, note);
    await product.cli('verify', '--checkpoint', held);
  };
  const first = await signed('before');
  const key = await readFile(file);
  for (const other of [null, randomBytes(32).toString('hex')]) {
    if (other === null) await rm(file);
    else await writeFile(file, other);
    await restart();
    const what = other === null ? 'missing' : 'wrong';
    const refused = await checkpoint();
    const { code } = (await refused.json().catch(() => ({}))) as { code?: string };
    demand(code === 'NOT_SIGNED', `F29: signed with a ${what} key (${String(refused.status)})`);
    const draft = await scene.client(98).draft();
    demand(
      draft.status === 201,
      `F29: a command while the key is ${what}: ${String(draft.status)}`,
    );
  }
  await writeFile(file, key);
  await restart();
  await verifies(await signed('put back'));
  await product.cli('record', 'rotate-key');
  demand((await checkpoint()).status === 503, 'F29: the old key signs after the rotation');
  await restart();
  await verifies(await signed('rotated'));
  await verifies(first);
}

/** A name that does not open is told by nobody and reported; with its key it is there again. */
async function personKey(scene: Scene): Promise<void> {
  const { product, random } = scene;
  const person = `someone-${String(random.seed)}`;
  const name = `Ölivia Öztürk ${String(random.seed)}`;
  const keys = new FilePersonKeys(join(folderOf(scene), 'person-keys'));
  const log = new EventLog(keys);
  await rememberName(product.db, log, { person, name, at: new Date().toISOString() });
  const tells = () =>
    product.cli('--json', 'persons', 'name', person).catch((error: Error) => error.message);
  const sound = () =>
    product.cli('check').then(
      () => true,
      () => false,
    );
  demand((await tells()).includes(name), 'F29: the name is not there');
  const file = join(folderOf(scene), 'person-keys', person);
  const key = await readFile(file);
  for (const what of ['missing', 'wrong'] as const) {
    if (what === 'missing') await rm(file);
    else await writeFile(file, randomBytes(32));
    const heard = await tells();
    demand(!heard.includes(name), `F29: a name opened with a ${what} key`);
    demand(
      what === 'missing' ? heard.includes('null') : heard.includes('does not open'),
      `F29: a ${what} key was told as: ${heard}`,
    );
    demand(!(await sound()), `F29: the check finds nothing when a person's key is ${what}`);
  }
  await writeFile(file, key);
  demand((await tells()).includes(name), 'F29: the name does not come back with its key');
  demand(await sound(), 'F29: the check finds something when the key is back');
}

export const keyRows: readonly Row[] = [
  {
    id: 'F29',
    title: 'key of the log missing, wrong, rotated; key of a person missing, wrong',
    inject: async (scene) => {
      await personKey(scene);
      await signingKey(scene);
    },
    spoils: true,
  },
];
