import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What a connection goes through: `fair` passes everything; `cut` refuses and breaks; `stalled` takes bytes and passes
 * none; `slow` passes each piece `ms` later; `deaf` passes what clients send and loses what comes back; `trickle` passes
 * `bytes` a second each way; `mute` passes what servers send and loses what clients send; `unsteady` passes each piece after
 * a time of its own, and `share` of them hang until the weather changes; `lossy` loses this share of the pieces, each sent again later as TCP would.
 */
export type Weather =
  | { readonly kind: 'fair' | 'cut' | 'stalled' | 'deaf' | 'mute' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'trickle'; readonly bytes: number }
  | {
      readonly kind: 'unsteady';
      readonly ms: () => number;
      readonly share: number;
      readonly random: () => number;
    }
  | { readonly kind: 'lossy'; readonly share: number; readonly random: () => number };

interface Pipe {
  readonly client: Socket;
  readonly server: Socket;
  /** True once bytes of this connection were lost: it can never be repaired. */
  torn: boolean;
}

/** A TCP proxy on 127.0.0.1 between the product and a server, whose weather a test changes while connections are open. */
export class Proxy {
  private weather: Weather = { kind: 'fair' };
  private readonly pipes = new Set<Pipe>();
  private changed: (() => void)[] = [];
  private carriedBack = 0;
  private hindered = 0;
  /** Hears of the weather that has cleared. */
  touched: () => void = () => undefined;

  private constructor(
    private readonly listener: Server,
    private readonly target: { readonly port: number },
  ) {}

  /** `target.port` is read at each new connection: the server may come back on another port. */
  static async start(target: { readonly port: number }): Promise<Proxy> {
    const listener = createServer();
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(0, '127.0.0.1', resolve);
    });
    const proxy = new Proxy(listener, target);
    listener.on('connection', (client) => {
      proxy.open(client);
    });
    return proxy;
  }

  /** Bytes that came from the server since the last call. */
  takeCarriedBack(): number {
    const bytes = this.carriedBack;
    this.carriedBack = 0;
    return bytes;
  }

  /** Connections refused and pieces held up or lost since the last call: bad weather in which nobody went out shows nothing. */
  takeHindered(): number {
    const { hindered } = this;
    this.hindered = 0;
    return hindered;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Breaks what is open now; new connections are taken as before. */
  cut(): void {
    for (const pipe of this.pipes) destroy(pipe);
  }

  set(weather: Weather): void {
    this.weather = weather;
    if (weather.kind === 'cut') this.hindered += this.pipes.size;
    for (const pipe of this.pipes) if (weather.kind === 'cut' || pipe.torn) destroy(pipe);
    for (const wake of this.changed.splice(0)) wake();
    if (weather.kind === 'fair') this.touched();
  }

  async stop(): Promise<void> {
    this.set({ kind: 'cut' });
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private open(client: Socket): void {
    if (this.weather.kind === 'cut') {
      this.hindered += 1;
      client.destroy();
      return;
    }
    const server = connect({ port: this.target.port, host: '127.0.0.1' });
    const pipe: Pipe = { client, server, torn: false };
    this.pipes.add(pipe);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.pipes.delete(pipe);
        destroy(pipe);
      });
    }
    void this.pass(pipe, client, server, false);
    void this.pass(pipe, server, client, true);
  }

  private async pass(pipe: Pipe, from: Socket, to: Socket, back: boolean): Promise<void> {
    try {
      for await (const piece of from as AsyncIterable<Buffer>) {
        if (back) this.carriedBack += piece.length;
        await this.through(pipe, piece, to, back);
      }
    } catch {
      // A broken connection breaks on both sides.
    }
    destroy(pipe);
  }

  private async through(pipe: Pipe, piece: Buffer, to: Socket, back: boolean): Promise<void> {
    if (this.weather.kind !== 'fair') this.hindered += 1;
    while (this.weather.kind === 'stalled') await this.change();
    const { weather } = this;
    if ((weather.kind === 'deaf' && back) || (weather.kind === 'mute' && !back)) {
      pipe.torn = true;
      return;
    }
    if (weather.kind === 'slow') await pause(weather.ms);
    if (weather.kind === 'unsteady') {
      await (weather.random() < weather.share ? this.change() : pause(weather.ms()));
    }
    if (weather.kind === 'lossy') await lose(weather);
    if (weather.kind === 'trickle') {
      return this.trickle(piece, to, weather.bytes);
    }
    write(to, piece);
  }

  private async trickle(piece: Buffer, to: Socket, bytes: number): Promise<void> {
    let left = piece;
    while (left.length > 0 && this.weather.kind === 'trickle') {
      write(to, left.subarray(0, DROP));
      left = left.subarray(DROP);
      await pause((DROP * 1_000) / bytes);
    }
    write(to, left);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.changed.push(resolve));
  }
}

const DROP = 16;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A lost piece is sent again after TCP's least waiting time, each time lost again with the same odds and twice as late. */
async function lose({ share, random }: Extract<Weather, { kind: 'lossy' }>): Promise<void> {
  for (let wait = 200; random() < share; wait *= 2) await pause(wait);
}

function write(to: Socket, piece: Buffer): void {
  if (piece.length > 0 && !to.destroyed) to.write(piece);
}

function destroy({ client, server }: Pipe): void {
  client.destroy();
  server.destroy();
}
