import { bitRotRows } from './rows-bit-rot.js';
import type { Row } from './row.js';
import { contentionRows } from './rows-contention.js';
import { rebuildRows } from './rows-rebuild.js';
import { slowRows } from './rows-slow.js';
import { buildRows } from './rows-builds.js';
import { clockRows } from './rows-clocks.js';
import { databaseRows } from './rows-database.js';
import { failpointRows } from './rows-failpoints.js';
import { firstLookRows } from './rows-first-look.js';
import { fullDiskRows } from './rows-full-disk.js';
import { issuerRows } from './rows-issuer.js';
import { keyRows } from './rows-keys.js';
import { networkRows } from './rows-network.js';
import { oneTaskRows } from './rows-one-task.js';
import { outwardRows } from './rows-outward.js';
import { poisonRows } from './rows-poison.js';
import { processRows } from './rows-processes.js';
import { recordRows } from './rows-record.js';
import { restoreRows } from './rows-restore.js';

const numberOf = (row: Row): number => Number(/\d+/.exec(row.id)?.[0]);

/** The fault table F1–F34, in its order. */
export const rows: readonly Row[] = [
  ...processRows,
  ...oneTaskRows,
  ...firstLookRows,
  ...databaseRows,
  ...contentionRows,
  ...slowRows,
  ...rebuildRows,
  ...bitRotRows,
  ...fullDiskRows,
  ...networkRows,
  ...recordRows,
  ...poisonRows,
  ...buildRows,
  ...clockRows,
  ...keyRows,
  ...issuerRows,
  ...outwardRows,
  ...failpointRows,
  ...restoreRows,
].sort((a, b) => numberOf(a) - numberOf(b) || (a.id < b.id ? -1 : 1));
