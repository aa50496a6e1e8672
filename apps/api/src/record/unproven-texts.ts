import type { Language } from '@twinning/domain';

/** Why an answer brings no receipt. */
export const UNPROVEN = ['NOT_SIGNED', 'NOT_READY', 'NOTHING_RECORDED'] as const;
export type UnprovenCode = (typeof UNPROVEN)[number];

export const UNPROVEN_TEXTS: Readonly<Record<Language, Readonly<Record<UnprovenCode, string>>>> = {
  en: {
    NOT_SIGNED:
      'This answer brings no receipt: the record is not signed at the moment. The decision stands; ask for the receipt at its address later.',
    NOT_READY:
      'This answer brings no receipt: it was not ready in time. The decision stands; ask for the receipt at its address.',
    NOTHING_RECORDED:
      'This answer brings no receipt: the command left no entry in the record that one could prove.',
  },
  fr: {
    NOT_SIGNED:
      'Cette réponse n’apporte pas de reçu : le registre n’est pas signé pour le moment. La décision est acquise ; demandez le reçu plus tard à son adresse.',
    NOT_READY:
      'Cette réponse n’apporte pas de reçu : il n’était pas prêt à temps. La décision est acquise ; demandez le reçu à son adresse.',
    NOTHING_RECORDED:
      'Cette réponse n’apporte pas de reçu : la commande n’a laissé au registre aucune inscription à prouver.',
  },
};
