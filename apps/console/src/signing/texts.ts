const en = {
  title: 'Signature with a passkey',
  optional: '(optional)',
  help: 'Your device or security key signs the hash of the text you have read. The signature can be checked without this service, by anybody.',
  sign: 'Sign with a passkey',
  again: 'Make a new passkey',
  busy: 'Follow your device …',
  done: 'Your passkey has signed this text. It takes effect when you send the form.',
  remove: 'Take the signature out',
  changed: 'The text or the number of the original has changed since: please sign anew.',
  cancelled:
    'The device gave no signature: it was cancelled, took too long, or the passkey is no longer there.',
  unable: 'This browser gives no passkey on this address. You can sign without one.',
};

const fr: typeof en = {
  title: 'Signature avec une clé d’accès (passkey)',
  optional: '(facultatif)',
  help: 'Votre appareil ou votre clé de sécurité signe l’empreinte du texte que vous avez lu. Chacun peut vérifier la signature sans ce service.',
  sign: 'Signer avec une clé d’accès',
  again: 'Créer une nouvelle clé d’accès',
  busy: 'Suivez votre appareil …',
  done: 'Votre clé d’accès a signé ce texte. La signature prend effet quand vous envoyez le formulaire.',
  remove: 'Retirer la signature',
  changed: 'Le texte ou le numéro de l’original a changé depuis : veuillez signer à nouveau.',
  cancelled:
    'L’appareil n’a pas donné de signature : opération annulée, trop longue, ou clé d’accès disparue.',
  unable:
    'Ce navigateur ne donne pas de clé d’accès à cette adresse. Vous pouvez signer sans elle.',
};

export const signingTexts = { en, fr };
