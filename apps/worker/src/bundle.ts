import { bundleWorkflowCode } from '@temporalio/worker';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The file a release carries: workflow code is bundled when it is built, never when it starts. */
export const BUNDLE_PATH = fileURLToPath(new URL('./workflow-bundle.cjs', import.meta.url));

/** Bundles the built workflows of this release into `BUNDLE_PATH`. */
export async function writeBundle(): Promise<void> {
  const workflowsPath = createRequire(import.meta.url).resolve('@twinning/workflows');
  const { code } = await bundleWorkflowCode({ workflowsPath });
  await writeFile(BUNDLE_PATH, code);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeBundle();
