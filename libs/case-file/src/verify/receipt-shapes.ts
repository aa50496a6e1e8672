import type { Json, ProvenEvent } from '@twinning/event-log';

/** A receipt as a file brings it: of a command, or of a single entry (then of no command, agreement or answer). */
export interface GivenReceipt {
  readonly command: string | null;
  readonly agreement: string | null;
  readonly accepted: boolean | null;
  readonly events: readonly ProvenEvent[];
  readonly checkpoint: string;
  readonly unchanged: string | undefined;
}

/** The answer in which the receipts came. */
export interface GivenAnswer {
  readonly command: string;
  readonly given: Readonly<Record<string, unknown>>;
}

type Given = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, fits: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);

const isEntry = (value: unknown): value is Given =>
  isObject(value) &&
  typeof value.index === 'number' &&
  isText(value.leaf) &&
  isListOf(value.proof, isText);
const isDisclosed = (value: unknown): boolean =>
  isObject(value) && isText(value.salt) && Object.hasOwn(value, 'value');
const isEvent = (value: unknown): boolean =>
  isEntry(value) && isObject(value.fields) && Object.values(value.fields).every(isDisclosed);
const isCommandReceipt = (value: unknown): value is Given =>
  isObject(value) &&
  isText(value.command) &&
  isText(value.agreement) &&
  typeof value.accepted === 'boolean' &&
  isListOf(value.events, isEvent) &&
  isText(value.checkpoint) &&
  (value.unchanged === undefined || isText(value.unchanged));
const isLeafReceipt = (value: unknown): value is Given =>
  isEntry(value) && isText(value.checkpoint);

const ofCommand = (value: Given): GivenReceipt => {
  const { command, agreement, accepted, events, checkpoint, unchanged } =
    value as unknown as GivenReceipt;
  return { command, agreement, accepted, events, checkpoint, unchanged };
};
const ofEntry = (value: Given, command: string | null): GivenReceipt => {
  const { index, leaf, proof, checkpoint } = value as unknown as ProvenEvent & {
    readonly checkpoint: string;
  };
  const fields: Readonly<Record<string, { salt: string; value: Json }>> = {};
  const events = [{ index, leaf, proof, fields }];
  return { command, agreement: null, accepted: null, events, checkpoint, unchanged: undefined };
};

/** The receipts in what was parsed from JSON: alone, or in the answer to a command; null when it brings none. */
export function receiptIn(
  given: unknown,
): { readonly receipts: readonly GivenReceipt[]; readonly answer: GivenAnswer | null } | null {
  if (!isObject(given)) return null;
  const { command, proof, proofs } = given;
  if (isText(command) && isCommandReceipt(proof))
    return { receipts: [ofCommand(proof)], answer: { command, given } };
  if (isText(command) && Array.isArray(proofs) && proofs.every(isLeafReceipt))
    return { receipts: proofs.map((one) => ofEntry(one, command)), answer: { command, given } };
  if (isCommandReceipt(given)) return { receipts: [ofCommand(given)], answer: null };
  return isLeafReceipt(given) ? { receipts: [ofEntry(given, null)], answer: null } : null;
}
