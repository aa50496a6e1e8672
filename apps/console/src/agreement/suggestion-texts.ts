const en = {
  revisionOwes:
    'The proposed revision is not translated. Either partner can add the translation below, or propose to do without it; it can be agreed only then.',
  suggest: 'Begin with the suggested text',
  suggested:
    'This is a suggestion. Adapt what stands in brackets; it is your side’s proposal when you send it, and binds nobody before the other side accepts it.',
  notSuggested: 'The suggestion could not be loaded. Please try again.',
};

const fr: typeof en = {
  revisionOwes:
    'La révision proposée n’est pas traduite. Chaque partenaire peut ajouter la traduction ci-dessous ou proposer d’y renoncer ; ce n’est qu’alors qu’elle peut être convenue.',
  suggest: 'Commencer par le texte suggéré',
  suggested:
    'Ceci est une suggestion. Adaptez ce qui figure entre crochets ; elle devient la proposition de votre partie lorsque vous l’envoyez et n’engage personne avant que l’autre partie l’accepte.',
  notSuggested: 'La suggestion n’a pas pu être chargée. Veuillez réessayer.',
};

export const suggestionTexts = { en, fr };
