import type { JsonObject } from '@twinning/domain';
import { MAX_JUSTIFICATION } from '../registry/member-import.controller.js';
import { SNAPSHOT_TYPES } from '../registry/snapshot-upload.js';
import { header, json, problem, ref, response } from './http-parts.js';
import { date } from './read.js';

const BYTES: JsonObject = { type: 'string', format: 'binary' };
const flag: JsonObject = { type: 'string', enum: ['true', 'false'] };

const QUERY: Readonly<Record<string, readonly [JsonObject, string]>> = {
  asOf: [date, 'The day of the data, when they carry none'],
  skipBad: [flag, 'Take the good rows although there are bad ones'],
  dryRun: [flag, 'Only say what would change'],
  dissolve: [flag, 'Many committees that a file of all does not name have really ended'],
  coverage: [
    { type: 'string', enum: ['WHOLE', 'SOME_COMMITTEES'] },
    'Whether committees that the file does not name have ended (WHOLE), or stay as they are',
  ],
};

const parameters = (query: typeof QUERY): readonly JsonObject[] => [
  ...Object.entries(query).map(([name, [schema, description]]) => ({
    ...{ name, in: 'query', required: false, description, schema },
  })),
  header('AcceptLanguage'),
];

const responses = (schema: string, types: string): JsonObject => ({
  '200': {
    description: 'What the import did, or would do.',
    content: json(ref(schema)),
  },
  '400': response('Malformed'),
  '401': response('Unauthenticated'),
  '403': response('Forbidden'),
  '413': problem('Larger than 32 MiB, unpacked (SNAPSHOT_TOO_LARGE).'),
  '415': problem(types),
  '422': problem('Not taken (IMPORT_REFUSED); the details list the bad rows.'),
  '429': response('TooMany'),
  '431': { description: 'The address is too long.' },
  '503': response('Away'),
});

/** Sending a file of the members. */
export const memberImportOperation = (): JsonObject => ({
  operationId: 'importMembers',
  tags: ['Registry'],
  summary: 'Takes a file of ISO’s members into the registry, whole or not at all',
  description:
    'For the Central Secretariat. CSV in UTF-8 with the columns iso_member_id, acronym, country_en, country_alpha2 and ' +
    'category, and where there are such, new_rights and active (yes or no); it may be packed (Content-Encoding: gzip). ' +
    'The same file again changes nothing; one that is older than what is known of a member changes nothing in it.',
  parameters: parameters({
    asOf: [date, 'The day on which the file was true; today when absent'],
    skipBad: QUERY['skipBad'] as (typeof QUERY)[string],
    dryRun: QUERY['dryRun'] as (typeof QUERY)[string],
    justification: [
      { type: 'string', maxLength: MAX_JUSTIFICATION },
      'Why members of an unknown category are taken in; kept with each of them',
    ],
  }),
  requestBody: { required: true, content: { 'text/csv': { schema: BYTES } } },
  responses: responses('MemberImport', 'Not CSV.'),
});

/** Sending a snapshot of the committees: a file in, the result out, with the progress for those who ask for lines. */
export const importOperation = (): JsonObject => ({
  operationId: 'importCommittees',
  tags: ['Registry'],
  summary: 'Takes a file of ISO’s committees into the registry, whole or not at all',
  description:
    'For the Central Secretariat. The file is that of ISO Open Data, as lines of JSON or as CSV, at most 32 MiB; ' +
    'it may be packed (Content-Encoding: gzip). The same file again changes nothing. With Accept: application/x-ndjson ' +
    'the answer is lines of JSON: PROGRESS with step, done and total, then RESULT or FAILED.',
  parameters: parameters(QUERY),
  requestBody: {
    required: true,
    content: Object.fromEntries(
      Object.keys(SNAPSHOT_TYPES).map((type) => [type, { schema: BYTES }]),
    ),
  },
  responses: responses('RegistryImport', 'Neither lines of JSON nor CSV.'),
});
