declare module '*.css';
declare module 'virtual:command-forms' {
  const forms: import('./forms/schema.js').Forms;
  export default forms;
}

declare module 'virtual:lists' {
  type Agreement = import('./api.js').Schemas['Agreement'];
  const lists: {
    readonly phases: readonly Agreement['phase'][];
    readonly types: readonly Agreement['type'][];
    /** Digits behind the decimal sign by currency; 2 where it says nothing. */
    readonly minorDigits: Readonly<Record<string, number>>;
  };
  export default lists;
}

declare module 'virtual:case-verifier' {
  type Key = { readonly name: string };
  interface Verdict {
    readonly holds: boolean;
    readonly keyGiven: boolean;
    /** Fields that are commitments only. */
    readonly withheld: number;
    /** Signatures of signatories that were checked. */
    readonly signed: number;
    /** Files that were destroyed with a person, and where the record says so. */
    readonly erased: readonly { readonly sha256: string; readonly index: number }[];
    /** Documents that events name, there or not; null for a file of before they were in it. */
    readonly documents: readonly { readonly sha256: string; readonly file: string | null }[] | null;
    /** Cosignatures in the file of witnesses whose keys nobody gave. */
    readonly unknownWitnesses: number;
    readonly faults: readonly {
      readonly claim: string;
      readonly code: string;
      readonly place: string;
    }[];
    readonly manifest: {
      readonly agreement: string;
      readonly origin: string;
      readonly size: number;
      readonly version: number;
      readonly refusals: number;
    } | null;
  }
  interface ReceiptVerdict {
    readonly isReceipt: true;
    readonly holds: boolean;
    readonly command: string | null;
    /** Entries of the record that the receipt stands in; null when its checkpoint is not signed. */
    readonly size: number | null;
    /** Whether it came in the answer to a command, which then is held to it. */
    readonly isAnswer: boolean;
    readonly faults: Verdict['faults'];
  }
  export function readKey(text: string): Promise<Key>;
  /** `text`: a receipt, or the answer to a command that brings one, as JSON. */
  export function verifyReceipt(text: string, keys: readonly Key[]): Promise<ReceiptVerdict>;
  export function verifyCaseFile(bytes: Uint8Array, keys: readonly Key[]): Promise<Verdict>;
}
