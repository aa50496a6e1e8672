import 'reflect-metadata';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { armFailpoints, foldingBuild, within } from '@twinning/engine';
import { foldAs } from '@twinning/read-model';
import { AgreementService } from './agreement-service.js';
import { AppModule, Resources } from './app-module.js';
import { BUNDLE_PATH } from './bundle.js';
import { readConfig } from './config.js';
import { untilContinued } from './continued.js';
import { claimForRecord } from './namespace-claim.js';
import { NamespaceKeeper } from './namespace-keeper.js';
import { HistoryArchive } from './history-archive.js';
import { HistoryComparison } from './history-comparison.js';
import { Dispatcher } from './outward/dispatcher.js';
import { OutsideSweep } from './outside-sweep.js';
import { SessionSweep } from './session-sweep.js';
import { Sweep } from './sweep.js';
import { logTemporalAsJson } from './temporal-log.js';
import { connect, createWorker } from './temporal-worker.js';
import { TimestampKeeper } from './timestamp-keeper.js';
import { WorkflowKeeper } from './workflow-keeper.js';

const CLOSING_MS = 3_000;

const config = readConfig(process.env);
const logger = new Logger('worker');
armFailpoints(config.failpoints);
foldAs(foldingBuild);
if (config.logFormat === 'json') logTemporalAsJson();
const resources = Resources.open(config);
const app = await NestFactory.createApplicationContext(AppModule.with(config, resources), {
  logger: new ConsoleLogger({
    logLevels: ['fatal', 'error', 'warn', 'log'],
    ...(config.logFormat === 'json' && { json: true, colors: false }),
  }),
});

await untilContinued(resources.continuity, (why) => {
  logger.error(`nothing is carried out: ${why}`);
});
resources.continuity.follow();

// What needs PostgreSQL alone does not wait for Temporal.
const dispatcher = app.get(Dispatcher);
const sessions = app.get(SessionSweep);
const stamps = app.get(TimestampKeeper);
const outside = app.get(OutsideSweep);
dispatcher.start();
sessions.start();
stamps.start();
outside.start();

const connection = await connect(config.temporal, (error, next) => {
  const why = error instanceof Error ? error.message : String(error);
  logger.warn(
    `Temporal at ${config.temporal.address} does not answer (${why}); again in ${String(next)} ms`,
  );
});
await claimForRecord(resources, connection, config.temporal.namespace, (why) => {
  logger.warn(`the namespace could not be looked at: ${why}; again soon`);
});
const worker = await createWorker(
  connection,
  config,
  { codePath: BUNDLE_PATH },
  app.get(AgreementService),
);
const sweep = app.get(Sweep);
const archive = app.get(HistoryArchive);
const comparison = app.get(HistoryComparison);
const keeper = app.get(WorkflowKeeper);
const namespace = new NamespaceKeeper(resources, connection, config.temporal.namespace);
namespace.start();
sweep.start();
keeper.start();
archive.start();
comparison.start();
resources.presence.start();
logger.log('ready');

// SIGINT and SIGTERM drain the worker (the SDK listens to them). What runs beside it waits for a worker in vain from then on.
await worker.run();
await Promise.all(
  [
    resources.presence,
    ...[comparison, archive, keeper, namespace, sweep, outside, stamps, sessions, dispatcher],
  ].map((each) => each.stop()),
);
const closing = app.close().then(() => Promise.all([connection.close(), resources.close()]));
await within(CLOSING_MS, closing).catch((error: unknown) => {
  logger.warn(
    `not everything was closed: ${error instanceof Error ? error.message : String(error)}`,
  );
});
logger.log('stopped');
// A call that the closed connection would try once more ends with the process.
process.exit();
