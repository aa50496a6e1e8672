import { answered, Fault, type Client, type Problem, type Schemas } from '../api.js';

export type ImportResult = Schemas['RegistryImport'];
export type BadRow = ImportResult['skipped'][number];

/** What an operator chose; the date is empty when the data carry their own. */
export interface SnapshotChoice {
  readonly file: File;
  readonly asOf: string;
  readonly whole: boolean;
  readonly skipBad: boolean;
  /** Many committees that the file does not name have really ended. */
  readonly dissolve: boolean;
}

export interface Step {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

type Line =
  | ({ readonly kind: 'PROGRESS' } & Step)
  | { readonly kind: 'RESULT'; readonly result: ImportResult }
  | ({ readonly kind: 'FAILED' } & Problem);

const LINES = 'application/x-ndjson';

const typeOf = ({ name, type }: File): string =>
  /\.csv$/i.test(name) || type === 'text/csv' ? 'text/csv' : LINES;

/** The file as it is sent: packed where the browser can, for a whole file on a slow line is a matter of minutes. */
export async function packed(file: File): Promise<{ body: Blob; headers: Record<string, string> }> {
  if (typeof CompressionStream === 'undefined') return { body: file, headers: {} };
  const stream = file.stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).blob(), headers: { 'Content-Encoding': 'gzip' } };
}

/** The lines of an answer, each as soon as it is whole. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part !== '') yield JSON.parse(part);
    if (done) return;
  }
}

/** Sends a snapshot, as a dry run or for good; throws a `Fault` when it is not taken or the line breaks. */
export async function sendSnapshot(
  client: Client,
  { file, asOf, whole, skipBad, dissolve }: SnapshotChoice,
  dryRun: boolean,
  onStep: (step: Step) => void,
): Promise<ImportResult> {
  const { body, headers } = await packed(file);
  const stream = await answered(
    client.POST('/v1/registry/imports', {
      params: {
        query: {
          ...(asOf !== '' && { asOf }),
          skipBad: String(skipBad) as 'true' | 'false',
          dryRun: String(dryRun) as 'true' | 'false',
          dissolve: String(dissolve) as 'true' | 'false',
          coverage: whole ? 'WHOLE' : 'SOME_COMMITTEES',
        },
      },
      // The document types a binary body as text; the bytes themselves are sent.
      body: body as unknown as string,
      bodySerializer: (bytes: unknown) => bytes as BodyInit,
      headers: { ...headers, 'Content-Type': typeOf(file), Accept: LINES },
      parseAs: 'stream',
    }),
  );
  if (stream === null) throw new Fault(0, null);
  try {
    for await (const each of linesOf(stream)) {
      const line = each as Line;
      if (line.kind === 'PROGRESS') onStep(line);
      else if (line.kind === 'RESULT') return line.result;
      else throw new Fault(503, line);
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(0, null);
  }
  // It ended before the result came.
  throw new Fault(0, null);
}
