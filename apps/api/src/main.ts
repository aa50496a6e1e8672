import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { armFailpoints } from '@twinning/engine';
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

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void app
      .close()
      .then(() => resources.close())
      .then(() => {
        process.exit(0);
      });
  });
}
