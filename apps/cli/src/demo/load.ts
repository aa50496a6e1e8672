import { addDays, addMonths, dayAt, fromMs, type Day } from '@twinning/domain';
import type { Context } from '../context.js';
import { messages } from '../messages/index.js';
import type { Tools } from '../tools.js';
import { Script, type Pair } from './script.js';
import { Stage } from './stage.js';

/** One agreement of the demonstration: its pair, and how far its story has come. */
interface Case {
  readonly pair: Pair;
  readonly tell: (script: Script, stage: Stage) => Promise<void>;
}

const MINUTE = 60_000;

/** Time as the entries of the past have it: strictly rising, never in the future (lifecycle.md D22). */
class Past {
  private at = 0;

  goTo = (on: Day): Promise<void> => {
    this.at = Math.max(this.at + MINUTE, Date.parse(`${on}T10:00:00Z`));
    return Promise.resolve();
  };

  moment = (): { occurredOn: string } => {
    this.at = Math.min(this.at + MINUTE, Date.now() - 1_000);
    return { occurredOn: new Date(this.at).toISOString() };
  };
}

async function enter(context: Context, { pair, tell }: Case): Promise<void> {
  const past = new Past();
  const stage = new Stage(context, pair.language, past.moment);
  await past.goTo(addDays(pair.start, -126));
  await stage.act('iso.cs', 'open-catch-up');
  const script = new Script(
    stage,
    past.goTo,
    () => Promise.resolve(),
    pair,
    messages[pair.language].story,
  );
  await tell(script, stage);
  await stage.act('iso.cs', 'close-catch-up');
}

const upTo =
  (last: (typeof STEPS)[number]) =>
  async (script: Script): Promise<void> => {
    for (const step of STEPS) {
      await script[step]();
      if (step === last) return;
    }
  };

const STEPS = [
  'draft',
  'invite',
  'confirm',
  'request',
  'submit',
  'approve',
  'register',
  'propose',
  'agree',
  'sign',
  'accept',
] as const;

/** The demonstration's agreements as of a day: a past of some years, and every phase. */
export function cases(today: Day): readonly Case[] {
  const pair = (
    lead: string,
    twinned: string,
    committee: number,
    start: Day,
    months = 36,
    language: 'en' | 'fr' = 'en',
  ): Pair => ({
    lead,
    twinned,
    committee,
    start,
    end: addDays(addMonths(start, months), -1),
    language,
  });
  const ago = (months: number): Day => addMonths(today, -months);
  const inDays = (days: number): Day => addDays(today, days);
  const years = (count: number) => async (script: Script) => {
    for (let n = 1; n <= count; n += 1) await script.year(n, addDays(today, -1));
  };
  return [
    {
      pair: pair('ASI', 'IES', 47878, ago(44)),
      tell: async (script) => {
        await upTo('accept')(script);
        for (const n of [1, 2, 3]) await script.year(n, addMonths(script.pair.end, -3));
        await script.evaluate();
        await script.becomeP();
        await script.close();
      },
    },
    {
      pair: pair('NEN', 'GSA', 47576, ago(20)),
      tell: async (script) => {
        await upTo('accept')(script);
        await years(2)(script);
      },
    },
    {
      pair: pair('AFNOR', 'ASN', 47858, ago(34), 36, 'fr'),
      tell: async (script) => {
        await upTo('accept')(script);
        await years(3)(script);
      },
    },
    { pair: pair('SIS', 'RSB', 45020, inDays(70)), tell: upTo('propose') },
    { pair: pair('DIN', 'KEBS', 48750, inDays(30)), tell: upTo('accept') },
    { pair: pair('BSI', 'SABS', 47858, inDays(96)), tell: upTo('approve') },
    { pair: pair('AFNOR', 'CODINORM', 47878, inDays(104), 24, 'fr'), tell: upTo('submit') },
    {
      pair: pair('SIS', 'TBS', 48750, inDays(100)),
      tell: async (script, stage) => {
        await upTo('submit')(script);
        await stage.act('tpm', 'return-for-completion', {
          reason: 'INCOMPLETE',
          points: ['Say which experts of the lead will give the training.'],
        });
      },
    },
    { pair: pair('DIN', 'IES', 48602, inDays(122), 24), tell: upTo('invite') },
    {
      pair: pair('JISC', 'TBS', 49070, inDays(123), 24),
      tell: async (script, stage) => {
        await script.draft();
        await stage.act('jisc.rep', 'request-partner-search', {
          mode: 'SEARCH',
          criteria: 'A body of East Africa with an interest in buildings.',
        });
      },
    },
    { pair: pair('BSI', 'RSB', 47874, ago(4)), tell: upTo('register') },
    { pair: pair('ANSI', 'KEBS', 47576, inDays(150)), tell: upTo('draft') },
    {
      pair: pair('NEN', 'IES', 47858, ago(5), 24),
      tell: async (script, stage) => {
        await upTo('submit')(script);
        await stage.act('tpm', 'reject-by-tpm', {
          reasons: 'The committee is about to be restructured; a later request is welcome.',
        });
      },
    },
    {
      pair: pair('AFNOR', 'IMANOR', 48602, ago(11), 36, 'fr'),
      tell: async (script, stage) => {
        await upTo('accept')(script);
        await years(1)(script);
        await stage.act('imanor.rep', 'raise-problem', {
          text: 'Depuis trois mois, le partenaire pilote ne répond plus.',
        });
        await stage.act('tpm', 'bring-to-tmb', {
          text: 'Le partenaire jumelé ne reçoit plus d’aide.',
        });
      },
    },
  ];
}

/** Loads the demonstration into a running product, by commands only; refused by a production record. */
export async function loadDemonstration(tools: Tools): Promise<void> {
  const { answers } = tools.messages;
  const context = tools.context();
  const output = tools.output();
  const all = cases(dayAt(fromMs(Date.now())));
  const progress = output.progress(answers.loading);
  const waiting = [...all];
  let done = 0;
  const enterNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await enter(context, next);
      done += 1;
      progress(done, all.length);
    }
  };
  await Promise.all(Array.from({ length: 4 }, enterNext));
  output.result({ agreements: all.length }, () => answers.loaded(String(all.length)));
}
