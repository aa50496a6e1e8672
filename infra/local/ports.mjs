// Ports of the local servers, on 127.0.0.1 only. Node built-ins only.
import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

const bind = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });

// Below those that systems hand out for outgoing connections, one of which may take a port before its server does, or
// while it is restarted; above those that browsers refuse to visit.
const FROM = 12_000;
const TO = 32_000;
const TRIES = 50;

/** A port that was free a moment ago. */
export async function freePort() {
  for (let left = TRIES; left > 0; left -= 1) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) return port;
  }
  return bind(0, '127.0.0.1');
}

/** True when a server of ours could listen there now. */
export const isFree = (port, host = '127.0.0.1') =>
  bind(port, host).then(
    () => true,
    () => false,
  );

/** The port that `file` remembers when it is still free, else a free one, which is remembered from now on. */
export async function rememberedPort(file) {
  const known = Number(read(file));
  if (Number.isInteger(known) && known > 0 && (await isFree(known))) return known;
  const port = await freePort();
  writeFileSync(file, `${String(port)}\n`);
  return port;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
