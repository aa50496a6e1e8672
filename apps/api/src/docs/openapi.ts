import type { JsonObject } from '@twinning/domain';
import { pathOf, publicCommands } from '../commands/command-names.js';
import { participationRoutes } from '../participation/command-names.js';
import { peopleRoutes } from '../people/command-names.js';
import { IMPORTS, MEMBER_IMPORTS } from '../registry/snapshot-upload.js';
import { HEADERS, RESPONSES } from './http-parts.js';
import { importOperation, memberImportOperation } from './import-operation.js';
import {
  commandOperation,
  participationOperation,
  peopleOperation,
  remindersOperation,
} from './operations.js';
import { readOperation } from './read-operation.js';
import { READS } from './reads.js';
import { SCHEMAS } from './schemas.js';

const OPENING: Readonly<Record<string, string>> = {
  StartDraft: '/v1/agreements',
  OpenCatchUp: '/v1/agreements/catch-up',
};

/** The OpenAPI 3.1 document: commands from the domain's definitions, reads from their table. */
export function openApiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const command of publicCommands()) {
    const path = OPENING[command] ?? `/v1/agreements/{agreement}/${pathOf(command)}`;
    paths[path] = { ...paths[path], post: commandOperation(command) };
  }
  for (const { path, command } of participationRoutes) {
    paths[`/v1/participation/{member}/{committee}/${path}`] = {
      post: participationOperation(command),
    };
  }
  for (const { path, command } of peopleRoutes) {
    paths[`/v1/bodies/{body}/people/${path}`] = { post: peopleOperation(command) };
  }
  paths['/v1/desk/reminders'] = { post: remindersOperation() };
  paths[IMPORTS] = { post: importOperation() };
  paths[MEMBER_IMPORTS] = { post: memberImportOperation() };
  for (const read of READS) {
    paths[read.path] = { ...paths[read.path], [read.method ?? 'get']: readOperation(read) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Twinning',
      version: '1',
      description:
        'ISO twinning agreements (accords de jumelage): every step as a command, every fact from the record. ' +
        'Contains information from ISO Open Data (ISO technical committees), © ISO, made available under the ' +
        'Open Data Commons Attribution License (ODC-By) v1.0; transformed.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: ['Agreements', 'Commands', 'Documents', 'Desk', 'Registry', 'Record', 'Health'].map(
      (name) => ({
        name,
      }),
    ),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: { ...HEADERS },
      responses: { ...RESPONSES },
      schemas: SCHEMAS,
    },
  };
}
