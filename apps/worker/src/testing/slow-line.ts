import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  readonly address: string;
  close(): void;
}

/** A way to a server (`host:port`) on which everything takes so many milliseconds, there and back. */
export async function slowLine(to: string, delayMs: number): Promise<SlowLine> {
  const [host = '', port = ''] = to.split(':');
  const open = new Set<Socket>();
  const carry = (from: Socket, on: Socket) => {
    open.add(from);
    const later = (then: () => void) => setTimeout(then, delayMs);
    from.on('data', (bytes) => later(() => on.write(bytes)));
    from.on('error', () => on.destroy());
    from.on('close', () => {
      open.delete(from);
      later(() => on.destroy());
    });
  };
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    carry(near, far);
    carry(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
