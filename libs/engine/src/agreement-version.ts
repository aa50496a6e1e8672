import type { Agreement } from '@twinning/domain';
import { loadState } from '@twinning/read-model';
import { asRead, type Db } from './database.js';
import { isOpen } from './fold-log.js';

/** Version of an agreement now, and whether anything is still awaited of it; version 0 when there is none. */
export async function agreementVersion(
  db: Db,
  agreement: string,
): Promise<{ readonly version: number; readonly open: boolean }> {
  const state: Agreement | null = await loadState(asRead(db), agreement);
  return state === null
    ? { version: 0, open: false }
    : { version: state.version, open: isOpen(state) };
}
