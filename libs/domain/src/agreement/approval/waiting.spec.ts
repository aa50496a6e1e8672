import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, addDays, dayAt, endOf } from '../../calendar/index.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { REGISTRY } from '../../kernel/principal.js';
import { ASI, cast, COMMITTEE, IES } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';

/** `step due` of everything of one timer that has fired since `from` timers had. */
const fired = (s: Story, timer: string) =>
  s.fired
    .filter((f) => f.deadline.timer === timer)
    .map((f) => `${f.deadline.step} ${f.deadline.due}`);
const today = (s: Story) => dayAt(s.now);
const weeks = (first: ReturnType<typeof today>, n: number) =>
  Array.from({ length: n }, (_, i) => `alert ${endOf(addDays(first, 7 * i))}`);

const approved = () => storyWhere('P_MEMBER', (s) => s.stage === 'APPROVED', 'annex-st-2020');

/** The twinned body shows this status from now on. */
function shows(s: Story, status: 'P' | 'O'): void {
  const twinned = s.facts.members[IES];
  if (twinned === undefined) throw new Error('The twinned body is not there.');
  s.facts = { ...s.facts, members: { ...s.facts.members, [IES]: { ...twinned, status } } };
}

describe('T8, the opening of the ballot', () => {
  it('alerts the TMB secretariat from five business days after the assessment, every week', () => {
    const s = storyWhere('CHAIR', (state) => state.approval.assessedAt !== null);
    const first = addBusinessDays(today(s), 5);
    s.until(addDays(first, 8));
    expect(fired(s, 'T8')).toEqual(weeks(first, 2));
    s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [ASI] });
    s.until(addDays(first, 21));
    expect(fired(s, 'T8')).toHaveLength(2);
  });
});

describe('T11, the recording of the decision', () => {
  it('alerts the TMB secretariat from five business days after the closing, every week; nothing is decided by it', () => {
    const s = storyWhere('CHAIR', (state) => state.approval.ballots[0]?.closedAt != null);
    const first = addBusinessDays(today(s), 5);
    s.until(addDays(first, 15));
    expect(fired(s, 'T11')).toEqual(weeks(first, 3));
    expect(s.status).toBe('IN_TMB_BALLOT');
  });
});

describe('T14, the returned request', () => {
  const returned = (): Story => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'IN_REVIEW_TPM');
    s.does(cast.tpm, 'ReturnForCompletion', { reason: 'INCOMPLETE', points: ['The goals.'] });
    return s;
  };

  it('is reminded of after 30 and 50 days and withdrawn after 60', () => {
    const s = returned();
    const first = today(s);
    s.until(addDays(first, 61));
    expect(fired(s, 'T14')).toEqual([
      `remind ${endOf(addDays(first, 30))}`,
      `remind ${endOf(addDays(first, 50))}`,
      `withdraw ${endOf(addDays(first, 60))}`,
    ]);
    expect(s.status).toBe('WITHDRAWN');
    expect(s.history.at(-1)).toMatchObject({ payload: { reason: 'NOT_COMPLETED' } });
  });

  it('stops with the resubmission, and begins anew with another return', () => {
    const s = returned();
    s.until(addDays(today(s), 40));
    s.does(cast.lead, 'SubmitRequest');
    s.does(cast.tpm, 'ReturnForCompletion', { reason: 'INCOMPLETE', points: ['The outcome.'] });
    const second = today(s);
    s.until(addDays(second, 60));
    expect(s.status).toBe('RETURNED');
    s.until(addDays(second, 61));
    expect(s.status).toBe('WITHDRAWN');
  });
});

describe('T15, the registration', () => {
  it('alerts the desk after ten business days and every five more, and never ends anything (D6)', () => {
    const s = approved();
    const first = addBusinessDays(today(s), 10);
    s.until(addDays(first, 365));
    expect(fired(s, 'T15').slice(0, 3)).toEqual(
      [0, 5, 10].map((n) => `alert ${endOf(addBusinessDays(first, n))}`),
    );
    expect(s.status).toBe('APPROVED');
  });

  it('says which guard blocks it, and stays in its event what was read (D23)', () => {
    const s = approved();
    shows(s, 'O');
    s.until(addDays(addBusinessDays(today(s), 10), 1));
    expect(s.history.at(-1)).toMatchObject({
      type: 'RegistrationBlocked',
      payload: { codes: ['NOT_P_MEMBER_TWINNED'] },
    });
    expect(s.state.approval.blocked?.codes).toEqual(['NOT_P_MEMBER_TWINNED']);
  });

  it('is blocked by a claim of another agreement, too (D9)', () => {
    const s = approved();
    const key = `P_MEMBER/${String(COMMITTEE)}/${String(IES)}`;
    s.claims = { [key]: { agreement: 'another', member: IES, end: null } };
    expect(s.refuses(cast.tpm, 'RegisterInGD')).toMatchObject({
      refused: 'TWINNED_ALREADY_TWINNED_IN_COMMITTEE',
      details: { holder: 'another' },
    });
    s.until(addDays(addBusinessDays(today(s), 10), 1));
    expect(s.state.approval.blocked?.codes).toEqual(['TWINNED_ALREADY_TWINNED_IN_COMMITTEE']);
    expect(s.status).toBe('APPROVED');
  });

  it('is blocked by a fact on record that no registry holds; without its cure the arrangement lapses (T16)', () => {
    const s = storyWhere('CHAIR', (state) => state.stage === 'APPROVED', 'annex-st-2020');
    const since = addDays(addBusinessDays(today(s), 10), 1);
    s.does(cast.manager, 'RecordPrerequisiteFact', {
      rule: 'LEAD_NOT_CHAIR',
      side: 'LEAD',
      broken: true,
      since: today(s),
      reference: 'N 12',
    });
    s.until(since);
    expect(s.state.approval.blocked?.codes).toEqual(['LEAD_NOT_CHAIR']);
    s.until(addDays(since, 61));
    expect(s.status).toBe('LAPSED');
  });

  it('says a code once when the registry shows what is on record', () => {
    const s = approved();
    shows(s, 'O');
    s.does(REGISTRY, 'RecordPrerequisiteFact', {
      rule: 'NOT_P_MEMBER_TWINNED',
      side: 'TWINNED',
      broken: true,
      since: today(s),
      reference: 'import',
    });
    s.until(addDays(addBusinessDays(today(s), 10), 1));
    expect(s.state.approval.blocked?.codes).toEqual(['NOT_P_MEMBER_TWINNED']);
  });
});

describe('T16, the cure before registration', () => {
  const blocked = () => {
    const s = approved();
    shows(s, 'O');
    const since = addDays(addBusinessDays(today(s), 10), 1);
    s.until(since);
    return { s, last: addDays(since, 60) };
  };

  it('lapses the arrangement after 60 days when the guard still fails', () => {
    const { s, last } = blocked();
    s.until(last);
    expect(s.status).toBe('APPROVED');
    s.until(addDays(last, 1));
    expect(fired(s, 'T16')).toEqual([`lapse ${endOf(last)}`]);
    expect(s.status).toBe('LAPSED');
    expect(s.history.at(-1)).toMatchObject({ payload: { reason: 'NOT_REGISTERED' } });
  });

  it('lets the wait for the desk begin anew when it is cured', () => {
    const { s, last } = blocked();
    shows(s, 'P');
    s.until(addDays(last, 1));
    expect(s.history.at(-1)?.type).toBe('RegistrationUnblocked');
    s.until(addDays(last, 40));
    expect(fired(s, 'T15').at(-1)).toMatch(/^alert /);
    expect(s.status).toBe('APPROVED');
  });

  it('does not keep a cured arrangement from being registered before', () => {
    const { s } = blocked();
    expect(s.refuses(cast.tpm, 'RegisterInGD').refused).toBe('NOT_P_MEMBER_TWINNED');
    shows(s, 'P');
    s.does(cast.tpm, 'RegisterInGD');
    s.until(addDays(today(s), 30));
    expect(fired(s, 'T16')).toEqual([]);
  });
});
