import { pause, type Random } from '../faults/random.js';
import type { App } from '../support/processes.js';
import type { Application } from './application.js';

/** A fault that befalls each application alike, while clients are at work. */
export interface Fault {
  readonly title: string;
  readonly inject: (application: Application, random: Random) => Promise<void>;
}

const crash = async ({ processes }: Application, app: App): Promise<void> => {
  await processes.kill(app);
  processes.run(app);
};

export const faults: readonly Fault[] = [
  {
    title: 'worker killed (−9) four times',
    inject: async (application, random) => {
      for (let n = 0; n < 4; n += 1) {
        await pause(random.between(500, 2_500));
        await crash(application, 'worker');
      }
    },
  },
  {
    title: 'API killed (−9) four times',
    inject: async (application, random) => {
      for (let n = 0; n < 4; n += 1) {
        await pause(random.between(500, 2_000));
        await crash(application, 'api');
      }
    },
  },
  {
    title: 'PostgreSQL killed and started again, twice',
    inject: async ({ servers }, random) => {
      for (let n = 0; n < 2; n += 1) {
        await pause(random.between(1_000, 2_500));
        await servers.stopDatabase();
        await servers.startDatabase();
      }
    },
  },
  {
    title: 'Temporal killed and started again, twice',
    inject: async ({ servers }, random) => {
      for (let n = 0; n < 2; n += 1) {
        await pause(random.between(1_000, 2_500));
        await servers.stopTemporal();
        await servers.startTemporal();
      }
    },
  },
  {
    title: 'Temporal restored from a backup that is some seconds old',
    inject: async ({ servers }, random) => {
      await servers.stopTemporal();
      await servers.keep('temporal');
      await servers.startTemporal();
      await pause(random.between(6_000, 8_000));
      await servers.stopTemporal();
      await servers.restore('temporal');
      await servers.startTemporal();
    },
  },
  {
    title: 'Temporal’s store lost altogether',
    inject: async ({ servers }, random) => {
      await pause(random.between(4_000, 6_000));
      await servers.stopTemporal();
      await servers.forgetTemporal();
      await servers.startTemporal();
    },
  },
];
