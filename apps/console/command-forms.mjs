// The shapes of the commands' payloads, taken from the OpenAPI document: a part of the console that is loaded with the
// first form.
import { readFileSync } from 'node:fs';

const NAME = 'virtual:command-forms';
const DOCUMENT = new URL('../api/openapi.json', import.meta.url);

/** `{ InvitePartner: { path, schema } }` of every command of the document. */
export function formsOf(document) {
  return Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, { post }]) => {
      const schema = post?.requestBody?.content['application/json']?.schema;
      return schema === undefined || !path.startsWith('/v1/agreements')
        ? []
        : [[post.summary, { path, schema }]];
    }),
  );
}

/** `{ objectives: schema }` of every structured clause of the terms. */
export const clausesOf = (document) =>
  Object.fromEntries(
    Object.entries(document.components.schemas)
      .filter(([name]) => name.startsWith('Clause-'))
      .map(([name, schema]) => [name.slice('Clause-'.length), schema]),
  );

export function commandForms() {
  return {
    name: 'command-forms',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
      const forms = { commands: formsOf(document), clauses: clausesOf(document) };
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(forms))});`;
    },
  };
}
