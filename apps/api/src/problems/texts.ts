import type { Language } from '@twinning/domain';
import type { EdgeCode } from './problem.js';

type Text = { readonly title: string; readonly help: string };

/** What a person reads of a fault at the edge, in both languages. */
export const EDGE_TEXTS: Readonly<Record<Language, Readonly<Record<EdgeCode, Text>>>> = {
  en: {
    MALFORMED: {
      title: 'The request is not readable.',
      help: 'Send well-formed JSON in UTF-8 with the header Content-Type: application/json.',
    },
    INVALID_INPUT: {
      title: 'Some fields are missing or wrong.',
      help: 'Correct the fields that are listed and ask again; a command gets a new Idempotency-Key.',
    },
    SIGN_IN_FAILED: {
      title: 'The sign-in did not work.',
      help: 'Start it again from the page you came from; an attempt counts once and for ten minutes.',
    },
    UNAUTHENTICATED: {
      title: 'You are not signed in.',
      help: 'Send a bearer token in the Authorization header.',
    },
    TOKEN_INVALID: {
      title: 'Your token is not accepted.',
      help: 'Sign in again: the token is expired, not signed by the expected issuer, or not meant for this service.',
    },
    STEP_UP_REQUIRED: {
      title: 'This step needs a fresh proof that it is you.',
      help: 'Sign in again with the stronger method and repeat the command.',
    },
    FORBIDDEN: {
      title: 'This is not for your role.',
      help: 'Ask the administrator of your body for the role, or see the policy under /v1/policy.',
    },
    TWO_SEATS_CLAIMED: {
      title:
        'Your sign-in names you as a party and a judge, or as two of the bodies that decide (rules 5.1).',
      help: 'No role counts until one is taken away: ask who gives the roles at your identity provider.',
    },
    CROSS_SITE: {
      title: 'The request does not come from a page of this service.',
      help: 'Act in the console itself, or send a bearer token instead of the session.',
    },
    NOT_FOUND: {
      title: 'There is nothing here that you may see.',
      help: 'Check the address, or ask a partner of the agreement for access.',
    },
    METHOD_NOT_ALLOWED: {
      title: 'This address does not take that method.',
      help: 'See the documentation of the API for the methods of this address.',
    },
    FILE_ERASED: {
      title: 'This file was erased.',
      help: 'It told of a person whose data were erased. Its hash stays in the record; nobody can read it any more.',
    },
    VERSION_CONFLICT: {
      title: 'The agreement has changed since you read it.',
      help: 'Read it again, look at what changed, and send the command with the new ETag in If-Match.',
    },
    TOO_LARGE: {
      title: 'The request is larger than 64 KiB.',
      help: 'Shorten the texts, or file documents apart and refer to them by their hash.',
    },
    SNAPSHOT_TOO_LARGE: {
      title: 'The file is larger than 32 MiB.',
      help: 'The data of all committees of ISO are smaller: check whether it is the right file.',
    },
    UNSUPPORTED_MEDIA_TYPE: {
      title: 'The request is not JSON.',
      help: 'Send JSON with the header Content-Type: application/json.',
    },
    FOREIGN_HOST: {
      title: 'This service is not reached under that name.',
      help: 'Open it as localhost, or under the public address that its operator has set.',
    },
    FILE_NOT_ACCEPTED: {
      title: 'This file is not taken.',
      help: 'Files are PDF, PNG, JPEG, DOCX or ODT of at most 10 MB, without scripts or macros; what counts is the content.',
    },
    IMPORT_REFUSED: {
      title: 'The file was not taken into the registry; nothing has changed.',
      help: 'The details name the reason and each bad row with its line and field. Correct the file, or leave the bad rows out.',
    },
    COMMAND_ID_REUSED: {
      title: 'This Idempotency-Key was used for another request.',
      help: 'Use a new Idempotency-Key for a new command; keep the old one only to repeat the same request.',
    },
    VERSION_REQUIRED: {
      title: 'The version that you have read is missing.',
      help: 'Send the ETag of the agreement in the If-Match header.',
    },
    COMMAND_ID_REQUIRED: {
      title: 'The Idempotency-Key is missing or malformed.',
      help: 'Send an Idempotency-Key of 8 to 128 letters, digits, hyphens or underscores, new for each command.',
    },
    TOO_MANY_REFUSALS: {
      title: 'Too many refused commands in a short time.',
      help: 'Wait a minute, read the actions that are open to you, and try again.',
    },
    TOO_MANY_TOKENS: {
      title: 'Too many tokens that are not accepted.',
      help: 'Wait a minute and sign in again.',
    },
    TOO_MANY_REQUESTS: {
      title: 'Too many requests.',
      help: 'Wait as long as Retry-After says, in seconds, and send fewer.',
    },
    TOO_MANY_STREAMS: {
      title: 'Too many open streams of updates.',
      help: 'Close some of them, or ask again later.',
    },
    INTERNAL: {
      title: 'The service failed to answer.',
      help: 'Repeat the request with the same Idempotency-Key; tell the operator the correlation id if it fails again.',
    },
    NOT_SIGNED: {
      title: 'The record is not signed at the moment, so nothing can be proved from it.',
      help: 'The operator finds the reason in the log of the service.',
    },
    RECORD_NOT_CONTINUED: {
      title: 'The record was restored from a backup and has not been continued yet.',
      help: 'Nothing is decided until its operator has continued it under a new name; reading goes on. Repeat later with the same Idempotency-Key: nothing was recorded.',
    },
    RECORD_INCOMPLETE: {
      title: 'Events are missing from the record, so no case file is sealed from it.',
      help: 'In {of}, {expected} events are expected and {found} found; the first difference is at {first}. The operator finds out more with "twinning verify".',
    },
    RECORD_ALTERED: {
      title:
        'An entry of the record is no longer what was recorded, so nothing is shown or decided from it.',
      help: 'Entry {entry} differs from its hash. The operator finds out how far it goes with "twinning verify", and restores it from a backup.',
    },
    ISSUER_AWAY: {
      title: 'The sign-in service does not answer.',
      help: 'Try again in a moment; nothing was recorded.',
    },
    STORE_AWAY: {
      title: 'The record, or the store of its files, does not answer.',
      help: 'Try again in a moment with the same Idempotency-Key; nothing was half-done.',
    },
  },
  fr: {
    MALFORMED: {
      title: 'La requête est illisible.',
      help: 'Envoyez du JSON bien formé en UTF-8 avec l’en-tête Content-Type: application/json.',
    },
    INVALID_INPUT: {
      title: 'Des champs manquent ou sont erronés.',
      help: 'Corrigez les champs indiqués et refaites la demande ; une commande reçoit une nouvelle Idempotency-Key.',
    },
    SIGN_IN_FAILED: {
      title: 'La connexion n’a pas abouti.',
      help: 'Recommencez depuis la page d’où vous venez ; une tentative compte une fois et pendant dix minutes.',
    },
    UNAUTHENTICATED: {
      title: 'Vous n’êtes pas connecté.',
      help: 'Envoyez un jeton (bearer) dans l’en-tête Authorization.',
    },
    TOKEN_INVALID: {
      title: 'Votre jeton n’est pas accepté.',
      help: 'Reconnectez-vous : le jeton est expiré, n’est pas signé par l’émetteur attendu ou n’est pas destiné à ce service.',
    },
    STEP_UP_REQUIRED: {
      title: 'Cette étape demande une nouvelle preuve de votre identité.',
      help: 'Reconnectez-vous par la méthode renforcée et répétez la commande.',
    },
    FORBIDDEN: {
      title: 'Ceci n’est pas ouvert à votre rôle.',
      help: 'Demandez le rôle à l’administrateur de votre organisme ou consultez les règles sous /v1/policy.',
    },
    TWO_SEATS_CLAIMED: {
      title:
        'Votre connexion vous désigne comme partie et juge, ou comme deux des organes qui décident (règles 5.1).',
      help: 'Aucun rôle ne compte tant que l’un d’eux n’est pas retiré : adressez-vous à qui attribue les rôles chez votre fournisseur d’identité.',
    },
    CROSS_SITE: {
      title: 'La requête ne vient pas d’une page de ce service.',
      help: 'Agissez dans la console elle-même ou envoyez un jeton (bearer) à la place de la session.',
    },
    NOT_FOUND: {
      title: 'Il n’y a rien ici que vous puissiez voir.',
      help: 'Vérifiez l’adresse ou demandez l’accès à un partenaire de l’accord.',
    },
    METHOD_NOT_ALLOWED: {
      title: 'Cette adresse n’accepte pas cette méthode.',
      help: 'Consultez la documentation de l’API pour les méthodes de cette adresse.',
    },
    FILE_ERASED: {
      title: 'Ce fichier a été effacé.',
      help: 'Il parlait d’une personne dont les données ont été effacées. Son empreinte reste au registre ; plus personne ne peut le lire.',
    },
    VERSION_CONFLICT: {
      title: 'L’accord a changé depuis votre lecture.',
      help: 'Relisez-le, voyez ce qui a changé et renvoyez la commande avec le nouvel ETag dans If-Match.',
    },
    TOO_LARGE: {
      title: 'La requête dépasse 64 Kio.',
      help: 'Raccourcissez les textes ou déposez les documents à part et citez leur empreinte.',
    },
    SNAPSHOT_TOO_LARGE: {
      title: 'Le fichier dépasse 32 Mio.',
      help: 'Les données de tous les comités de l’ISO sont plus petites : vérifiez que c’est le bon fichier.',
    },
    UNSUPPORTED_MEDIA_TYPE: {
      title: 'La requête n’est pas du JSON.',
      help: 'Envoyez du JSON avec l’en-tête Content-Type: application/json.',
    },
    FOREIGN_HOST: {
      title: 'Ce service ne s’ouvre pas sous ce nom.',
      help: 'Ouvrez-le comme localhost ou à l’adresse publique que son exploitant a réglée.',
    },
    FILE_NOT_ACCEPTED: {
      title: 'Ce fichier n’est pas accepté.',
      help: 'Les fichiers sont au format PDF, PNG, JPEG, DOCX ou ODT, de 10 Mo au plus, sans script ni macro ; seul compte le contenu.',
    },
    IMPORT_REFUSED: {
      title: 'Le fichier n’a pas été repris dans le répertoire ; rien n’a changé.',
      help: 'Les détails donnent la raison et chaque ligne fautive avec son numéro et son champ. Corrigez le fichier ou laissez ces lignes de côté.',
    },
    COMMAND_ID_REUSED: {
      title: 'Cette Idempotency-Key a servi pour une autre requête.',
      help: 'Prenez une nouvelle Idempotency-Key pour une nouvelle commande ; gardez l’ancienne pour répéter la même requête.',
    },
    VERSION_REQUIRED: {
      title: 'La version que vous avez lue manque.',
      help: 'Envoyez l’ETag de l’accord dans l’en-tête If-Match.',
    },
    COMMAND_ID_REQUIRED: {
      title: 'L’Idempotency-Key manque ou est mal formée.',
      help: 'Envoyez une Idempotency-Key de 8 à 128 lettres, chiffres, tirets ou soulignés, nouvelle pour chaque commande.',
    },
    TOO_MANY_REFUSALS: {
      title: 'Trop de commandes refusées en peu de temps.',
      help: 'Attendez une minute, lisez les actions qui vous sont ouvertes et réessayez.',
    },
    TOO_MANY_TOKENS: {
      title: 'Trop de jetons non acceptés.',
      help: 'Attendez une minute et reconnectez-vous.',
    },
    TOO_MANY_REQUESTS: {
      title: 'Trop de requêtes.',
      help: 'Attendez le temps qu’indique Retry-After, en secondes, et envoyez-en moins.',
    },
    TOO_MANY_STREAMS: {
      title: 'Trop de flux de mises à jour ouverts.',
      help: 'Fermez-en quelques-uns ou réessayez plus tard.',
    },
    INTERNAL: {
      title: 'Le service n’a pas pu répondre.',
      help: 'Répétez la requête avec la même Idempotency-Key ; en cas de nouvel échec, donnez l’identifiant de corrélation à l’exploitant.',
    },
    NOT_SIGNED: {
      title: 'Le registre n’est pas signé en ce moment : rien ne peut en être prouvé.',
      help: 'L’exploitant trouve la raison dans le journal du service.',
    },
    RECORD_NOT_CONTINUED: {
      title: 'Le registre a été restauré d’une sauvegarde et n’a pas encore été continué.',
      help: 'Rien n’est décidé tant que son exploitant ne l’a pas continué sous un nouveau nom ; la lecture reste possible. Répétez plus tard avec la même Idempotency-Key : rien n’a été enregistré.',
    },
    RECORD_INCOMPLETE: {
      title: 'Des événements manquent au registre : aucun dossier n’en est scellé.',
      help: 'Dans {of}, {expected} événements sont attendus et {found} trouvés ; la première différence est à {first}. L’exploitant en apprend davantage avec « twinning verify ».',
    },
    RECORD_ALTERED: {
      title:
        'Une entrée du registre n’est plus celle qui a été enregistrée : rien n’en est montré ni décidé.',
      help: 'L’entrée {entry} diffère de son empreinte. L’exploitant en apprend l’étendue avec « twinning verify » et la restaure d’une sauvegarde.',
    },
    ISSUER_AWAY: {
      title: 'Le service de connexion ne répond pas.',
      help: 'Réessayez dans un instant ; rien n’a été enregistré.',
    },
    STORE_AWAY: {
      title: 'Le registre, ou le dépôt de ses fichiers, ne répond pas.',
      help: 'Réessayez dans un instant avec la même Idempotency-Key ; rien n’est resté à moitié fait.',
    },
  },
};
