import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { isSealed, keyOf, sealOf, type Sealed } from '../../kernel/seal.js';

/**
 * What a signatory's own key signs: the hash of the text, bound to the agreement and to the original, so that a
 * signature says nothing elsewhere; a passkey signs the SHA-256 of it as its challenge. Fixed for ever: signatures are
 * verified outside of the product (docs/signing.md).
 */
export const signedText = (agreement: string, hash: string, originalNo: number): string =>
  `twinning agreement signature 1\n${agreement}\n${hash}\noriginal ${String(originalNo)}\n`;

/** A key without its signature, or one that signed something else, signs nothing; and one key stands for one person. */
export function sealFits(
  sealed: Sealed,
  message: string,
  other: Sealed | undefined,
  ctx: Context,
): Refusal | null {
  if (!isSealed(sealed)) return null;
  const seal = sealOf(sealed);
  const fits =
    seal !== null &&
    ctx.verifies?.(seal, message) === true &&
    (other === undefined || keyOf(other) !== keyOf(sealed));
  return fits ? null : refuse('SIGNATURE_INVALID', 'ST.5.5', { signed: message });
}

/** The fields of an event that keep the seal. */
export const recordedSeal = ({ key, signature, passkey }: Sealed) => ({
  ...(key !== undefined && signature !== undefined && { key, signature }),
  ...(passkey !== undefined && { passkey }),
});
