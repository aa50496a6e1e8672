import { connectTo, deploymentOf, makeCurrent } from '@twinning/conductor';
import type { Command } from 'commander';
import { Failure } from '../failure.js';
import { deploymentMessages } from '../messages/deployment.js';
import type { Tools } from '../tools.js';

/** `twinning deployment [build]`: which build of the worker is given the agreements, and giving them to another. */
export function registerDeployment(program: Command, tools: Tools): void {
  const words = deploymentMessages[tools.language];
  program
    .command('deployment')
    .argument('[build]', words.build)
    .option('--without-build', words.withoutBuild)
    .description(words.deployment)
    .action((build: string | undefined, { withoutBuild }: { withoutBuild?: boolean }) =>
      deployment(tools, withoutBuild === true ? null : build),
    );
}

async function deployment(tools: Tools, build: string | null | undefined): Promise<void> {
  const words = deploymentMessages[tools.language];
  const temporal = await tools.context().temporal();
  const { namespace } = temporal;
  const connection = await connectTo(temporal);
  try {
    if (build !== undefined && !(await makeCurrent(connection, namespace, build))) {
      throw new Failure(words.nobodyThere(build), words.startOne);
    }
    const found = await deploymentOf(connection, namespace);
    tools
      .output()
      .result(found ?? { current: null, builds: [] }, () =>
        [
          found?.current == null ? words.noCurrent : words.current(found.current),
          ...(found?.builds ?? []).map((each) => `  ${each}`),
        ].join('\n'),
      );
  } finally {
    await connection.close();
  }
}
