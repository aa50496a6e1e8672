import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../docs/openapi.js';
import { ApiUnderTest } from '../testing/api-under-test.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Every address that is read, with something in the place of each part that varies. */
const reads = Object.entries(openApiDocument().paths as Record<string, Record<string, object>>)
  .filter(([path, operations]) => path.startsWith('/v1/') && 'get' in operations)
  .map(([path]) => path.replace(/\{\w+\}/g, NOBODY));

describe('a query that the document does not name', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ requestsPerMinute: 100_000 });
  });
  afterAll(() => api.stop());

  it('is refused at every address that the caller may read', async () => {
    expect(reads.length).toBeGreaterThan(40);
    const answers = await Promise.all(
      reads.map(async (path) => {
        const { status, body } = await api.get('auditor', `${path}?nonsense=1`);
        return [path, status, body.code];
      }),
    );
    const refused = answers.filter(([, , code]) => code === 'INVALID_INPUT');
    expect(refused.map(([, status]) => status)).toEqual(refused.map(() => 400));
    const others = answers.filter(([, , code]) => code !== 'INVALID_INPUT');
    expect(others.filter(([, , code]) => code !== 'FORBIDDEN')).toEqual([]);
    expect(refused.length).toBeGreaterThan(40);
  });

  it.each([
    ['/v1/agreements?comittee=1', '/comittee', 'committee'],
    [`/v1/agreements/${NOBODY}?nothing=1`, '/nothing', 'asOf'],
    ['/v1/me?of=ann', '/of', 'nothing'],
  ])('is named, with those that there are: %s', async (path, pointer, expected) => {
    const { body } = await api.get('auditor', path);
    expect(body.details).toEqual({
      faults: [{ pointer, expected: expect.stringContaining(expected) }],
    });
  });
});
