import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { approvedChair, partnersOfLead, registered } from '@twinning/engine/testing';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';

interface Told {
  readonly items: readonly {
    readonly acronym: string;
    readonly score: number;
    readonly components: readonly { readonly points: number; readonly text: string }[];
  }[];
  readonly candidates: number;
  readonly taken: {
    readonly code: string;
    readonly title: string;
    readonly help: string;
    readonly bodies: string | null;
  } | null;
  readonly unwilling: number;
  readonly regions: readonly { readonly region: string; readonly share: number }[];
  readonly excluded: readonly { readonly code: string; readonly count: number }[];
  readonly notices: readonly string[];
}

describe('the choice of partners', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const ask = (query: string, language = 'en') =>
    api.get('ies.rep', `/v1/matching?${query}`, { 'Accept-Language': language });
  const asked = 'twinned=1725&type=P_MEMBER&committee=47878';

  it('ranks the P-members of the committee, each component with points and a reason', async () => {
    const told = (await ask(asked)).body as unknown as Told;
    expect(told.items.length).toBeGreaterThan(1);
    expect(told.items.map((i) => i.acronym)).not.toContain('IES');
    expect(told.items.map((i) => i.score)).toEqual(
      [...told.items.map((i) => i.score)].sort((a, b) => b - a),
    );
    for (const { score, components } of told.items) {
      expect(components).toHaveLength(6);
      expect(components.reduce((sum, c) => sum + c.points, 0)).toBeCloseTo(score, 5);
    }
    expect(told.excluded.map((e) => e.code)).toEqual(
      expect.arrayContaining(['SAME_PARTNER', 'NOT_P_MEMBER_LEAD']),
    );
    expect(told.regions.reduce((sum, r) => sum + r.share, 0)).toBeCloseTo(1, 5);
    expect(told.notices.join(' ')).toMatch(/ODC-By.*ODbL/s);
  });

  it('leaves out a body that does not wish to be suggested, until it does again', async () => {
    const Authorization = `Bearer ${await api.token('asi.rep')}`;
    const say = async (method: string) =>
      (await api.request('/v1/me/suggestions', { method, headers: { Authorization } })).body;
    const shown = async () => {
      const { items, unwilling } = (await ask(asked)).body as unknown as Told;
      return [items.some(({ acronym }) => acronym === 'ASI'), unwilling];
    };
    expect(await say('GET')).toEqual({ member: 1529, suggested: true });
    expect(await shown()).toEqual([true, 0]);
    const declined = [await say('DELETE'), await say('DELETE')];
    expect(declined).toEqual(declined.map(() => ({ member: 1529, suggested: false })));
    expect(await shown()).toEqual([false, 1]);
    // Its own search is none of this.
    const own = await api.get('asi.rep', '/v1/matching?twinned=1529&type=P_MEMBER&committee=47858');
    expect(own.status).toBe(200);
    expect(await say('POST')).toEqual({ member: 1529, suggested: true });
    expect(await shown()).toEqual([true, 0]);
    for (const person of ['asi.mbua', 'tpm', 'auditor']) {
      expect([person, (await api.get(person, '/v1/me/suggestions')).status]).toEqual([person, 403]);
    }
  });

  it('gives the reasons in French, and takes other weights', async () => {
    const told = (await ask(`${asked}&weights=language:100,experience:0`, 'fr'))
      .body as unknown as Told;
    const said = told.items.flatMap((i) => i.components.map((c) => c.text)).join('\n');
    expect(said).toMatch(/^Expérience\u00a0: \d+ participations comme membre \(P\)/m);
    expect(said).toMatch(/^(Langue commune\u00a0: |Aucune langue officielle commune)/m);
    expect(told.candidates).toBe(((await ask(asked)).body as unknown as Told).candidates);
  });

  it('ranks nobody for a chair that another twinning holds, and says who holds it and until when', async () => {
    const doing = driving(api);
    const { committee, bodies } = await partnersOfLead(api.engine.db);
    const [body] = bodies;
    if (body === undefined) throw new Error('No partner.');
    const query = (type: string) => `twinned=1725&type=${type}&committee=${String(committee)}`;
    const told = async (type: string, language = 'en') =>
      (await ask(query(type), language)).body as unknown as Told;
    const free = await told('CHAIR');
    expect([free.taken, free.candidates > 0]).toEqual([null, true]);
    const id = await approvedChair(doing, committee, body);
    // Only a registration takes the place.
    expect((await told('CHAIR')).taken).toBeNull();
    await doing.does(PERSON.tmbSec, id, 'RegisterInGD');
    const taken = await told('CHAIR');
    expect([taken.items, taken.candidates]).toEqual([[], 0]);
    expect(taken.excluded.map((e) => e.code)).toContain('SLOT_TAKEN');
    expect(taken.taken).toMatchObject({
      code: 'SLOT_TAKEN',
      title: 'Another twinning holds this place.',
    });
    expect(taken.taken?.bodies).toMatch(/^ASI – \w+$/);
    expect(taken.taken?.help).toContain(`Held by: ${taken.taken?.bodies ?? ''}`);
    expect(JSON.stringify(taken.taken)).not.toContain(id);
    expect((await told('CHAIR', 'fr')).taken?.title).toBe('Un autre jumelage occupe cette place.');
    expect((await told('SECRETARIAT')).taken).toBeNull();
  });

  it.each(['SECRETARIAT', 'CHAIR', 'CONVENOR'])('answers for a %s', async (type) => {
    const { status, body } = await ask(`twinned=1725&type=${type}&committee=47878`);
    expect(status).toBe(200);
    expect((body as unknown as Told).candidates).toBeGreaterThanOrEqual(type === 'CHAIR' ? 2 : 1);
  });

  describe('once ASI and IES are registered in the committee', () => {
    let id: string;
    beforeAll(async () => {
      id = await registered(driving(api));
    });

    it('nobody is ranked for the seeker, whoever would lead: it has one lead there (G6)', async () => {
      const told = (await ask(asked)).body as unknown as Told;
      expect([told.items, told.candidates]).toEqual([[], 0]);
      expect(told.taken).toMatchObject({ code: 'TWINNED_ALREADY_TWINNED_IN_COMMITTEE' });
      expect(told.taken?.bodies).toBe('ASI – IES');
      expect(told.excluded.map((e) => e.code)).toContain('TWINNED_ALREADY_TWINNED_IN_COMMITTEE');
    });

    it('somebody who does not ask for their own body hears that the place is taken, and of no twinning of others', async () => {
      const other = async (person: string, language: string) =>
        (await api.get(person, `/v1/matching?${asked}`, { 'Accept-Language': language }))
          .body as unknown as Told;
      for (const person of ['asi.rep', 'gsa.tmb', 'committee.manager']) {
        const told = await other(person, 'en');
        const { code, bodies, help } = told.taken as NonNullable<Told['taken']>;
        expect([code, bodies]).toEqual(['TWINNED_ALREADY_TWINNED_IN_COMMITTEE', null]);
        expect(help).not.toMatch(/ASI|IES|Held by/);
      }
      const elsewhere = 'twinned=1725&type=CONVENOR&committee=47878&limit=200';
      const load = async (person: string) => {
        const { body } = await api.get(person, `/v1/matching?${elsewhere}`);
        const asi = (body as unknown as Told).items.find(({ acronym }) => acronym === 'ASI');
        return asi?.components.map(({ text }) => text).join(' ');
      };
      expect(await load('ies.rep')).toMatch(/Twinnings it leads now: \d/);
      expect(await load('tpm')).toMatch(/Twinnings it leads now: \d/);
      expect(await load('asi.rep')).toContain('is told to representatives of the twinned body');
      expect(await load('asi.rep')).not.toContain('leads now: ');
    });

    it('and it had run for a working group, the lead is left out for that group alone (OQ-7)', async () => {
      const { db } = api.engine;
      // The rows as a twinning of convenors leaves them that has run its time.
      await sql`UPDATE read.agreement SET type = 'CONVENOR', working_group = 'WG 4', status = 'CLOSED',
        start_day = '2021-01-01' WHERE agreement = ${id}`.execute(db);
      await sql`UPDATE read.stream_state
        SET state = jsonb_set(state, '{ending,ended}', '{"how": "EXPIRED", "on": "2025-12-31"}')
        WHERE agreement = ${id}`.execute(db);
      const leads = async (more: string) => {
        const query = `twinned=1725&type=CONVENOR&committee=47878&limit=200${more}`;
        const { items, excluded } = (await ask(query)).body as unknown as Told;
        return [
          items.some(({ acronym }) => acronym === 'ASI'),
          excluded.some(({ code }) => code === 'RENEWAL_FORBIDDEN'),
        ];
      };
      expect(await leads('')).toEqual([true, false]);
      expect(await leads('&workingGroup=WG+5')).toEqual([true, false]);
      expect(await leads('&workingGroup=WG+4')).toEqual([false, true]);
    });
  });

  it.each([
    ['twinned=1725&type=P_MEMBER', 400],
    [`${asked}&weights=luck:3`, 400],
    [`${asked}&weights=language:101`, 400],
    ['twinned=99999&type=P_MEMBER&committee=47878', 404],
  ])('%s is answered with %i', async (query, status) => {
    expect((await ask(query)).status).toBe(status);
  });
});
