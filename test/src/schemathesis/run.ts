import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Product } from '../support/product.js';
import { confirmedDraft } from '../support/request.js';
import { ROOT } from '../support/processes.js';
import { NoTool, schemathesis } from './tool.js';

// `npm run schemathesis -- [--people asi.rep,iso.cs,auditor] [--examples 50] [--seed 1] [--phases …]`: Schemathesis with all
// checks over the OpenAPI document against the product's own processes, as each of these people. Exit code 1 when a check
// fails or an operation was not tried; where Python or the tool cannot be had, says so and ends with 0.

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: 'asi.rep,iso.cs,auditor' },
    examples: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    phases: { type: 'string', default: 'examples,coverage,fuzzing,stateful' },
  },
});

interface Report {
  readonly operations: { readonly selected: number; readonly tested: number };
  readonly phases: Readonly<Record<string, { readonly status: string }>>;
  readonly test_cases: { readonly generated: number; readonly unique_failures: number };
  readonly failures: readonly {
    readonly title: string;
    readonly count: number;
    readonly operations: readonly string[];
  }[];
}

/** A product whose budgets do not end the run. */
function ownProduct(): Promise<Product> {
  const endless = '1000000000';
  return Product.start({
    env: {
      TWINNING_REQUESTS_PER_MINUTE: endless,
      TWINNING_OPEN_REQUESTS_PER_MINUTE: endless,
      TWINNING_REFUSALS_PER_MINUTE: endless,
      TWINNING_FAILED_TOKENS_PER_MINUTE: endless,
    },
  });
}

async function tried(program: string, product: Product, person: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'twinning-st-'));
  try {
    // Read from where the tool is started; its own notes stay there too.
    const settings = join(ROOT, 'test', 'src', 'schemathesis', 'schemathesis.toml');
    await copyFile(settings, join(folder, 'schemathesis.toml'));
    const child = spawn(
      program,
      [
        ...['run', `${product.url}/openapi.json`, '--checks', 'all', '--no-color'],
        ...['--header', `Authorization: Bearer ${await product.token(person)}`],
        ...['--phases', values.phases, '--max-examples', values.examples, '--seed', values.seed],
        ...['--continue-on-failure', '--report', 'json', '--report-json-path', 'report.json'],
      ],
      { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    return JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryAll(program: string): Promise<boolean> {
  const product = await ownProduct();
  let isGood = true;
  try {
    await confirmedDraft(product);
    for (const person of values.people.split(',')) {
      const {
        operations,
        phases,
        test_cases: cases,
        failures,
      } = await tried(program, product, person);
      const { tested, selected } = operations;
      const untried = Object.entries(phases).filter(
        ([name, { status }]) => values.phases.includes(name) && status === 'skip',
      );
      isGood &&= failures.length === 0 && tested === selected && untried.length === 0;
      console.log(
        `${failures.length === 0 ? '✓' : '✗'} ${person}: ${String(cases.generated)} cases, ` +
          `${String(tested)} of ${String(selected)} operations, ${String(cases.unique_failures)} failures` +
          untried.map(([name]) => `, ${name} not tried`).join(''),
      );
      for (const { title, count, operations: at } of failures) {
        console.log(`✗ ${title}: ${String(count)}, e.g. ${at.slice(0, 3).join('; ')}`);
      }
    }
  } finally {
    await product.stop();
  }
  return isGood;
}

try {
  process.exitCode = (await tryAll(await schemathesis())) ? 0 : 1;
} catch (error) {
  if (!(error instanceof NoTool)) throw error;
  console.log(`– skipped: Schemathesis is not to be had here (${error.message})`);
}
