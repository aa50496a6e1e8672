import { addDays, addMonths, dayAt, fromMs, instant, type Day } from '@twinning/domain';
import { commandIdFor } from '@twinning/engine';
import { z } from 'zod';
import { Api } from '../api.js';
import type { Context } from '../context.js';
import { personNamed, tokenFor } from '../people.js';
import { messages } from '../messages/index.js';
import type { Tools } from '../tools.js';
import { LeadershipScript } from './leadership.js';
import type { Pair } from './pair.js';
import { Script } from './script.js';
import { Stage } from './stage.js';

/** One agreement of the demonstration: its pair, and how far its story has come. */
type Case =
  | {
      readonly pair: Pair;
      readonly office?: undefined;
      readonly tell: (script: Script, stage: Stage) => Promise<void>;
    }
  | {
      readonly office: Pair;
      readonly pair?: undefined;
      readonly tell: (script: LeadershipScript) => Promise<void>;
    };

const MINUTE = 60_000;
const ABREAST = 4;
const OPENER = 'iso.cs';

/** Time as the entries of the past have it: strictly rising, never in the future (lifecycle.md D22). */
class Past {
  private at = 0;

  goTo = (on: Day): Promise<void> => {
    this.at = Math.max(this.at + MINUTE, Date.parse(`${on}T10:00:00Z`));
    return Promise.resolve();
  };

  reached = (at: string): void => {
    this.at = Math.max(this.at, Date.parse(at));
  };

  moment = (): { occurredOn: string } => {
    this.at = Math.min(this.at + MINUTE, Date.now() - 1_000);
    return { occurredOn: new Date(this.at).toISOString() };
  };
}

const keysOf = (number: number): string => `demonstration-${String(number)}`;

async function enter(context: Context, one: Case, number: number): Promise<void> {
  const pair = one.office ?? one.pair;
  const past = new Past();
  const stage = new Stage(context, pair.language, past.moment, {
    keys: keysOf(number),
    reached: past.reached,
  });
  await past.goTo(addDays(pair.start, -126));
  await stage.act(OPENER, 'open-catch-up');
  const { story } = messages[pair.language];
  const script = [stage, past.goTo, () => Promise.resolve(), pair, story] as const;
  if (one.office !== undefined) await one.tell(new LeadershipScript(...script));
  else await one.tell(new Script(...script), stage);
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
    // An office of each kind: before the TMB, in the hands of both, before the parent committee.
    {
      office: { ...pair('AFNOR', 'CODINORM', 5100987, inDays(94), 36, 'fr'), type: 'CHAIR' },
      tell: async (script) => {
        await upTo('submit')(script);
        await script.ballot(5);
      },
    },
    {
      office: { ...pair('AFNOR', 'IMANOR', 48750, ago(22), 36, 'fr'), type: 'SECRETARIAT' },
      tell: async (script) => {
        await upTo('accept')(script);
        await years(2)(script);
      },
    },
    {
      office: { ...pair('DIN', 'KEBS', 49070, inDays(98)), type: 'CONVENOR', workingGroup: 'WG 4' },
      tell: upTo('submit'),
    },
  ];
}

const events = z.object({ items: z.array(z.object({ recordedAt: z.string() })) });

/** The day on which an interrupted load began: the dates of what it has entered follow from it. Null for the first. */
async function begunOn(context: Context): Promise<Day | null> {
  const desk = personNamed(OPENER);
  const api = new Api(await context.url(), await tokenFor(context, desk, true), 'en');
  for (let number = 0; number < ABREAST; number += 1) {
    const first = await api.sent(commandIdFor(desk.member ?? 0, `${keysOf(number)}-1`));
    if (first?.status !== 'ACCEPTED') continue;
    const { items } = events.parse(await api.get(`/v1/agreements/${first.agreement}/events`));
    const [opened] = items;
    if (opened !== undefined) return dayAt(instant(opened.recordedAt));
  }
  return null;
}

/**
 * Loads the demonstration into a running product, by commands only; refused by a production record. Each command has
 * a key made of its case and step: interrupted, it is run again and goes on where it was.
 */
export async function loadDemonstration(tools: Tools): Promise<void> {
  const { answers } = tools.messages;
  const context = tools.context();
  const output = tools.output();
  const all = cases((await begunOn(context)) ?? dayAt(fromMs(Date.now())));
  const progress = output.progress(answers.loading);
  const waiting = [...all.entries()];
  let done = 0;
  const enterNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, one] = next;
      await enter(context, one, number);
      done += 1;
      progress(done, all.length);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, enterNext));
  output.result({ agreements: all.length }, () => answers.loaded(String(all.length)));
}
