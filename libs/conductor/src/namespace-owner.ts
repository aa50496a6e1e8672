import type { ConnectionLike } from '@temporalio/client';

const OWNER = 'twinning-record';

/** A record as a namespace names it. */
export interface RecordName {
  readonly origin: string;
  /** When its first entry was recorded (RFC 3339): tells two records of one name apart. */
  readonly openedAt: string;
  /** Names of the records that it continues after restores: no worker may have run between two of them. */
  readonly continues?: readonly string[];
}

/**
 * Writes on a namespace whose workflows it holds, unless another record has: two that share one would take each other's
 * workflows for strangers and end them. Answers the other's name, or null when the namespace is this record's.
 */
export async function claimNamespace(
  { workflowService }: Pick<ConnectionLike, 'workflowService'>,
  namespace: string,
  { origin, openedAt, continues }: RecordName,
): Promise<string | null> {
  const mine = `${origin} ${openedAt}`;
  const { namespaceInfo } = await workflowService.describeNamespace({ namespace });
  const owner = namespaceInfo?.data?.[OWNER];
  if (owner === mine) return null;
  const goesOn = continues?.some((name) => owner?.startsWith(`${name} `)) === true;
  if (owner !== undefined && owner !== '' && !goesOn) return owner;
  await workflowService.updateNamespace({ namespace, updateInfo: { data: { [OWNER]: mine } } });
  return null;
}
