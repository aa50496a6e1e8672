import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** How a receiver behaves towards one message. */
export type Mood = 'takes' | 'fails' | 'silent' | 'drips' | 'drops' | 'gone';

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** A receiver of webhooks that checks signatures and counts what it took, by `webhook-id`. */
export class WebhookReceiver {
  /** How often each id was taken: a receiver that de-duplicates keeps the keys. */
  readonly taken = new Map<string, number>();
  readonly forged: string[] = [];
  secret = '';

  private constructor(
    private readonly server: HttpServer,
    readonly url: string,
  ) {}

  static async start(mood: () => Mood): Promise<WebhookReceiver> {
    const server = createHttp((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const now = mood();
        if (now === 'takes' || now === 'drops') {
          receiver.take(body, request.headers as Record<string, string>);
        }
        if (now === 'takes') response.writeHead(204).end();
        else if (now === 'fails') response.writeHead(500).end();
        else if (now === 'gone') response.writeHead(410).end();
        else if (now === 'drops') response.destroy();
        else if (now === 'drips') {
          response.writeHead(200);
          const drip = setInterval(() => response.write('.'), 100);
          response.once('close', () => {
            clearInterval(drip);
          });
        }
      });
    });
    const port = await listening(server);
    const receiver = new WebhookReceiver(server, `http://127.0.0.1:${String(port)}/hook`);
    return receiver;
  }

  private take(body: string, headers: Record<string, string>): void {
    const id = headers['webhook-id'] ?? '';
    try {
      new Webhook(this.secret).verify(body, headers);
    } catch {
      this.forged.push(id);
    }
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** As much of SMTP (RFC 5321) as a client needs to hand over a message; counts what it took, by Message-ID. */
export class SmtpReceiver {
  readonly taken = new Map<string, number>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly open: Set<Socket>,
  ) {}

  static async start(mood: () => Mood): Promise<SmtpReceiver> {
    const open = new Set<Socket>();
    const server = createTcp((socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => open.delete(socket));
      receiver.converse(socket, mood());
    });
    const port = await listening(server);
    const receiver = new SmtpReceiver(server, `smtp://127.0.0.1:${String(port)}`, open);
    return receiver;
  }

  private converse(socket: Socket, mood: Mood): void {
    if (mood === 'silent') return;
    let message: string | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    if (mood === 'drips') {
      // One answer, a line at a time and without end: the client never hears nothing.
      const drip = setInterval(() => say('250-still'), 100);
      socket.once('close', () => {
        clearInterval(drip);
      });
      return;
    }
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (message !== null && line !== '.') message += `${line}\n`;
        else if (message !== null) {
          if (mood === 'takes' || mood === 'drops') this.take(message);
          message = null;
          if (mood === 'drops') socket.destroy();
          else say(mood === 'takes' ? '250 taken' : '451 later');
        } else if (/^DATA/i.test(line)) {
          message = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  }

  private take(message: string): void {
    const id = /^Message-ID:\s+<([^@]+)@/im.exec(message)?.[1] ?? '';
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
  }

  stop(): void {
    for (const socket of this.open) socket.destroy();
    this.server.close();
  }
}
