import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { armFailpoints, within } from '@twinning/engine';
import { readConfig } from './config.js';
import { createApp } from './create-app.js';
import { Resources } from './resources.js';

const config = readConfig(process.env);
const logger = new Logger('api');
armFailpoints(config.failpoints);
const resources = await Resources.open(config, (error, next) => {
  const why = error instanceof Error ? error.message : String(error);
  logger.warn(`PostgreSQL does not answer (${why}); again in ${String(next)} ms`);
});
const app = await createApp(config, resources);
await app.listen({ host: config.host, port: config.port });
logger.log(`ready at ${config.publicUrl}`);

/** Longer than any answer takes: what is still going on then is left as a kill leaves it. */
const CLOSING_MS = 25_000;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    const closing = app.close().then(() => resources.close());
    void within(CLOSING_MS, closing)
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        logger.warn(`not everything was closed: ${why}`);
      })
      .then(() => {
        process.exit(0);
      });
  });
}
