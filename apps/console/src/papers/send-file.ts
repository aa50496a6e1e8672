import { answered, Fault, type Client, type Schemas } from '../api.js';
import type { PapersTexts } from './texts.js';

// The document types a binary body as text; the file itself is sent, as it is.
const asBody = (file: File): string => file as unknown as string;
const RAW = {
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': 'application/octet-stream' },
};

export type Purpose = Schemas['Attachments']['purposes'][number];

/** Files a document beside an agreement; throws a `Fault` when it is not taken. */
export const fileAttachment = (
  client: Client,
  agreement: string,
  purpose: Purpose,
  file: File,
): Promise<Schemas['Attachment']> =>
  answered(
    client.POST('/v1/agreements/{agreement}/attachments', {
      params: { path: { agreement }, query: { purpose } },
      body: asBody(file),
      ...RAW,
    }),
  );

/** Asks whether a file is a paper of this record. */
export const checkPaper = (client: Client, file: File): Promise<Schemas['PaperCheck']> =>
  answered(client.POST('/v1/papers/check', { body: asBody(file), ...RAW }));

/** Why a file was not taken, in words that say what to do. */
export function refusalOf(error: unknown, x: PapersTexts, away: string): string {
  const problem = error instanceof Fault ? error.problem : null;
  if (problem === null) return away;
  // What is refused for its length alone never reaches the look into its content.
  if (problem.code === 'TOO_LARGE') return x.reasons.TOO_LARGE;
  const { reason } = problem.details as { readonly reason?: unknown };
  const known = Object.entries(x.reasons).find(([code]) => code === reason);
  return known?.[1] ?? `${problem.title} ${problem.detail}`;
}
