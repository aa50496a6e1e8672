import { spawn, type ChildProcess } from 'node:child_process';

// In a process of its own: server and clients would share one process's file handles, and one thread.
const CLIENTS = `
  const { connect } = require('node:net');
  const [port, count] = process.argv.slice(1).map(Number);
  let open = 0;
  const hold = () => {
    const socket = connect(port, '127.0.0.1', () => {
      open += 1;
      socket.write('POST /v1/agreements HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 60000\\r\\n');
      socket.once('close', () => { open -= 1; });
    });
    socket.on('error', () => undefined);
    socket.once('close', () => setTimeout(hold, 20));
    socket.resume();
  };
  let begun = 0;
  const more = setInterval(() => {
    for (let i = 0; i < 200 && begun < count; i += 1, begun += 1) hold();
    if (begun >= count) clearInterval(more);
  }, 10);
  setInterval(() => process.stdout.write(open + '\\n'), 100);
`;

/** So many connections that begin a request and never finish its head, each opened again when it is closed. */
export class SlowClients {
  open = 0;
  private readonly child: ChildProcess;

  constructor(port: number, count: number) {
    this.child = spawn(process.execPath, ['-e', CLIENTS, String(port), String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.open = Number(chunk.toString().trim().split('\n').at(-1));
    });
  }

  /** Waits until so many are open. */
  async until(count: number): Promise<void> {
    for (let left = 600; left > 0 && this.open < count; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (this.open < count) throw new Error(`Only ${String(this.open)} connections are open.`);
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
