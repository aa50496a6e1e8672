import { describe, expect, it } from '@jest/globals';
import { createTwinningClient } from '@twinning/client';
import { Fault } from '../api.js';
import { linesOf, sendSnapshot, type Step } from './send-snapshot.js';

const inPieces = (...pieces: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      const bytes = new TextEncoder();
      for (const piece of pieces) controller.enqueue(bytes.encode(piece));
      controller.close();
    },
  });

describe('the lines of an answer', () => {
  it('are whole, however the line cuts them', async () => {
    const lines: unknown[] = [];
    for await (const line of linesOf(inPieces('{"a":1}\n{"b"', ':"é', '"}\n\n{"c":3}\n'))) {
      lines.push(line);
    }
    expect(lines).toEqual([{ a: 1 }, { b: 'é' }, { c: 3 }]);
  });
});

describe('sending a snapshot', () => {
  const choice = {
    ...{ file: new File(['id\n'], 'committees.csv'), asOf: '2026-02-01' },
    ...{ whole: false, skipBad: true, dissolve: false },
  };
  const answering = (answer: Response) => {
    const asked: Request[] = [];
    const client = createTwinningClient({ baseUrl: 'http://here', language: 'en' });
    client.use({
      onRequest: ({ request }) => {
        asked.push(request);
        return answer;
      },
    });
    return { asked, client };
  };

  it('says what was chosen, tells each step, and answers the result', async () => {
    const { asked, client } = answering(
      new Response(
        inPieces(
          '{"kind":"PROGRESS","step":"WRITE","done":1,"total":2}\n',
          '{"kind":"RESULT","result":{"committees":2}}\n',
        ),
      ),
    );
    const steps: Step[] = [];
    const result = await sendSnapshot(client, choice, true, (step) => steps.push(step));
    expect(result).toEqual({ committees: 2 });
    expect(steps).toMatchObject([{ step: 'WRITE', done: 1, total: 2 }]);
    const [request] = asked;
    expect([request?.url.split('?')[1], request?.headers.get('content-type')]).toEqual([
      'asOf=2026-02-01&skipBad=true&dryRun=true&dissolve=false&coverage=SOME_COMMITTEES',
      'text/csv',
    ]);
  });

  it('is a fault without an answer when the line breaks before the result', async () => {
    const { client } = answering(new Response(inPieces('{"kind":"PROGRESS","step":"WRITE"}\n')));
    const sent = sendSnapshot(client, choice, false, () => undefined);
    await expect(sent).rejects.toMatchObject({ status: 0, problem: null });
  });

  it('is the fault that the last line names', async () => {
    const { client } = answering(
      new Response(inPieces('{"kind":"FAILED","code":"STORE_AWAY","title":"x","detail":"y"}\n')),
    );
    const error: unknown = await sendSnapshot(client, choice, false, () => undefined).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(Fault);
    expect(error).toMatchObject({ problem: { code: 'STORE_AWAY' } });
  });
});
