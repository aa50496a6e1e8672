import type { ConnectionLike } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '@twinning/workflows/contract';

// temporal.api.enums.v1.IndexedValueType
const KEYWORD = 2;
const DATETIME = 6;

const wanted: readonly (readonly [string, number])[] = [
  ...SEARCH_ATTRIBUTES.keyword.map((name) => [name, KEYWORD] as const),
  ...SEARCH_ATTRIBUTES.datetime.map((name) => [name, DATETIME] as const),
];

type Operator = Pick<ConnectionLike, 'operatorService'>;

/**
 * Registers the search attributes that are missing, and answers which. An unregistered one does not fail: it hangs the workflow, so this
 * runs before any worker starts.
 */
export async function registerSearchAttributes(
  connection: Operator,
  namespace: string,
): Promise<readonly string[]> {
  const listed = await connection.operatorService.listSearchAttributes({ namespace });
  const known = new Set(Object.keys(listed.customAttributes));
  const missing = wanted.filter(([name]) => !known.has(name));
  await addSearchAttributes(connection, namespace, missing);
  return missing.map(([name]) => name);
}

/** Registers the given search attributes, all of them unless told; for a server that cannot list what it has. */
export async function addSearchAttributes(
  connection: Operator,
  namespace: string,
  attributes = wanted,
): Promise<void> {
  if (attributes.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(attributes),
  });
}
