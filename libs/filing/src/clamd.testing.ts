import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What of a file a scanner takes for malware in tests. */
export const HARMFUL = 'twinning-test-malware';

/** Speaks as ClamAV's `clamd` does: takes INSTREAM, reads every chunk to the empty one, gives a verdict. */
export class ClamdUnderTest {
  /** Said instead of a verdict; null: the connection is left hanging; '' breaks it off. */
  says: string | null | undefined = undefined;
  /** Bytes of the files that were seen whole. */
  readonly seen: number[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ClamdUnderTest> {
    const server = createServer();
    const clamd = new ClamdUnderTest(server);
    server.on('connection', (socket) => {
      clamd.serve(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return clamd;
  }

  get address(): string {
    return `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const file = whole(bytes);
      if (file === null) return;
      this.seen.push(file.length);
      const verdict = file.includes(HARMFUL) ? 'stream: Test-Signature FOUND' : 'stream: OK';
      if (this.says === null) return;
      if (this.says === '') socket.destroy();
      else socket.end(`${this.says ?? verdict}\0`);
    });
  }
}

/** The file of a request that has arrived whole; null before. */
function whole(bytes: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (!bytes.subarray(0, command.length).equals(command)) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
