import 'reflect-metadata';
import { Body, Controller, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bareUpdate, type bare } from './bare-workflow.js';

// The peer of the benchmark as two processes, like the product: `peer.js api` and `peer.js worker`.
const QUEUE = 'bare';
const address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';

if (process.argv[2] === 'worker') {
  const connection = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare-workflow.js', import.meta.url)),
  });
  const worker = await Worker.create({ connection, taskQueue: QUEUE, workflowBundle });
  await worker.run();
} else {
  const client = new Client({ connection: await Connection.connect({ address }) });

  @Controller()
  class BareController {
    @Post('bare/:id')
    async send(@Param('id') id: string, @Body() _: unknown) {
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof bare>('bare', {
        workflowId: `bare.${id}`,
        taskQueue: QUEUE,
        args: [],
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
      const count = await client.workflow.executeUpdateWithStart(bareUpdate, {
        updateId: randomUUID(),
        args: [id],
        startWorkflowOperation,
      });
      return { count };
    }
  }

  @Module({ controllers: [BareController] })
  class PeerModule {}

  const app = await NestFactory.create<NestFastifyApplication>(PeerModule, new FastifyAdapter(), {
    logger: ['error'],
  });
  await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
}
