import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { papersIn } from '../../kernel/papers.js';
import { saying, whyFields } from '../../kernel/saying.js';
import { hash, integer, object, optional, person } from '../../kernel/schema.js';
import { SEAL_FIELDS } from '../../kernel/seal.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { NEG, otherSide, PARTNERS, RUN } from '../../kernel/vocabulary.js';
import { assertTemplate } from './open.js';
import { bothSigned, signatureOf } from './openness.js';
import { recordedSeal, sealFits, signedText } from './seals.js';
import type { Signatory } from './state.js';

export const DesignateSignatory = command({
  clause: 'OQ-19',
  allowed: [{ roles: PARTNERS, in: [...NEG, ...RUN] }],
  shape: object({ person: person(), authority: optional(hash()) }),
  papers: (_, { authority }) => papersIn('authority', [authority], 'AUTHORITY'),
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    if (payload.authority === undefined) return refuse('AUTHORITY_MISSING', 'OQ-19', { side });
    const { signatories } = state.negotiation;
    if (signatories.some((s) => s.side !== side && s.person === payload.person)) {
      return refuse('SAME_SIGNATORY', 'G8', { side: otherSide(side) });
    }
    const known = signatories.find((s) => s.side === side);
    return known?.person === payload.person && known.authority === payload.authority
      ? []
      : [
          event('SignatoryDesignated', {
            side,
            person: payload.person,
            authority: payload.authority,
          }),
        ];
  },
});

/** The caller as the designated signatory of its own body (G8); null for everybody else. */
export const signatoryOf = (state: Agreement, ctx: Context): Signatory | null =>
  state.negotiation.signatories.find(
    (s) => s.person === ctx.principal.person && s.side === sideOf(state, ctx.principal.member),
  ) ?? null;

const notSignatory = (state: Agreement, ctx: Context): Refusal | null =>
  signatoryOf(state, ctx) === null ? refuse('NOT_SIGNATORY', 'G8') : null;

const notFrozen = (state: Agreement): Refusal | null =>
  state.negotiation.frozen.AGREEMENT === null ? refuse('TERMS_NOT_FROZEN', 'ST.5.5') : null;

const hasSigned = (state: Agreement, ctx: Context): Refusal | null => {
  if (bothSigned(state)) return refuse('BOTH_SIGNED', 'ST.5.5');
  const side = signatoryOf(state, ctx)?.side;
  return side === undefined || signatureOf(state, side) === undefined
    ? null
    : refuse('ALREADY_SIGNED', 'ST.5.5', { side });
};

// A partner's representative may ask and learns that only the designated signatory signs.
const allowed = [{ roles: ['SIGNATORY', ...PARTNERS], in: ['AGREEMENT_PENDING'] }] as const;

export const SignAgreement = command({
  clause: 'ST.5.5',
  allowed,
  stepUp: true,
  shape: object({
    documentHash: hash(),
    originalNo: integer(1, 2),
    ...SEAL_FIELDS,
  }),
  open: (state, ctx) =>
    firstRefusal(notSignatory(state, ctx), notFrozen(state), hasSigned(state, ctx)),
  decide(state, { documentHash, originalNo, ...sealed }, ctx) {
    const signatory = signatoryOf(state, ctx);
    if (signatory === null) return refuse('NOT_SIGNATORY', 'G8');
    const { side, person: signs } = signatory;
    const { AGREEMENT: frozen } = state.negotiation.frozen;
    const other = signatureOf(state, otherSide(side));
    const wrong = firstRefusal(
      notFrozen(state),
      frozen === documentHash
        ? null
        : refuse('TEXT_CHANGED', 'lifecycle D12', { documentHash: frozen }),
      hasSigned(state, ctx),
      other?.person === signs ? refuse('SAME_SIGNATORY', 'G8') : null,
      other?.originalNo === originalNo
        ? refuse('INVALID_INPUT', 'OQ-20', {
            faults: [{ pointer: '/originalNo', expected: 'the number of the other original' }],
          })
        : null,
      sealFits(sealed, signedText(state.id, documentHash, originalNo), other, ctx),
    );
    assertTemplate(state, ctx.hash);
    const signed = { side, person: signs, documentHash, originalNo, ...recordedSeal(sealed) };
    return wrong ?? [event('AgreementSigned', signed)];
  },
});

export const WithdrawSignature = command({
  clause: 'ST.4(a)',
  allowed,
  stepUp: true,
  shape: object(whyFields),
  open: notSignatory,
  decide(state, { why }, ctx) {
    const signatory = signatoryOf(state, ctx);
    if (signatory === null) return refuse('NOT_SIGNATORY', 'G8');
    if (bothSigned(state)) return refuse('BOTH_SIGNED', 'ST.5.5');
    return signatureOf(state, signatory.side) === undefined
      ? []
      : [event('SignatureWithdrawn', { side: signatory.side, ...saying(why) })];
  },
});

/** Both signatures on the frozen agreement and a frozen plan: what the TPM can check (ST.5.5). */
export function submittable(state: Agreement): Refusal | null {
  const { frozen } = state.negotiation;
  if (frozen.AGREEMENT === null || !bothSigned(state)) {
    return refuse('SIGNATURE_MISSING', 'ST.5.5', {
      signed: state.negotiation.signatures.map((s) => s.side),
    });
  }
  return frozen.PLAN === null ? refuse('PLAN_MISSING', 'ST.5.5') : null;
}

export const SubmitSignedAgreement = command({
  clause: 'ST.5.5',
  allowed: [{ roles: PARTNERS, in: ['AGREEMENT_PENDING'] }],
  shape: object({}),
  open: submittable,
  decide(state, _, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const { AGREEMENT: documentHash, PLAN: planHash } = state.negotiation.frozen;
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const wrong = submittable(state);
    if (wrong) return wrong;
    if (documentHash === null || planHash === null) return refuse('PLAN_MISSING', 'ST.5.5');
    return [event('SignedAgreementSubmitted', { side, documentHash, planHash })];
  },
});
