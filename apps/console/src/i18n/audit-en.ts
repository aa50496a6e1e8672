import { plural } from './plural-en.js';

/** Time travel and proofs. */
export const auditEn = {
  audit: {
    title: 'Audit',
    lead: 'An agreement as it stood on any day, and proofs that you check yourself.',
    travel: 'Travel in time',
    found: (n: number) => plural(n, 'agreement', 'agreements'),
    firstFound: (n: number) =>
      `The ${String(n)} changed last are listed, and there are more: search by body or committee.`,
    which: 'Agreement',
    day: 'As of the end of',
    version: (n: number, of: number) => `Step ${String(n)} of ${String(of)}`,
    back: 'One step back',
    forward: 'One step on',
    play: 'Play',
    pause: 'Pause',
    check: 'Check the record',
    checkLead:
      'Your browser recomputes the hashes and checks the signature; the server is not trusted.',
    entry: 'Number of an entry (optional)',
    entryHelp: 'Left empty, only the signature of the whole record is checked.',
    pasted: 'Or paste a receipt (optional)',
    checkNow: 'Check it here',
    failed:
      'There was nothing to check: the receipt is not readable, does not exist, or you may not see it.',
    holds: 'Holds:',
    fails: 'Fails:',
    claims: {
      KEY: 'the public key fits its name',
      SIGNATURE: 'the record’s size and root are signed with this key (Ed25519)',
      INCLUSION: 'the entry stands in the tree of this root (RFC 9162)',
      ENTRY: 'the proved bytes are an entry of the record',
      CONSISTENCY:
        'the record of your last check is the beginning of this one: nothing was changed or taken out (RFC 9162)',
    },
    size: (n: number) => plural(n, 'entry', 'entries'),
    root: 'root',
    showEntry: 'Show the proved entry',
  },
};
