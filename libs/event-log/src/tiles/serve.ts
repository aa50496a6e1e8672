import { sql } from 'kysely';
import type { Connection } from '../connection.js';
import { TILE_WIDTH, treeLevel, type TileAddress } from './address.js';

/** The bytes of a tile as the log keeps them (32 per hash), or null while the log is too small for it. */
export async function readTile(db: Connection, tile: TileAddress): Promise<Buffer | null> {
  const first = tile.index * TILE_WIDTH;
  const { rows } = await sql<{ hash: Buffer }>`
    SELECT hash FROM log.node
     WHERE level = ${treeLevel(tile.level)} AND index >= ${first} AND index < ${first + tile.width}
     ORDER BY index`.execute(db);
  return rows.length === tile.width ? Buffer.concat(rows.map((row) => row.hash)) : null;
}
