import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { childEnvironment } from './launcher/apps.mjs';
import { buildAll } from './launcher/build.mjs';
import { openDataFolder } from './launcher/data-folder.mjs';
import { database, namesDatabase } from './launcher/servers.mjs';
import { backoff, describeEnd, Service } from './launcher/service.mjs';
import { tryLock } from './local/pid-lock.mjs';
import { processes } from './local/processes.mjs';
import { startTied } from './local/tied-process.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twinning-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a lock', () => {
  it('names its holder to whoever comes second, and is free again after release', () => {
    const file = join(folder, 'lock');
    const { lock } = tryLock(file);
    lock.describe({ api: 'http://here' });
    const { holder } = tryLock(file);
    assert.equal(holder.pid, process.pid);
    assert.equal(holder.api, 'http://here');
    lock.release();
    assert.ok(tryLock(file).lock);
  });

  it('of a process that has ended is taken over, though its number be in use', () => {
    const file = join(folder, 'lock');
    writeFileSync(file, JSON.stringify({ pid: process.pid, command: 'another program' }));
    assert.ok(tryLock(file).lock);
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid);
  });

  it('left by an earlier process of the same number and program is taken over', () => {
    const file = join(folder, 'lock');
    const { lock } = tryLock(file);
    const left = JSON.parse(readFileSync(file, 'utf8'));
    lock.release();
    writeFileSync(file, JSON.stringify(left));
    assert.ok(tryLock(file).lock);
    const other = join(folder, 'other');
    const parent = processes().find((p) => p.pid === process.ppid);
    const { pid, command, started } = parent;
    writeFileSync(other, JSON.stringify({ pid, command, started }));
    assert.equal(tryLock(other).holder?.pid, pid);
    writeFileSync(other, JSON.stringify({ pid, command, started: `${started}0` }));
    assert.ok(tryLock(other).lock);
  });
});

describe('a database of one’s own', () => {
  const launch = (env) => ({
    env,
    folder: { path: folder },
    host: '127.0.0.1',
    options: { port: 1 },
  });

  it('may be named by a file, which the programs then read themselves', () => {
    assert.equal(namesDatabase({}), false);
    assert.equal(namesDatabase({ DATABASE_URL: 'postgresql://x' }), true);
    const env = { DATABASE_URL_FILE: '/run/url', TWINNING_ADMIN_URL_FILE: '/run/admin' };
    assert.equal(namesDatabase(env), true);
    const child = childEnvironment(
      launch(env),
      { databaseUrl: 'postgresql://x' },
      { address: 'a' },
    );
    assert.equal(child.DATABASE_URL_FILE, '/run/url');
    assert.equal(child.DATABASE_URL, undefined);
    assert.equal(child.TWINNING_ADMIN_URL_FILE, undefined);
  });

  it('is never opened by the issuer that asks for no password, unless that was asked for', () => {
    const localIssuer = (env) =>
      childEnvironment(launch(env), { databaseUrl: 'postgresql://x' }, { address: 'a' })
        .TWINNING_LOCAL_ISSUER;
    assert.equal(localIssuer({ DATABASE_URL: 'postgresql://x' }), undefined);
    assert.equal(localIssuer({ DATABASE_URL_FILE: '/run/url' }), undefined);
    assert.equal(localIssuer({}), 'true');
  });

  it('is looked for at the address that the file holds', async () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgresql://nobody:hidden-word@127.0.0.1:1/none\n');
    await assert.rejects(database({ env: { DATABASE_URL_FILE: file } }), (error) => {
      assert.equal(error.code, 'databaseAway');
      assert.ok(!JSON.stringify([error.message, error.values]).includes('hidden-word'));
      return true;
    });
  });
});

describe('the data folder', () => {
  it('is never one with files of somebody else', () => {
    writeFileSync(join(folder, 'thesis.txt'), '');
    assert.throws(() => openDataFolder(folder, { own: false }), { code: 'notOurFolder' });
    assert.ok(existsSync(join(folder, 'thesis.txt')));
  });

  it('is known again by its marker, and emptied of everything but the lock', () => {
    const path = join(folder, 'data');
    const { folder: first } = openDataFolder(path, { own: false });
    first.record({ rate: 60 });
    first.close();
    const { folder: second } = openDataFolder(path, { own: false });
    assert.equal(second.facts.rate, 60);
    mkdirSync(join(path, 'person-keys'));
    second.empty();
    assert.ok(!existsSync(join(path, 'person-keys')));
    assert.deepEqual(second.facts, { format: 1 });
    assert.equal(openDataFolder(path, { own: false }).holder.pid, process.pid);
    second.close();
  });

  it('keeps the connections from other people, and forgets them when closed', () => {
    const { folder: data } = openDataFolder(join(folder, 'data'), { own: false });
    data.announce({ adminUrl: 'postgresql://secret' }, null);
    const file = join(folder, 'data', 'running.json');
    assert.match(readFileSync(file, 'utf8'), /secret/);
    data.close();
    assert.ok(!existsSync(file));
  });
});

describe('a service', () => {
  it('waits longer after each crash, up to half a minute', () => {
    assert.deepEqual([1, 2, 3, 4, 20].map(backoff), [500, 1_000, 2_000, 4_000, 30_000]);
  });

  it('says how a program ended, also when a shell stood between', () => {
    assert.equal(describeEnd({ code: 3, signal: null }), 'exit code 3');
    assert.equal(describeEnd({ code: 137, signal: null }), 'SIGKILL');
    assert.equal(describeEnd({ code: null, signal: 'SIGTERM' }), 'SIGTERM');
    assert.equal(describeEnd({ code: null, signal: null, error: new Error('gone') }), 'gone');
  });

  it('is started again when it ends by itself, and not when it is stopped', async () => {
    const crashes = [];
    const ends = [];
    const start = () => {
      let end;
      const exited = new Promise((resolve) => {
        end = () => resolve({ code: 1, signal: null });
      });
      ends.push(end);
      return Promise.resolve({ exited, stop: () => Promise.resolve(end()), kill: end });
    };
    const hooks = { onCrash: (crash) => crashes.push(crash), onRestart: () => undefined };
    const service = new Service('x', start, hooks);
    await service.start();
    ends[0]();
    while (ends.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await service.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(ends.length, 2);
    assert.deepEqual(
      crashes.map((c) => [c.crashes, c.wait]),
      [[1, 500]],
    );
  });
});

describe('a tied process', () => {
  it('gets its stop signal, and its end is told', async () => {
    const args = [
      '-e',
      `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 99); console.log('up')`,
    ];
    const logFile = join(folder, 'log');
    const child = await startTied(process.execPath, args, { env: process.env, logFile });
    while (!readFileSync(logFile, 'utf8').includes('up')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.equal((await child.stop()).code, 7);
  });

  it('ends what an earlier run left under the same name, and nothing else', async () => {
    const script = join(folder, 'left.mjs');
    writeFileSync(script, 'setInterval(() => {}, 99)');
    const options = { env: process.env, pidFile: join(folder, 'left.pid'), mark: script };
    const first = await startTied(process.execPath, [script], options);
    const second = await startTied(process.execPath, [script], options);
    assert.notEqual((await first.exited).code, 0);
    writeFileSync(options.pidFile, String(second.pid));
    const other = { ...options, mark: 'another program' };
    const third = await startTied(process.execPath, [script], other);
    assert.equal(await Promise.race([second.exited, 'runs']), 'runs');
    await Promise.all([second.stop(), third.stop()]);
  });
});

describe('the build', () => {
  const checkout = () => {
    for (const app of ['api', 'worker', 'cli']) {
      mkdirSync(join(folder, 'apps', app, 'src'), { recursive: true });
      writeFileSync(join(folder, 'apps', app, 'src', 'main.ts'), app);
    }
    mkdirSync(join(folder, 'libs', 'domain'), { recursive: true });
    mkdirSync(join(folder, 'workflows'));
    writeFileSync(join(folder, 'workflows', 'agreement.ts'), '1');
  };
  const build = async ({ code = 0 } = {}) => {
    const ran = [];
    const run = (args) => {
      const isSite = args[0].includes('console');
      ran.push(isSite ? 'site' : args[0].includes('nx') ? 'build' : 'bundle');
      for (const app of ['api', 'worker', 'cli']) {
        mkdirSync(join(folder, 'apps', app, 'dist'), { recursive: true });
        writeFileSync(join(folder, 'apps', app, 'dist', 'main.js'), '');
      }
      writeFileSync(join(folder, 'apps', 'worker', 'dist', 'workflow-bundle.cjs'), '');
      mkdirSync(join(folder, 'apps', 'console', 'dist', 'site'), { recursive: true });
      writeFileSync(join(folder, 'apps', 'console', 'dist', 'site', 'index.html'), '');
      return Promise.resolve(code);
    };
    const built = await buildAll({ checkout: folder, run, onBuild: () => ran.push('told') });
    return [built, ...ran];
  };

  it('does only what a change asks for', async () => {
    checkout();
    assert.deepEqual(await build(), [true, 'told', 'build', 'bundle', 'site']);
    assert.deepEqual(await build(), [true]);
    writeFileSync(join(folder, 'apps', 'api', 'src', 'main.ts'), 'new');
    writeFileSync(join(folder, 'apps', 'api', 'src', 'main.spec.ts'), 'new');
    assert.deepEqual(await build(), [true, 'told', 'build']);
    writeFileSync(join(folder, 'workflows', 'agreement.ts'), '2');
    assert.deepEqual(await build(), [true, 'told', 'build', 'bundle']);
    mkdirSync(join(folder, 'apps', 'console', 'src'), { recursive: true });
    writeFileSync(join(folder, 'apps', 'console', 'src', 'main.tsx'), '');
    assert.deepEqual(await build(), [true, 'told', 'build', 'site']);
    rmSync(join(folder, 'apps', 'api', 'dist'), { recursive: true });
    assert.deepEqual(await build(), [true, 'told', 'build']);
  });

  it('that failed is tried again', async () => {
    checkout();
    assert.deepEqual(await build({ code: 1 }), [false, 'told', 'build']);
    assert.deepEqual(await build(), [true, 'told', 'build', 'bundle', 'site']);
  });
});
