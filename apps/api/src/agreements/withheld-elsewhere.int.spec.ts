import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant, type Agreement } from '@twinning/domain';
import { asRead } from '@twinning/engine';
import { registered } from '@twinning/engine/testing';
import { projectAgreement } from '@twinning/read-model';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

const NOW = instant('2027-01-04T09:00:00Z');
const SECRET = 'Only the partners and their desks read this sentence.';

interface Told {
  readonly type: string;
  readonly index: number;
  readonly commandId: string | null;
  readonly onBehalfOf: number | string | null;
  readonly withheld?: true;
}

describe('what a role does not read of an agreement, asked for elsewhere', () => {
  let api: ApiUnderTest;
  let id = '';
  let at = '';

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const { does } = driving(api);
    id = await registered(driving(api));
    at = `/v1/agreements/${id}`;
    await does(PERSON.lead, id, 'ProposeTerms', {
      changes: [{ clause: 'exit', ofHash: null, language: 'en', value: { text: SECRET } }],
    });
    await does(PERSON.tpm, id, 'CommentClause', { clause: 'exit', text: SECRET });
    await does(PERSON.lead, id, 'WaiveTranslation', { language: 'fr' });
  });
  afterAll(() => api.stop());

  const items = async <T = Told>(person: string, path: string) => {
    const { status, body } = await api.get(person, path);
    expect([person, path, status]).toEqual([person, path, 200]);
    return body['items'] as readonly T[];
  };
  const status = async (person: string, path: string) => (await api.get(person, path)).status;
  const told = async (type: string) =>
    (await items('auditor', `${at}/events`)).find((e) => e.type === type) as Told;

  describe('in receipts', () => {
    it('is proved to who reads it and to who said it, and to no colleague who does not', async () => {
      const terms = await told('TermsProposed');
      const comment = await told('ClauseCommented');
      const receipt = (e: Told) => `/v1/commands/${String(e.commandId)}/receipt`;
      expect((await api.get('asi.rep', receipt(terms))).text).toContain(SECRET);
      expect((await api.get('tpm', receipt(comment))).text).toContain(SECRET);
      expect((await api.get('tmb.sec', receipt(comment))).text).toContain(SECRET);
      for (const [person, event] of [
        ['asi.mbua', terms],
        ['committee.manager', comment],
      ] as const) {
        expect([person, await status(person, receipt(event))]).toEqual([person, 404]);
        const leaf = `/v1/record/receipts/${String(event.index)}`;
        expect([person, await status(person, leaf)]).toEqual([person, 404]);
        expect(await status('auditor', leaf)).toBe(200);
      }
      const registration = await told('ArrangementRegisteredInGd');
      expect(await status('asi.mbua', `/v1/record/receipts/${String(registration.index)}`)).toBe(
        200,
      );
    });

    it('leaves out what a joint act says, and proves the rest', async () => {
      const { commandId } = await told('JointActProposed');
      const fieldsFor = async (person: string) => {
        const { body } = await api.get(person, `/v1/commands/${String(commandId)}/receipt`);
        const [event] = body['events'] as { fields: Record<string, unknown> }[];
        return Object.keys(event?.fields ?? {});
      };
      expect(await fieldsFor('asi.rep')).toEqual(expect.arrayContaining(['kind', 'content']));
      expect(await fieldsFor('asi.mbua')).toContain('kind');
      expect(await fieldsFor('asi.mbua')).not.toContain('content');
    });

    it('tells of a refusal its sender and who reads every part', async () => {
      const { version } = await driving(api).state(id);
      const sent = await api.engine.send(
        PERSON.lead,
        'RejectClause',
        { clause: 'exit', hash: 'a'.repeat(64), reason: SECRET },
        { agreement: id, version },
      );
      expect(sent.outcome.accepted).toBe(false);
      const command = `/v1/commands/${sent.command}`;
      expect((await api.get('asi.rep', command)).body['code']).toBeDefined();
      expect(await status('asi.rep', `${command}/receipt`)).toBe(200);
      for (const path of [command, `${command}/receipt`]) {
        const { body } = await api.get('asi.mbua', path);
        expect([path, body['code']]).toEqual([path, 'NOT_FOUND']);
      }
    });

    it('has no address in an event that is withheld', async () => {
      const shown = (await items('asi.mbua', `${at}/events`)).filter((e) => e.withheld === true);
      expect(shown.map((e) => e.type)).toContain('TermsProposed');
      for (const { commandId, onBehalfOf } of shown) {
        expect(commandId).toBeNull();
        expect(typeof onBehalfOf).not.toBe('string');
      }
    });
  });

  describe('in lists', () => {
    const NEGOTIATION = /^(answer|write|agree|designate|sign|submit|check)([:#]|$)/;
    const idsOf = (rows: readonly { readonly id: string }[]) =>
      rows.map((row) => row.id).filter((each) => NEGOTIATION.test(each));
    const movesTold = async (person: string) => {
      const { body } = await api.get(person, at);
      const [duties, next] = [body['duties'], body['nextDeadline']] as [
        { id: string }[],
        { timer: string } | null,
      ];
      const versions = await items<{ changed: { duties?: { id: string }[] } }>(
        person,
        `${at}/versions`,
      );
      const deadlines = await items<{ timer: string }>(person, `${at}/deadlines`);
      const tasks = await items<{ id: string }>(person, '/v1/tasks?of=others&limit=500');
      return {
        duties: idsOf(duties).length > 0,
        versions: versions.some(({ changed }) => idsOf(changed.duties ?? []).length > 0),
        tasks: idsOf(tasks).length > 0,
        deadlines: [...deadlines, ...(next === null ? [] : [next])].some((d) => d.timer === 'T17'),
      };
    };

    it('is there as a move for who reads the terms, for nobody else', async () => {
      const all = { duties: true, versions: true, tasks: true, deadlines: true };
      const none = { duties: false, versions: false, tasks: false, deadlines: false };
      for (const person of ['tmb.sec', 'auditor']) {
        expect([person, await movesTold(person)]).toEqual([person, all]);
      }
      for (const person of ['committee.manager', 'gsa.tmb', 'asi.mbua']) {
        expect([person, await movesTold(person)]).toEqual([person, none]);
      }
    });

    it('is not in what would happen', async () => {
      for (const path of [`${at}/what-if`, `${at}/ruleset-move?to=annex-st-2020`]) {
        expect(await status('asi.rep', path)).toBe(200);
        expect(await status('committee.manager', path)).toBe(403);
      }
    });

    it('is in no queue: problems and reviews are for those who read them', async () => {
      const state = await driving(api).state(id);
      const escalation = { id: 'E9', level: 'L2', trigger: 'PROBLEM', owner: 'TPM' };
      const review = { year: 2028, dueOn: '2028-01-31', openedAt: NOW, stage: 'OPEN', parts: {} };
      const troubled = {
        ...state,
        oversight: {
          ...state.oversight,
          escalations: [{ ...escalation, since: NOW, levelSince: NOW, stage: 'OPEN', open: true }],
          reviews: [{ ...review, partsFiledAt: null, survey: null, tpmSection: null }],
        },
      } as unknown as Agreement;
      const db = asRead(api.engine.db);
      await projectAgreement(db, troubled, NOW);
      const queues = async (person: string) => [
        (await items(person, '/v1/escalations')).length,
        (await items(person, '/v1/desk/reviews')).length,
      ];
      for (const person of ['asi.rep', 'tpm', 'gsa.tmb', 'committee.manager', 'auditor']) {
        expect([person, await queues(person)]).toEqual([person, [1, 1]]);
      }
      expect(await queues('asi.mbua')).toEqual([0, 0]);
      await projectAgreement(db, state, NOW);
    });

    it('is not in what the body has done, but for those who may see the agreement', async () => {
      const done = async (person: string) =>
        (await items<{ agreement: string }>(person, '/v1/tasks/done')).filter(
          ({ agreement }) => agreement === id,
        ).length;
      expect(await done('asi.rep')).toBeGreaterThan(0);
      expect(await done('asi.signatory')).toBe(0);
    });
  });
});

describe('what an invited body reads before it has accepted', () => {
  let api: ApiUnderTest;
  let id = '';

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const { does } = driving(api);
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    id = await does(PERSON.lead, null, 'StartDraft', draft);
    await does(PERSON.lead, id, 'RequestPartnerSearch', { mode: 'SEARCH', criteria: SECRET });
    await does(PERSON.lead, id, 'RecordSelfAssessment', {
      part: 'RESOURCES',
      answers: [{ question: 'Who?', answer: SECRET }],
    });
    for (const member of [PERSON.twinned.member, PERSON.third.member]) {
      await does(PERSON.lead, id, 'InvitePartner', { member });
    }
  });
  afterAll(() => api.stop());

  interface Request {
    readonly invitations: readonly { readonly member: number }[];
    readonly search: object | null;
    readonly selfAssessments: readonly object[];
  }

  it('is its own invitation, not who else is asked, nor what was looked for', async () => {
    const at = `/v1/agreements/${id}`;
    for (const [person, own, other] of [
      ['ies.rep', PERSON.twinned.member, PERSON.third.member],
      ['gsa.rep', PERSON.third.member, PERSON.twinned.member],
    ] as const) {
      const { body } = await api.get(person, at);
      const request = body['request'] as Request;
      expect(request.invitations.map(({ member }) => member)).toEqual([own]);
      expect([request.search, request.selfAssessments]).toEqual([null, []]);
      expect(body['withheld']).toContainEqual({
        section: 'selection',
        text: 'search for a partner',
      });
      expect((body['duties'] as { id: string }[]).map((d) => d.id.split(':')[0])).toEqual([
        'invitation',
      ]);
      const { items: deadlines } = (await api.get(person, `${at}/deadlines`)).body as {
        items: { timer: string; subject: string }[];
      };
      const invitations = deadlines.filter(({ timer }) => timer === 'T2');
      expect(new Set(invitations.map(({ subject }) => subject)).size).toBe(1);
      for (const path of ['timeline', 'events', 'versions', 'difference?from=1']) {
        const { status, text } = await api.get(person, `${at}/${path}`);
        expect([path, status]).toEqual([path, 200]);
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain(String(other));
      }
      expect((await api.get(person, `${at}/timeline`)).text).toContain('InvitationSent');
      const { items: others } = (await api.get(person, '/v1/tasks?of=others')).body;
      expect(others).toEqual([]);
      const { items: owed } = (await api.get(person, '/v1/tasks')).body;
      expect(owed).toMatchObject([{ agreement: id, member: own }]);
    }
  });

  it('is no CV, and it files nothing', async () => {
    await api.files('asi.rep', id, 'CV');
    const at = `/v1/agreements/${id}/attachments`;
    expect((await api.get('asi.rep', at)).body).toMatchObject({ items: [{ purpose: 'CV' }] });
    expect((await api.get('ies.rep', at)).body).toEqual({ items: [], purposes: [] });
    for (const purpose of ['CV', 'EVIDENCE', 'OTHER']) {
      await expect(api.files('ies.rep', id, purpose)).rejects.toThrow('403');
    }
  });

  it('is everything once it has accepted', async () => {
    await driving(api).does(PERSON.twinned, id, 'ConfirmPartner');
    const { body } = await api.get('ies.rep', `/v1/agreements/${id}`);
    expect(body['withheld']).toEqual([]);
    expect((body['request'] as Request).selfAssessments).toHaveLength(1);
    expect((await api.get('gsa.rep', `/v1/agreements/${id}`)).status).toBe(404);
  });
});
