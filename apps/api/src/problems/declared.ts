import { openApiDocument } from '../docs/openapi.js';

/** An address of the API's document: the methods that it takes, and the query parameters of each. */
export interface Place {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
  readonly queries: ReadonlyMap<string, readonly string[]>;
}

interface Operation {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
}

const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (path: string): RegExp => {
  const parts = path
    .split('/')
    .map((part) => (/^\{\w+\}$/.test(part) ? (part === '{path}' ? '.+' : '[^/]+') : escaped(part)));
  return new RegExp(`^${parts.join('/')}$`);
};

const queriesOf = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.flatMap((p) => (p.in === 'query' && p.name !== undefined ? [p.name] : []));

/** All addresses, literal ones first, as the router has it: /catch-up is no agreement. */
export function declaredPlaces(): readonly Place[] {
  const paths = openApiDocument().paths as Readonly<Record<string, Record<string, Operation>>>;
  return Object.entries(paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .map(([path, operations]) => {
      const queries = new Map(
        Object.entries(operations).map(([method, of]) => [method.toUpperCase(), queriesOf(of)]),
      );
      const get = queries.get('GET');
      if (get !== undefined) queries.set('HEAD', get);
      return { pattern: patternOf(path), methods: [...queries.keys()], queries };
    });
}
