import type { App, Processes } from '../support/processes.js';
import type { OwnServers } from '../support/servers.js';

/** What became of a command as its client heard it; null when nothing was heard. */
export type Heard = { readonly version: number } | 'refused' | null;

/** One of the applications that the same faults befall: agreements with a version, commands with a key. */
export interface Application {
  readonly name: string;
  readonly servers: OwnServers;
  readonly processes: Processes;
  /** Opens so many agreements and answers their ids. */
  open(count: number): Promise<readonly string[]>;
  /** The version that a client reads; null when nobody answers. */
  read(agreement: string): Promise<number | null>;
  /** Sends a command on the version that its client saw. */
  send(agreement: string, key: string, saw: number): Promise<Heard>;
  /** Keys of the commands that were carried out, in their order, each as often as it was. */
  carriedOut(agreement: string): Promise<readonly string[]>;
  /** How often the places that keep the agreements contradict each other, once all is quiet. */
  contradictions(agreements: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

export type { App };
