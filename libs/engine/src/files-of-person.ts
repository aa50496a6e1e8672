import type { EventLog, Json, JsonObject } from '@twinning/event-log';
import { sql } from 'kysely';
import type { Db, Trx } from './database.js';
import { foldHistory, historyOf } from './history.js';

const AGREEMENT = 'agreement/';
const HASH = /^[0-9a-f]{64}$/;

/** The fields of a nomination that name a paper about its person, and the purposes for which such a paper is filed. */
const FIELDS = ['cv', 'statement'];
const PURPOSES = ['CV', 'STATEMENT'];

/** A file that outlives the person of whom it tells, for the same bytes are something else too. */
export interface KeptFile {
  readonly sha256: string;
  /** As what the file is still needed: the field of an event, or the purpose it was filed for. */
  readonly because: readonly { readonly agreement: string; readonly as: string }[];
}

/** A person's CVs and signed statements, as nominations named them. Equal bytes lie once: what they are to others decides. */
export interface FilesOfPerson {
  readonly free: readonly string[];
  readonly kept: readonly KeptFile[];
}

/** The files of a person, and which of them nothing else needs; `erased` are persons whose papers count for nothing. */
export async function filesOfPerson(
  db: Db,
  log: EventLog,
  person: string,
  erased: ReadonlySet<string>,
): Promise<FilesOfPerson> {
  const named = await papersOf(db, person);
  if (named.length === 0) return { free: [], kept: [] };
  const mentions = await mentionsOf(db, named);
  const gone = new Set([...erased, person]);
  const uses = [
    ...(await filedAsElse(db, named)),
    ...usesIn(mentions, named),
    ...(await nominationsOfOthers(db, log, { mentions, named, gone })),
  ];
  const kept = named.flatMap((sha256): readonly KeptFile[] => {
    const own = uses.filter((use) => use.sha256 === sha256);
    const because = own.map(({ agreement, as }) => ({ agreement, as }));
    return because.length === 0 ? [] : [{ sha256, because }];
  });
  return { free: named.filter((sha256) => !kept.some((k) => k.sha256 === sha256)), kept };
}

interface Use {
  readonly sha256: string;
  readonly agreement: string;
  readonly as: string;
}

interface Mention {
  readonly agreement: string;
  readonly payload: JsonObject;
}

async function papersOf(db: Db, person: string): Promise<readonly string[]> {
  const { rows } = await sql<{ paper: string }>`
    SELECT DISTINCT nomination ->> field AS paper FROM log.event e,
           jsonb_path_query(e.payload, '$.** ? (@.person == $person)',
                            jsonb_build_object('person', ${person}::text)) nomination,
           unnest(${FIELDS}::text[]) field
     WHERE starts_with(e.stream, ${AGREEMENT}) AND e.type IN ('RequestEdited', 'NomineeProposed')
       AND nomination ->> field IS NOT NULL
     ORDER BY paper`.execute(db);
  return rows.map((row) => row.paper).filter((paper) => HASH.test(paper));
}

/** Files of these that events from `from` on name: what was found out before the head was locked is not true of them. */
export async function mentionedSince(
  db: Db | Trx,
  files: readonly string[],
  from: number,
): Promise<ReadonlySet<string>> {
  const mentions = files.length === 0 ? [] : await mentionsOf(db, files, from);
  return new Set(mentions.flatMap(({ payload }) => placesIn(payload).map((p) => p.sha256)));
}

async function mentionsOf(
  db: Db | Trx,
  files: readonly string[],
  from = 0,
): Promise<readonly Mention[]> {
  const { rows } = await sql<Mention>`
    SELECT substr(stream, ${AGREEMENT.length + 1}) AS agreement, payload FROM log.event
     WHERE index >= ${from} AND starts_with(stream, ${AGREEMENT})
       AND payload::text ~ ${files.join('|')}
     ORDER BY index`.execute(db);
  return rows;
}

const usesIn = (mentions: readonly Mention[], files: readonly string[]): readonly Use[] =>
  unique(
    mentions.flatMap(({ agreement, payload }) =>
      placesIn(payload)
        .filter(({ sha256, as }) => !FIELDS.includes(as) && files.includes(sha256))
        .map((place) => ({ ...place, agreement })),
    ),
  );

/** Every hash in a value, by the name of the field in which it stands. */
function placesIn(value: Json | undefined, as = ''): readonly Omit<Use, 'agreement'>[] {
  if (typeof value === 'string') return HASH.test(value) ? [{ sha256: value, as }] : [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((v) => placesIn(v, as));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([field, v]) => placesIn(v, field));
}

async function filedAsElse(db: Db, files: readonly string[]): Promise<readonly Use[]> {
  const { rows } = await sql<Use>`
    SELECT sha256, agreement::text AS agreement, purpose AS "as" FROM filing.attachment
     WHERE sha256 = ANY(${files}::text[]) AND purpose <> ALL(${PURPOSES}::text[])
     ORDER BY sha256, agreement`.execute(db);
  return rows;
}

/** Nominations that stand today; one that was corrected or replaced needs its file no more. */
async function nominationsOfOthers(
  db: Db,
  log: EventLog,
  {
    mentions,
    named,
    gone,
  }: {
    readonly mentions: readonly Mention[];
    readonly named: readonly string[];
    readonly gone: ReadonlySet<string>;
  },
): Promise<readonly Use[]> {
  const uses: Use[] = [];
  for (const agreement of new Set(mentions.map((m) => m.agreement))) {
    const state = foldHistory(agreement, await historyOf(db, log, agreement));
    const standing = [...state.proposal.nominees, ...state.execution.proposed];
    for (const nomination of standing.filter(({ person }) => !gone.has(person))) {
      uses.push(
        ...placesIn(nomination as unknown as JsonObject)
          .filter(({ sha256, as }) => FIELDS.includes(as) && named.includes(sha256))
          .map((place) => ({ ...place, agreement })),
      );
    }
  }
  return unique(uses);
}

const unique = (uses: readonly Use[]): readonly Use[] => [
  ...new Map(uses.map((u) => [`${u.sha256} ${u.agreement} ${u.as}`, u])).values(),
];
