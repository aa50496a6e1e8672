import { connect } from 'node:net';
import { FilesAway } from './bucket-vault.js';

/** Looks for malware in files before they are kept. */
export interface Scanner {
  /** Whether something was found; throws `FilesAway` when that cannot be said. */
  findsIn(bytes: Buffer): Promise<boolean>;
}

const CHUNK = 256 * 1024;
const WAIT_MS = 30_000;
const MOST_OF_ANSWER = 4_096;

/** The address of a scanner, `host:port`, the host of IPv6 in brackets. */
export const SCANNER_ADDRESS = /^(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/;

/** ClamAV's `clamd` over TCP (INSTREAM): the file goes there and back comes a verdict; what is no clean verdict is none. */
export class ClamdScanner implements Scanner {
  private readonly host: string;
  private readonly port: number;

  constructor(
    address: string,
    private readonly waitMs = WAIT_MS,
  ) {
    const [, host = '', port = ''] = SCANNER_ADDRESS.exec(address) ?? [];
    if (host === '') throw new Error(`${address} is no address of a scanner (host:port).`);
    this.host = host.replace(/^\[|\]$/g, '');
    this.port = Number(port);
  }

  async findsIn(bytes: Buffer): Promise<boolean> {
    const verdict = await this.ask(bytes).catch((error: unknown) => {
      throw new FilesAway('the scanner does not answer', error);
    });
    if (verdict === 'stream: OK') return false;
    if (/^stream: .+ FOUND$/.test(verdict)) return true;
    throw new FilesAway(`the scanner says "${verdict.slice(0, 100)}"`);
  }

  private ask(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, this.host);
      let said = '';
      const timer = setTimeout(() => {
        socket.destroy(new Error('no answer in time'));
      }, this.waitMs);
      socket.setEncoding('latin1');
      socket.on('data', (text) => {
        said += String(text);
        if (said.length > MOST_OF_ANSWER) socket.destroy(new Error('too long an answer'));
        else if (said.includes('\0')) socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => {
        clearTimeout(timer);
        const end = said.indexOf('\0');
        if (end < 0) reject(new Error('the answer breaks off'));
        else resolve(said.slice(0, end));
      });
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(sizeOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(sizeOf(0));
    });
  }
}

const sizeOf = (length: number): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
};
