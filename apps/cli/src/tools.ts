import { secretIn } from '@twinning/engine';
import type { Command } from 'commander';
import { Api } from './api.js';
import { Context } from './context.js';
import { ownToken } from './commands/login.js';
import { messages, type Language, type Messages } from './messages/index.js';
import { Output } from './output.js';
import { personNamed, tokenFor } from './people.js';

/** What surrounds one call of the command line. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** What every command works with: the options of the whole program, made into things. */
export class Tools {
  readonly messages: Messages;
  /** Exit code of a call that failed in nothing (see `EXIT`); 0 unless a command says otherwise. */
  exitCode = 0;

  constructor(
    private readonly program: Command,
    readonly language: Language,
    readonly surroundings: Surroundings,
  ) {
    this.messages = messages[language];
  }

  get data(): string | undefined {
    return this.program.opts<{ data?: string }>().data;
  }

  get json(): boolean {
    return this.program.opts<{ json: boolean }>().json;
  }

  context(): Context {
    return new Context({ data: this.data }, this.surroundings.env);
  }

  output(): Output {
    return new Output(this.json, this.surroundings.out, this.surroundings.err);
  }

  /** The API as a person of the demonstration, as `me` (who signed in with `twinning login`), or as whoever TWINNING_TOKEN belongs to. */
  async api(person: string, stepUp = false): Promise<Api> {
    const here = this.context();
    const token =
      secretIn(this.surroundings.env, 'TWINNING_TOKEN')?.() ??
      (person === 'me'
        ? await ownToken(here, this.language)
        : await tokenFor(here, personNamed(person), stepUp));
    return new Api(await here.url(), token, this.language);
  }
}
