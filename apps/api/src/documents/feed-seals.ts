import { rowKeys } from '@twinning/engine';
import type { RowSeals } from '@twinning/filing';
import type { Json } from '@twinning/event-log';

const KIND = 'feed';
const asJson = (says: object): Json => JSON.parse(JSON.stringify(says)) as Json;

/** The addresses of calendars are sealed with the keys of the data folder, as sessions are. */
export const feedSeals: RowSeals = {
  seal: (says) => rowKeys().seal(KIND, asJson(says)),
  isSealed: (says, seal) => rowKeys().isSealed(KIND, asJson(says), seal),
};
