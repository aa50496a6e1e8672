import { sealOf, signedText, type Sealed } from '@twinning/domain';
import { verifies } from '@twinning/engine';
import type { ProvenEvent } from '@twinning/event-log';
import { leafOf } from '../content.js';
import type { CaseFault } from './claims.js';

/** Where an event says which text was signed. */
const TEXT_OF: Readonly<Record<string, string>> = {
  AgreementSigned: 'documentHash',
  AmendmentSigned: 'hash',
};

/**
 * The signatures that signatories made with a key or passkey of their own, each over the text that its event names. One
 * of which a part is withheld is not looked at.
 */
export function checkSeals(
  agreement: string,
  events: readonly ProvenEvent[],
): { readonly faults: readonly CaseFault[]; readonly signed: number } {
  const faults: CaseFault[] = [];
  let signed = 0;
  events.forEach((event, i) => {
    const field = TEXT_OF[leafOf(event).type];
    if (field === undefined) return;
    const said = (name: string) => event.fields[name]?.value;
    const [hash, originalNo] = [said(field), said('originalNo')];
    const { key, signature, passkey } = event.fields;
    const seal = sealOf({
      key: key?.value,
      signature: signature?.value,
      passkey: passkey?.value,
    } as unknown as Sealed);
    if (seal === null || hash === undefined || originalNo === undefined) return;
    signed += 1;
    if (verifies(seal, signedText(agreement, hash as string, originalNo as number))) return;
    const place = `agreement ${String(i + 1)}`;
    faults.push({ claim: 'SIGNATURES', code: 'SEAL_DIFFERS', place });
  });
  return { faults, signed };
}
