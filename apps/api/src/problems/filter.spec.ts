import { describe, expect, it } from '@jest/globals';
import { Logger, type ArgumentsHost } from '@nestjs/common';
import { RecordIncomplete } from '@twinning/case-file';
import { ProblemFilter } from './filter.js';

const SECRET = 'postgres://twinning:hunter2@db.internal/twinning';

/** What somebody reads, and what stands in the log, when this is thrown. */
function answerTo(
  error: unknown,
  language = 'en',
): { readonly status: number; readonly said: string } {
  const answer = { status: 0, said: '' };
  const reply = {
    elapsedTime: 1,
    header(name: string, value: string) {
      answer.said += `${name}: ${value}\n`;
      return reply;
    },
    status(status: number) {
      answer.status = status;
      return reply;
    },
    send(body: unknown) {
      answer.said += JSON.stringify(body);
    },
  };
  const headers = { 'accept-language': language };
  const request = { headers, method: 'GET', ip: '192.0.2.1', id: 'x', routeOptions: {} };
  const http = { getRequest: () => request, getResponse: () => reply };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return answer;
}

describe('a fault that nobody foresaw', () => {
  it.each([
    ['an error', new TypeError(`cannot read ${SECRET}`)],
    [
      'an error of the database',
      Object.assign(new Error(SECRET), { code: '42P01', detail: SECRET }),
    ],
    ['an error with another inside', new Error('outer', { cause: new Error(SECRET) })],
    ['something that is no error', { secret: SECRET }],
    ['a text', SECRET],
    ['nothing', undefined],
  ])('says nothing of the inside: %s', (_, error) => {
    const written: unknown[] = [];
    const log = { error: (text: unknown) => written.push(text), warn: () => 0, log: () => 0 };
    Logger.overrideLogger(log);
    const { status, said } = answerTo(error);
    Logger.overrideLogger(false);
    expect(status).toBe(500);
    expect(said).toContain('"code":"INTERNAL"');
    expect(said).not.toMatch(/hunter2|internal\/|outer|42P01|TypeError|\.ts|node_modules|secret/);
    // Who operates the service finds it by the correlation id.
    expect(written).toHaveLength(1);
    expect(JSON.parse(said.slice(said.indexOf('{')))).toHaveProperty('correlation');
  });
});

describe('a record from which events are missing', () => {
  const difference = { of: 'log', expected: 57, found: 56, first: 41 };
  it.each([
    ['en', 'In log, 57 events are expected and 56 found; the first difference is at 41.'],
    [
      'fr',
      'Dans log, 57 événements sont attendus et 56 trouvés ; la première différence est à 41.',
    ],
  ])('is said to be so, with what is missing, in %s', (language, sentence) => {
    const written: unknown[] = [];
    const log = { error: (text: unknown) => written.push(text), warn: () => 0, log: () => 0 };
    Logger.overrideLogger(log);
    const { status, said } = answerTo(new RecordIncomplete(difference), language);
    Logger.overrideLogger(false);
    expect(status).toBe(503);
    expect(said).toContain('"code":"RECORD_INCOMPLETE"');
    expect(said).toContain(sentence);
    expect(written).toHaveLength(1);
  });
});
