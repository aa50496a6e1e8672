import { policyDocument, policyView } from '@twinning/domain';
import type { Command } from 'commander';
import type { Tools } from '../tools.js';
import { LOGIN } from './login-texts.js';

/** Prints who may do what, from the code that decides. */
export function registerPolicy(program: Command, tools: Tools): void {
  program
    .command('policy')
    .description(LOGIN[tools.language].about.policy)
    .action(() => {
      tools.output().result(policyView(tools.language), () => policyDocument(tools.language));
    });
}
