// Before a test run: a database server for each of its workers, which outlives the spec that uses it first.
import { giveServers } from '../local/postgres.mjs';

let takeBack = () => Promise.resolve();

export default async function start({ maxWorkers }) {
  takeBack = await giveServers(maxWorkers);
}

export const end = () => takeBack();
