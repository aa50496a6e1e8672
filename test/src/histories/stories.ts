import { fromMs, instant, toMs } from '@twinning/domain';
import { setClock } from '@twinning/engine';
import { sql } from 'kysely';
import type { Answer, Product } from '../support/product.js';
import { submittedRequest } from '../support/request.js';

const DAY_MS = 86_400_000;
/** ISO/IEC JTC 1: ASI and GSA are P-members of it. */
const JTC_1 = 45020;
const [ASI, GSA] = [1529, 1747];
/** Where the demonstration has no twinning of ASI and IES. */
const UNTWINNED = 48602;

const must = async (answer: Promise<Answer>): Promise<Record<string, unknown>> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
  return body;
};

/** Moves the clock to a day before the last deadline of this timer, and lets a day pass in two seconds until it has come. */
async function past(product: Product, agreement: string, timer: string): Promise<void> {
  const due = async (): Promise<string | undefined> => {
    const { body } = await product.get('auditor', `/v1/agreements/${agreement}/deadlines`);
    return (body['items'] as { timer: string; due: string }[]).findLast((d) => d.timer === timer)
      ?.due;
  };
  const last = await due();
  if (last === undefined) throw new Error(`No ${timer} awaits the agreement.`);
  await setClock(product.admin, fromMs(toMs(instant(last)) - DAY_MS), DAY_MS / 2_000);
  await product.sender.look(agreement);
  for (let left = 200; left > 0; left -= 1) {
    if ((await due()) === undefined) {
      await sql`DELETE FROM engine.clock`.execute(product.admin);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${timer} does not come.`);
}

/** Draft to registration by its own commands, then three months in two seconds, until the timer fires by itself. */
export async function lapse(product: Product): Promise<string> {
  const agreement = await submittedRequest(product, UNTWINNED);
  await must(product.act('tpm', agreement, 'approve-by-tpm'));
  await must(product.act('tpm', agreement, 'register-in-gd'));
  await past(product, agreement, 'T17');
  return agreement;
}

/** A twinning of chairs up to the TMB's ballot, in which three bodies may vote and none has. */
export async function ballotOpen(product: Product): Promise<string> {
  const { agreement } = (await must(
    product.act('asi.rep', null, 'start-draft', { side: 'LEAD', type: 'CHAIR', committee: JTC_1 }),
  )) as { agreement: string };
  const does = (who: string, command: string, payload: object = {}) =>
    must(product.act(who, agreement, command, payload));
  const nominee = async (side: string, body: string) => ({
    side,
    person: `${body}.chair`,
    cv: await product.files(`${body}.rep`, agreement, 'CV'),
    delegate: false,
    categoryC: false,
  });
  await does('asi.rep', 'invite-partner', { member: GSA });
  await does('gsa.rep', 'confirm-partner');
  const [theirs, own] = [await nominee('LEAD', 'asi'), await nominee('TWINNED', 'gsa')];
  await does('asi.rep', 'edit-request', {
    competence: 'Twenty years in the chair.',
    goals: 'A chair of our own.',
    outcome: 'A committee that works.',
    plannedStart: '2027-06-01',
    plannedMonths: 36,
    leadContact: 'asi.rep',
    justifications: [
      'SUGGESTED_EXPERIENCE:LEAD',
      'SUGGESTED_EXPERIENCE:TWINNED',
      'JOINT_COMMITTEE_CHECK',
    ].map((check) => ({ check, text: 'Long practice.' })),
    nominees: [theirs],
  });
  await does('gsa.rep', 'edit-request', {
    need: 'To lead meetings.',
    twinnedContact: 'gsa.rep',
    nominees: [theirs, own],
  });
  await does('asi.rep', 'accept-nomination', { person: 'asi.chair' });
  await does('gsa.rep', 'accept-nomination', { person: 'gsa.chair' });
  const { requestHash: hash } = (await product.get('asi.rep', `/v1/agreements/${agreement}`)).body;
  await does('asi.rep', 'consent-to-request', { hash });
  await does('gsa.rep', 'consent-to-request', { hash });
  await does('asi.rep', 'submit-request');
  const statistics = await product.files('tpm', agreement, 'OTHER');
  await does('tpm', 'record-tpm-assessment', { text: 'Ready.', statistics });
  await does('tmb.sec', 'open-tmb-ballot', { entitled: [ASI, GSA, 1511] });
  return agreement;
}

/** The same ballot, which is closed by the clock after four weeks with two votes of three. */
export async function ballot(product: Product): Promise<string> {
  const agreement = await ballotOpen(product);
  for (const body of [ASI, GSA]) {
    const vote = { body, choice: 'APPROVE', reference: 'Portal 1' };
    await must(product.act('tmb.sec', agreement, 'cast-tmb-vote', vote));
  }
  await past(product, agreement, 'T9');
  return agreement;
}
