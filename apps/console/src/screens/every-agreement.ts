import { answered, type Client, type Schemas } from '../api.js';

type Row = Schemas['AgreementPage']['items'][number];
const PAGES = 50;

/** Every agreement that the person may see, page after page. */
export async function everyAgreement(client: Client): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const query: { limit: number; cursor?: string } = {
      limit: 200,
      ...(cursor !== null && { cursor }),
    };
    const answer: Schemas['AgreementPage'] = await answered(
      client.GET('/v1/agreements', { params: { query } }),
    );
    rows.push(...answer.items);
    cursor = answer.next;
    if (cursor === null) break;
  }
  return rows;
}
