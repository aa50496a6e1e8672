import type { Language } from './index.js';

/** What `twinning shadow` says. */
export interface ShadowMessages {
  readonly shadow: string;
  readonly bundle: string;
  readonly withoutTemporal: string;
  readonly deciding: string;
  readonly summary: (agreements: number, decisions: number, same: number, odd: number) => string;
  readonly deadlines: (count: number, moved: number) => string;
  readonly histories: (count: number, broken: number) => string;
  readonly different: (type: string, version: number) => string;
  readonly moved: (key: string, then: string, now: string) => string;
  readonly unreadable: (why: string) => string;
  /** Of people and participations. */
  readonly otherwise: string;
  readonly broken: (why: string) => string;
  readonly none: string;
  readonly allSame: string;
}

export const shadowMessages: Readonly<Record<Language, ShadowMessages>> = {
  en: {
    shadow:
      'decide every recorded command again with this build, read-only, and say what would differ',
    bundle: 'workflow code to replay the running workflows with',
    withoutTemporal: 'leave the workflows out',
    deciding: 'Deciding again',
    summary: (agreements, decisions, same, odd) =>
      `${String(agreements)} agreements, ${String(decisions)} decisions: ${String(same)} the same, ${String(odd)} that cannot be made again.`,
    deadlines: (count, moved) => `${String(count)} deadlines, ${String(moved)} moved.`,
    histories: (count, broken) =>
      `${String(count)} running workflows replayed, ${String(broken)} that this build cannot carry on.`,
    different: (type, version) =>
      `${type} on version ${String(version)} would be decided otherwise`,
    moved: (key, then, now) => `deadline ${key}: ${then} → ${now}`,
    unreadable: (why) => `cannot be read by this build: ${why}`,
    otherwise: 'read by this build, its events give something else than what is shown',
    broken: (why) => `its workflow does not replay: ${why}`,
    none: 'none',
    allSame: '✓ this build would behave the same',
  },
  fr: {
    shadow:
      'redécider avec cette version chaque commande du registre, en lecture seule, et dire ce qui changerait',
    bundle: 'code des workflows avec lequel rejouer ceux qui tournent',
    withoutTemporal: 'laisser les workflows de côté',
    deciding: 'Nouvelle décision',
    summary: (agreements, decisions, same, odd) =>
      `${String(agreements)} accords, ${String(decisions)} décisions : ${String(same)} identiques, ${String(odd)} impossibles à reprendre.`,
    deadlines: (count, moved) => `${String(count)} échéances, dont ${String(moved)} déplacées.`,
    histories: (count, broken) =>
      `${String(count)} workflows en cours rejoués, ${String(broken)} que cette version ne peut poursuivre.`,
    different: (type, version) => `${type} à la version ${String(version)} serait décidé autrement`,
    moved: (key, then, now) => `échéance ${key} : ${then} → ${now}`,
    unreadable: (why) => `illisible pour cette version : ${why}`,
    otherwise: 'lus par cette version, ses événements donnent autre chose que ce qui est affiché',
    broken: (why) => `son workflow ne se rejoue pas : ${why}`,
    none: 'aucune',
    allSame: '✓ cette version se comporterait de même',
  },
};
