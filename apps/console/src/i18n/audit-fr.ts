import type { auditEn } from './audit-en.js';
import { plural } from './plural-fr.js';

export const auditFr: typeof auditEn = {
  audit: {
    title: 'Audit',
    lead: 'Un accord tel qu’il était un jour donné, et des preuves que vous vérifiez vous-même.',
    travel: 'Remonter le temps',
    found: (n: number) => plural(n, 'accord', 'accords'),
    firstFound: (n: number) =>
      `Les ${String(n)} derniers modifiés sont listés, et il y en a d’autres : cherchez par organisme ou par comité.`,
    which: 'Accord',
    day: 'À la fin du',
    version: (n: number, of: number) => `Étape ${String(n)} sur ${String(of)}`,
    back: 'Un pas en arrière',
    forward: 'Un pas en avant',
    play: 'Lire',
    pause: 'Pause',
    check: 'Vérifier le registre',
    checkLead:
      'Votre navigateur recalcule les empreintes et vérifie la signature ; le serveur n’est pas cru sur parole.',
    entry: 'Numéro d’une inscription (facultatif)',
    entryHelp: 'Sans numéro, seule la signature de tout le registre est vérifiée.',
    pasted: 'Ou collez un reçu (facultatif)',
    checkNow: 'Vérifier ici',
    failed:
      'Il n’y avait rien à vérifier : le reçu est illisible, n’existe pas, ou vous ne pouvez pas le voir.',
    holds: 'Tient :',
    fails: 'Ne tient pas :',
    claims: {
      KEY: 'la clé publique correspond à son nom',
      SIGNATURE: 'la taille et la racine du registre sont signées par cette clé (Ed25519)',
      INCLUSION: 'l’inscription figure dans l’arbre de cette racine (RFC 9162)',
      ENTRY: 'les octets prouvés sont une inscription du registre',
      CONSISTENCY:
        'le registre de votre dernière vérification est le début de celui-ci : rien n’a été changé ni retiré (RFC 9162)',
    },
    size: (n: number) => plural(n, 'inscription', 'inscriptions'),
    root: 'racine',
    showEntry: 'Afficher l’inscription prouvée',
  },
};
