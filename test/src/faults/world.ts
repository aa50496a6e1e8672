import { Product } from '../support/product.js';
import { OwnServers } from '../support/servers.js';
import { RandomClient } from './client.js';
import { layDeadlines, untilDeadlinesLieAhead } from './deadlines.js';
import { Ledger, type Entry } from './ledger.js';
import { pause, type Random } from './random.js';

/** Low, so that every scenario has workflows that continue as new while commands are under way. */
const CONTINUE_AFTER = 60;
const CLIENTS = 5;
const PATIENCE_MS = 75_000;
/** No fault keeps everything away for so long. */
const WAITING_MS = 300_000;

/** One product on servers of its own, with random clients at work. */
export class World {
  private constructor(
    readonly servers: OwnServers,
    readonly product: Product,
  ) {}

  static async start(more: NodeJS.ProcessEnv = {}): Promise<World> {
    const servers = await OwnServers.start({
      'limit.historyCount.suggestContinueAsNew': CONTINUE_AFTER,
    });
    const product = await Product.start({
      servers,
      env: {
        TWINNING_SWEEP_MS: '500',
        TWINNING_COMPARE_MS: '2000',
        TWINNING_COMMAND_WAIT_MS: '3000',
        TWINNING_REFUSALS_PER_MINUTE: '100000',
        TWINNING_REQUESTS_PER_MINUTE: '1000000',
        TWINNING_OPEN_REQUESTS_PER_MINUTE: '1000000',
        ...more,
      },
    });
    product.processes.supervise();
    return new World(servers, product);
  }

  stop(): Promise<void> {
    return this.product.stop();
  }

  /** Runs a scenario with clients at work from before its first to after its last fault. */
  async during(random: Random, scenario: (scene: Scene) => Promise<void>): Promise<Scene> {
    const scene = new Scene(this, random);
    const clients = scene.startClients(CLIENTS);
    try {
      await untilDeadlinesLieAhead(scene);
      scene.begin();
      await scenario(scene);
      await scene.calm();
    } finally {
      this.product.processes.touched = () => undefined;
      this.servers.touched = () => undefined;
      await clients.stop();
    }
    return scene;
  }
}

/** One scenario in progress. */
export class Scene {
  readonly ledger = new Ledger();
  /** Milliseconds from the end of the last fault to the first success (I10). */
  recoveredInMs = 0;
  /** When the first fault could begin, when the last one ended (a kill, a restart, a line that is fair again), and when calm was waited for. */
  beganAt = Date.now();
  faultAt = this.beganAt;
  calmAt = Infinity;
  private probe: Promise<Entry> | null = null;
  /** Milliseconds within which every command has its outcome, once what must be there for it is. */
  patienceMs = PATIENCE_MS;
  /** The scenario has workflows meet code through which they do not replay. */
  mayNotReplay = false;
  /** The scenario loses what a worker answers to Temporal: see `ANSWERED_TWICE`. */
  losesAnswers = false;
  /** The record's times come from a clock that was off: whether its deadlines fired in time the scenario judges itself. */
  recordedByAFalseClock = false;
  /** Agreements that the scenario has spoilt on purpose. */
  readonly spoilt = new Set<string>();

  constructor(
    readonly world: World,
    readonly random: Random,
  ) {}

  get product(): Product {
    return this.world.product;
  }

  get servers(): OwnServers {
    return this.world.servers;
  }

  client(number = 0, urls: readonly string[] = [this.product.url]): RandomClient {
    const { product, ledger, random } = this;
    return new RandomClient(number, product, ledger, random.fork(), urls, () => this.patienceMs);
  }

  /** From here on each fault that ends is noted, whoever ends it. */
  begin(): void {
    this.beganAt = Date.now();
    this.faultAt = this.beganAt;
    const hear = () => {
      this.mark();
    };
    this.product.processes.touched = hear;
    this.servers.touched = hear;
  }

  /** A fault ends now: the first success is awaited from here, whatever the scenario waits for itself. */
  mark(): void {
    this.faultAt = Date.now();
    this.probe = this.client(70).draft();
  }

  startClients(count: number): { stop(): Promise<void> } {
    let over = false;
    const isOver = () => over;
    const work = [
      ...Array.from({ length: count }, (_, i) => this.client(i + 1).workUntil(isOver)),
      layDeadlines(this, isOver),
    ];
    return {
      stop: async () => {
        over = true;
        await Promise.all(work);
      },
    };
  }

  /** While this work goes on no command can be carried out: the clients wait so much longer, and not more. */
  async away(work: () => Promise<void>): Promise<void> {
    const began = Date.now();
    this.patienceMs = PATIENCE_MS + WAITING_MS;
    try {
      await work();
    } finally {
      this.patienceMs = PATIENCE_MS + Date.now() - began;
    }
  }

  /** A random pause, in milliseconds. */
  async wait(from: number, to = from): Promise<void> {
    await pause(this.random.between(from, to));
  }

  /** The faults have ended: measures how long the first success took since the last one. */
  async calm(): Promise<void> {
    this.calmAt = Date.now();
    if (this.probe === null) this.mark();
    const first = await this.probe;
    this.recoveredInMs = first === null ? Infinity : first.to - this.faultAt;
    await pause(500);
  }
}
