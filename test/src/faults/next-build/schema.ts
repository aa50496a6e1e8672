import { upcasters } from '@twinning/engine';

/**
 * A build that has changed what one event means: it writes `RequestEdited` in version 2 and reads both. Loaded into an app
 * before its own code (`node --import`), and called by a judge who is to read what such an app has written.
 */
export function knowNextSchema(): void {
  upcasters.RequestEdited = [(payload) => payload];
}

if (process.env.TWINNING_NEXT_BUILD === 'schema') knowNextSchema();
