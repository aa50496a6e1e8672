import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '@twinning/domain';
import { agreed, COMMITTEE, doingOn, registered } from '@twinning/engine/testing';
import { ApiUnderTest } from '../testing/api-under-test.js';

const START = '2027-02-01';
const END = '2030-01-31';

const EN = 'Agreement and plan accepted, begins on 1 February 2027';
const FR = 'Accord et plan acceptés, commence le 1er février 2027';

describe('an agreement whose documents are accepted before its first day', () => {
  let api: ApiUnderTest;
  let agreement: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const doing = doingOn(api.engine);
    agreement = await registered(doing, COMMITTEE, START);
    await agreed(doing, agreement, { start: day(START), end: day(END) });
  });
  afterAll(() => api.stop());

  const read = async (path: string, language = 'en') =>
    (await api.get('asi.rep', path, { 'Accept-Language': language })).body;
  const listed = async (query = '', language = 'en') => {
    const { items } = (await read(`/v1/agreements${query}`, language)) as {
      items: readonly {
        readonly id: string;
        readonly status: string;
        readonly statusText: string;
      }[];
    };
    return items.find(({ id }) => id === agreement);
  };

  it('says in its heading, in both languages, which day is waited for', async () => {
    expect(await read(`/v1/agreements/${agreement}`)).toMatchObject({
      status: 'AGREEMENT_IN_REVIEW',
      statusText: EN,
    });
    expect(await read(`/v1/agreements/${agreement}`, 'fr')).toMatchObject({ statusText: FR });
  });

  it('says the same in the list, and in the list of that day', async () => {
    expect(await listed()).toMatchObject({ status: 'AGREEMENT_IN_REVIEW', statusText: EN });
    expect(await listed('', 'fr')).toMatchObject({ statusText: FR });
    expect(await listed('?asOf=2027-01-04')).toMatchObject({ statusText: EN });
  });

  it('is read as of any size of the record, as it stood before and after each of its entries', async () => {
    const path = `/v1/agreements/${agreement}`;
    const { items } = (await read(`${path}/events`)) as {
      items: readonly { readonly index: number; readonly version: number }[];
    };
    expect(items.length).toBeGreaterThan(10);
    for (const { index, version } of items.slice(-3)) {
      expect(await read(`${path}?asOf=@${String(index)}`)).toMatchObject({ version: version - 1 });
      expect(await read(`${path}?asOf=@${String(index + 1)}`)).toMatchObject({
        ...{ version, actions: [] },
      });
      const told = await read(`${path}/timeline?asOf=@${String(index)}`);
      expect(told).toMatchObject({
        items: items.slice(0, version - 1).map(({ index }) => ({ index })),
      });
    }
    const index = items[0]?.index ?? -1;
    expect((await api.get('asi.rep', `${path}?asOf=@${String(index)}`)).status).toBe(404);
    expect((await api.get('asi.rep', `${path}?asOf=@x`)).status).toBe(400);
    expect(await read(`${path}/deadlines?asOf=@${String(index + 1)}`)).not.toEqual(
      await read(`${path}/deadlines`),
    );
  });

  it('is said to be checked in the version before the acceptance', async () => {
    const { version } = (await read(`/v1/agreements/${agreement}`)) as { version: number };
    const before = await read(`/v1/agreements/${agreement}?version=${String(version - 1)}`);
    expect(before).toMatchObject({ statusText: 'Agreement and plan being checked' });
    const { items } = (await read(`/v1/agreements/${agreement}/versions`)) as {
      items: readonly { readonly version: number; readonly changed: { statusText?: string } }[];
    };
    expect(items.find((one) => one.version === version)?.changed.statusText).toBe(EN);
  });

  it('says to who does not read the terms that a day is waited for, and nowhere which', async () => {
    const path = `/v1/agreements/${agreement}`;
    for (const person of ['committee.manager', 'gsa.tmb']) {
      const told = await Promise.all(
        ['', '?version=9999', '/versions', '/deadlines'].map((more) =>
          api.get(person, path + more),
        ),
      );
      const lists = await Promise.all(
        ['', '?asOf=2027-01-04'].map((query) => api.get(person, `/v1/agreements${query}`)),
      );
      const all = [...told, ...lists].map(({ status, text }) => `${String(status)} ${text}`);
      for (const text of all) expect(text).not.toMatch(/^[^2]|1 February 2027|2027-01-31/);
      expect(told[0]?.body).toMatchObject({
        statusText: 'Agreement and plan accepted, not begun yet',
      });
      for (const { body } of lists) {
        expect(body.items).toContainEqual(
          expect.objectContaining({
            ...{ id: agreement, statusText: 'Agreement and plan accepted, not begun yet' },
            nextDeadline: (told[0]?.body.nextDeadline as { due: string } | null)?.due ?? null,
          }),
        );
      }
    }
    const { body } = await api.get('auditor', '/v1/agreements');
    expect((body.items as object[])[0]).toMatchObject({ statusText: EN });
    expect((body.items as { nextDeadline: string }[])[0]?.nextDeadline).toMatch(/^2027-01-31/);
  });

  it('is in force on its first day, as what would happen if nobody acted had said', async () => {
    const told = (await read(`/v1/agreements/${agreement}/what-if?until=${START}`)) as {
      moments: readonly { readonly timer: string | null; readonly statusText: string }[];
      statusText: string;
    };
    const start = told.moments.findIndex(({ timer }) => timer === 'T22');
    expect(told.moments.slice(0, start).every((m) => m.statusText === EN)).toBe(true);
    expect(told.moments[start]?.statusText).toBe('In force');
    api.engine.until(`${START}T09:00:00Z`);
    await api.engine.executor.look(agreement);
    expect(await listed()).toMatchObject({ status: 'ACTIVE', statusText: 'In force' });
  });
});
