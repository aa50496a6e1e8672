import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { correlationOf } from './correlation.js';

describe('the correlation id of a request', () => {
  const of = (given: unknown) =>
    correlationOf({
      ...{ id: 'own-id', headers: { 'x-correlation-id': given } },
    } as unknown as FastifyRequest);

  it('is the caller’s own when it is plain', () => {
    expect(of('import-2027.01_a')).toBe('import-2027.01_a');
  });

  it.each([
    ['a second line', 'abcdefgh\n{"level":"error"}'],
    ['a carriage return', 'abcdefgh\r'],
    ['an escape of a terminal', 'abcdefgh\u001b[2J'],
    ['a format', 'abcdefgh%s%d'],
    ['markup', '<b>abcdefgh</b>'],
    ['too little', 'a'],
    ['too much', 'a'.repeat(65)],
    ['several', ['abcdefgh', 'ijklmnop']],
    ['nothing', undefined],
  ])('is replaced where it would bring %s into a log', (_, given) => {
    expect(of(given)).toBe('own-id');
  });
});
