// What the console takes from the OpenAPI document: the shapes of the commands' payloads, a part that is loaded with the
// first form, and the values of fields that have an order.
import { readFileSync } from 'node:fs';

const PARTS = {
  'virtual:command-forms': (document) => ({
    commands: formsOf(document),
    clauses: clausesOf(document),
  }),
  'virtual:lists': (document) => listsOf(document),
};
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

/** The values of an agreement's fields that have an order of their own, and what is said of currencies. */
export const listsOf = ({ components }) => {
  const { phase, type } = components.schemas.Agreement.properties;
  const { 'x-minor-digits': minorDigits } = components.schemas['Clause-finance'];
  return { phases: phase.enum, types: type.enum, minorDigits };
};

const read = () => JSON.parse(readFileSync(DOCUMENT, 'utf8'));

/** The form of every command, as the console has it. */
export const allForms = () => formsOf(read());

/** What has an order or a figure of its own, as the console has it. */
export const allLists = () => listsOf(read());

export const commandNames = () => Object.keys(allForms());

const data = (value) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

export function commandForms() {
  return {
    name: 'command-forms',
    resolveId: (id) => (id in PARTS ? `\0${id}` : null),
    load(id) {
      const part = PARTS[id.slice(1)];
      return part === undefined ? null : data(part(read()));
    },
  };
}
