export const mailTexts = {
  en: {
    title: 'E-mail from Twinning',
    lead: 'This page belongs to one address of e-mail: whoever has its link may change it.',
    gone: 'This link is not valid. Open the one in the latest message.',
    rhythm: 'When do you want to hear of what can wait?',
    rhythms: {
      instant: 'At once, each message by itself',
      daily: 'Each morning, in one message',
      weekly: 'On Mondays, in one message',
    },
    urgent: 'What is due before the day after comes at once in any case.',
    news: 'Also send news: a new status that asks nothing of you',
    mandatory: 'What you are asked to do, and what the rules have you informed of, is always sent.',
    save: 'Save',
    saved: 'Saved.',
    failed: 'This was not saved. Try again.',
  },
  fr: {
    title: 'Courriels de Twinning',
    lead: 'Cette page appartient à une adresse de courriel : qui en a le lien peut la modifier.',
    gone: 'Ce lien n’est pas valable. Ouvrez celui du dernier message.',
    rhythm: 'Quand voulez-vous apprendre ce qui peut attendre ?',
    rhythms: {
      instant: 'Aussitôt, chaque message à part',
      daily: 'Chaque matin, en un seul message',
      weekly: 'Le lundi, en un seul message',
    },
    urgent: 'Ce qui échoit avant le lendemain arrive aussitôt dans tous les cas.',
    news: 'Envoyer aussi les nouvelles : un nouveau statut qui ne vous demande rien',
    mandatory:
      'Ce qu’on vous demande de faire, et ce dont les règles veulent que vous soyez informé, est toujours envoyé.',
    save: 'Enregistrer',
    saved: 'Enregistré.',
    failed: 'Rien n’a été enregistré. Réessayez.',
  },
};
