/** Where the proof of an entry of the record is: what a command that is decided in its request answers with. */
const receiptOf = (index: number): string => `/v1/record/receipts/${String(index)}`;

export const receiptsOf = (events: readonly { readonly index: number }[]): readonly string[] =>
  events.map(({ index }) => receiptOf(index));

/** Of a refusal; one that was not recorded has none. */
export const refusalReceipt = (index: number | null): { readonly receipt?: string } =>
  index === null ? {} : { receipt: receiptOf(index) };
