import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statusOf } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { COMMITTEE, type EngineUnderTest } from '@twinning/engine/testing';
import { readVerifier, signerFrom, verifierText } from '@twinning/event-log';
import { agreementInForce } from './agreement-in-force.testing.js';
import { programmeAt } from './as-of.js';
import { loadCase, statesOf, type Case } from './case.js';
import { asOfInstant, dateInWords, differences } from './difference.js';
import { namesIn } from './names.js';
import { receiptOfCommand, verifyCommandReceipt, type CommandReceipt } from './receipt.js';
import { redecide } from './redecide.js';
import { refusedSteps, replay } from './replay.js';

const signer = signerFrom('test/log', Buffer.alloc(32, 7));
const keys = [readVerifier(verifierText(signer))];

describe('the record of an agreement, looked at again', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  let refused: string;
  let of: Case;

  beforeAll(async () => {
    ({ engine, agreement, refused } = await agreementInForce());
    of = await loadCase(engine.db, engine.log, agreement);
  }, 60_000);
  afterAll(() => engine.stop());

  describe('replay', () => {
    it('says of each step who acted, for whom, under which clause and what changed', () => {
      const steps = replay(of, 'en');
      expect(steps).toHaveLength(of.events.length);
      expect(steps.find((s) => s.type === 'TwinningRequestSubmitted')).toMatchObject({
        person: 'lead-rep',
        role: 'LEAD_REP',
        onBehalfOf: 'ASI',
        command: { type: 'SubmitRequest' },
        clause: 'ST.5.4',
      });
      const routed = steps.find((s) => s.changes.some((c) => c.about === 'status'));
      expect(routed?.changes.map((c) => c.text).join(' ')).toContain('The status changed from');
    });

    it('names the timer and its clause where nobody acted', () => {
      const last = replay(of, 'fr').findLast((s) => s.type === 'ArrangementActivated');
      expect(last).toMatchObject({ person: null, role: 'SYSTEM', status: 'ACTIVE', command: null });
      expect(last?.timer).toMatch(/^T\d+\//);
      expect(last?.clause).toBeTruthy();
      expect(last?.changes.map((c) => c.text).join(' ')).toContain('Le statut est passé de «');
    });

    it('lists what was refused and why', () => {
      expect(refusedSteps(of, 'en')).toMatchObject([
        { command: 'ApproveByTpm', code: 'FORBIDDEN_ROLE', person: 'lead-rep', onBehalfOf: 'ASI' },
      ]);
    });
  });

  describe('re-decision', () => {
    it('decides every command and every timer as it was decided then', () => {
      const decisions = redecide(of);
      expect(decisions.filter((d) => d.verdict !== 'SAME')).toEqual([]);
      expect(decisions).toHaveLength(of.commands.length + 1);
      expect(decisions.at(-1)?.decision).toMatch(/^T\d+\//);
      expect(decisions.some((d) => d.decision === refused)).toBe(true);
    });

    it('lists a command whose answer today’s rules would not give', () => {
      const commands = of.commands.map((c) =>
        c.type === 'ApproveByTpm' && c.outcome?.accepted === true
          ? { ...c, principal: { ...c.principal, grants: [] } }
          : c,
      );
      const different = redecide({ ...of, commands }).filter((d) => d.verdict !== 'SAME');
      expect(different).toMatchObject([
        { type: 'ApproveByTpm', verdict: 'DIFFERENT', now: { refused: 'NOT_FOUND' } },
      ]);
    });

    it('lists a command that would have other events', () => {
      const commands = of.commands.map((c) =>
        c.type === 'InvitePartner' ? { ...c, payload: { member: 1529 } } : c,
      );
      const different = redecide({ ...of, commands }).filter((d) => d.verdict !== 'SAME');
      expect(different.map((d) => d.type)).toEqual(['InvitePartner']);
    });

    it('does not guess where today’s rules read what was not read then', () => {
      const events = of.events.map((e) => {
        const { $read: _, ...payload } = e.payload;
        return { ...e, payload };
      });
      const open = redecide({ ...of, events }).filter((d) => d.verdict === 'NOT_REPEATABLE');
      expect(open.map((d) => d.reason)).toContain('READS_MORE_TODAY');
    });

    it('decides a paper by what was read of it then, and as before where nothing was', () => {
      const reading = (papers: (read: Record<string, unknown>) => unknown) =>
        redecide({
          ...of,
          events: of.events.map((e) => {
            if (e.type !== 'SignatoryDesignated') return e;
            const { facts } = e.payload.$read as { facts: { papers: Record<string, unknown> } };
            const read = papers(facts.papers);
            return { ...e, payload: { ...e.payload, $read: read as never } };
          }),
        }).filter((d) => d.type === 'DesignateSignatory');
      const whole = (papers: object | undefined) => ({
        facts: { members: {}, previousRuns: [], ...(papers && { papers }) },
        claims: {},
      });
      const none = { filed: [], destroyed: false };
      const same = ['SAME', 'SAME'];
      const verdicts = (decisions: ReturnType<typeof reading>) => decisions.map((d) => d.verdict);
      expect(verdicts(reading((papers) => whole(papers)))).toEqual(same);
      // As decisions of before papers were read: in whole, or of the acting body alone.
      expect(verdicts(reading(() => whole(undefined)))).toEqual(same);
      expect(
        verdicts(
          reading(() => ({
            facts: { members: { 1529: { active: true }, 1725: { active: true } } },
          })),
        ),
      ).toEqual(same);
      const today = reading((papers) =>
        whole(Object.fromEntries(Object.keys(papers).map((hash) => [hash, none]))),
      );
      expect(today).toMatchObject([
        { verdict: 'DIFFERENT', now: { refused: 'PAPER_NOT_FILED' } },
        { verdict: 'DIFFERENT', now: { refused: 'PAPER_NOT_FILED' } },
      ]);
    });

    it('says of an undecided command that it was never decided', () => {
      const [first] = of.commands;
      const commands = first === undefined ? [] : [{ ...first, outcome: null }];
      expect(redecide({ ...of, commands })[0]).toMatchObject({ reason: 'UNDECIDED' });
    });
  });

  describe('difference', () => {
    const between = (a: number, b: number, language: 'en' | 'fr') => {
      const states = statesOf(of);
      return differences(states[a] as never, states[b] as never, language, namesIn(of.events)).map(
        (c) => c.text,
      );
    };

    it('tells two versions apart in sentences, in both languages', () => {
      const last = of.events.length;
      expect(between(0, last, 'en')).toContain('The lead partner is ASI (before: none).');
      expect(between(2, last, 'en')).toContain(
        'The agreement ends on 31 January 2030 (before: none).',
      );
      const fr = between(2, last, 'fr');
      expect(fr).toContain('L’accord commence le 1er février 2027 (auparavant\u00a0: aucun).');
      expect(fr).toHaveLength(between(2, last, 'en').length);
      expect(fr.join(' ')).not.toMatch(/\{|undefined/);
    });

    it('is empty between a version and itself', () => {
      expect(between(7, 7, 'en')).toEqual([]);
    });

    it('says a deadline that was moved as one thing', () => {
      const states = statesOf(of);
      const about = states
        .slice(1)
        .flatMap((state, i) =>
          differences(states[i] as never, state, 'en', namesIn(of.events)).map((c) => c.about),
        );
      expect(about).toContain('deadlineNew');
      expect(about).toContain('deadlineGone');
      expect(about).toContain('dutyDone');
    });

    it('writes civil dates as they are, whatever the time zone of the machine', () => {
      expect(dateInWords('2027-03-28', 'en')).toBe('28 March 2027');
      expect(dateInWords('2027-03-27T23:00:00.000Z', 'fr')).toBe('28 mars 2027');
    });
  });

  it('takes a date as its whole day in Zurich, on both sides of daylight saving', () => {
    expect(asOfInstant('2027-01-31')).toBe('2027-01-31T22:59:59.999Z');
    expect(asOfInstant('2027-07-31')).toBe('2027-07-31T21:59:59.999Z');
    expect(asOfInstant('2027-01-31T12:00:00+01:00')).toBe('2027-01-31T11:00:00.000Z');
    for (const wrong of ['2027-02-30', '2027/01/31', 'yesterday', '', '2027-01-31T25:00:00Z']) {
      expect(asOfInstant(wrong)).toBeNull();
    }
  });

  describe('the programme as of a moment', () => {
    it('is the fold of the log up to a date or an index, and now the same as the read model', async () => {
      const at = async (moment: Parameters<typeof programmeAt>[2]) =>
        (await programmeAt(engine.db, engine.log, moment)).get(agreement);
      const now = await at({});
      expect(now?.state).toEqual(statesOf(of).at(-1));
      expect(now && statusOf(now.state)).toBe('ACTIVE');
      const before = await at({ occurredBy: '2027-01-31T22:59:59.999Z' });
      expect(before && statusOf(before.state)).toBe('AGREEMENT_IN_REVIEW');
      const third = of.events[2]?.index ?? 0;
      expect((await at({ belowIndex: third }))?.state.version).toBe(2);
      expect(await at({ belowIndex: 1 })).toBeUndefined();
    });
  });

  describe('a receipt', () => {
    const receipt = async (command: string, accepted: boolean) =>
      (await receiptOfCommand(
        { db: engine.db, log: engine.log, signer },
        { command, agreement, accepted, made: 1, version: 1, decidedAt: '' },
      )) as CommandReceipt;

    it('proves what a command did', async () => {
      const submit = of.commands.find((c) => c.type === 'SubmitRequest')?.id ?? '';
      const given = await receipt(submit, true);
      expect(given.events.length).toBeGreaterThan(1);
      expect(verifyCommandReceipt(given, keys)).toMatchObject({
        ...{ checkpoint: { origin: 'test/log' }, unchangedAt: null },
      });
    });

    it('proves a refusal, and what it said', async () => {
      const given = await receipt(refused, false);
      expect(given.events[0]?.fields.code?.value).toBe('FORBIDDEN_ROLE');
      expect(verifyCommandReceipt(given, keys).checkpoint.size).toBeGreaterThan(0);
    });

    it.each([
      ['another command', (r: CommandReceipt) => ({ ...r, command: 'other' }), 'OTHER_COMMAND'],
      ['the other answer', (r: CommandReceipt) => ({ ...r, accepted: true }), 'OTHER_COMMAND'],
      ['nothing', (r: CommandReceipt) => ({ ...r, events: [] }), 'RECEIPT_EMPTY'],
      [
        'another value',
        (r: CommandReceipt) => ({
          ...r,
          events: r.events.map((e) => ({
            ...e,
            fields: { ...e.fields, code: { salt: e.fields.code?.salt ?? '', value: 'X' } },
          })),
        }),
        'code: FIELD_DIFFERS',
      ],
      [
        'another place',
        (r: CommandReceipt) => ({
          ...r,
          events: r.events.map((e) => ({ ...e, index: e.index - 1 })),
        }),
        'NOT_IN_TREE',
      ],
    ])('does not prove %s', async (_, change, why) => {
      const given = await receipt(refused, false);
      expect(() => verifyCommandReceipt(change(given), keys)).toThrow(why);
    });

    describe('of an accepted command that changed nothing', () => {
      let given: CommandReceipt;
      beforeAll(async () => {
        const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
        const opened = await engine.send(cast.lead, 'StartDraft', draft);
        const edit = () =>
          engine.send(
            cast.lead,
            'EditRequest',
            { goals: 'One goal.' },
            { agreement: opened.agreement },
          );
        await edit();
        const { command, outcome } = await edit();
        if (!outcome.accepted) throw new Error(outcome.code);
        expect(outcome.events).toEqual([]);
        const found = await receiptOfCommand(
          { db: engine.db, log: engine.log, signer },
          {
            ...{ command, agreement: opened.agreement, accepted: true, made: 0 },
            ...{ version: outcome.version, decidedAt: outcome.decidedAt },
          },
        );
        if (found === null) throw new Error('No receipt.');
        given = found;
      });

      it('is the record’s signed word, with the last event that the decision saw', () => {
        expect(given.unchanged?.split('\n').slice(0, 4)).toEqual([
          ...['test/log/unchanged', given.command, given.agreement, '2'],
        ]);
        expect(given.events).toHaveLength(1);
        // The event stands there to be proven, not to be read.
        expect(given.events[0]?.fields).toEqual({});
        expect(verifyCommandReceipt(given, keys).unchangedAt).toBe(2);
        expect(verifyCommandReceipt({ ...given, events: [] }, keys).unchangedAt).toBe(2);
      });

      it('does not hold when it is changed', () => {
        const own = given.unchanged ?? '';
        for (const [changed, why] of [
          [{ command: 'other' }, 'UNCHANGED_DIFFERS'],
          [{ agreement: 'other' }, 'UNCHANGED_DIFFERS'],
          [{ accepted: false }, 'UNCHANGED_DIFFERS'],
          [{ unchanged: own.replace('\n2\n', '\n1\n') }, 'UNCHANGED_DIFFERS'],
          [{ unchanged: given.checkpoint }, 'UNCHANGED_DIFFERS'],
          [{ unchanged: undefined, events: [] }, 'RECEIPT_EMPTY'],
          [{ unchanged: undefined }, 'OTHER_COMMAND'],
        ] as const) {
          expect(() => verifyCommandReceipt({ ...given, ...changed }, keys)).toThrow(why);
        }
      });
    });

    it('proves nothing under another key', async () => {
      const other = signerFrom('test/log', Buffer.alloc(32, 8));
      const given = await receipt(refused, false);
      expect(() => verifyCommandReceipt(given, [other])).toThrow('CHECKPOINT_SIGNATURE');
    });
  });
});
