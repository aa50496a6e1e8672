import type { helpEn } from './help-en.js';

export const helpFr: typeof helpEn = {
  help: {
    title: 'Aide',
    lead: 'Le parcours d’un jumelage et ses mots, en langage simple. Pour tout le reste, écrivez à votre responsable de programme technique ou à tmb@iso.org.',
    phases: {
      PROPOSAL: 'Un organisme écrit ce qu’il veut apprendre ou enseigner.',
      PARTNER_SELECTION:
        'Un partenaire est trouvé et accepte ; les deux consentent à la même demande.',
      APPROVAL: 'Le responsable de programme technique, le comité ou le TMB décide, selon le type.',
      NEGOTIATION:
        'Les deux écrivent l’accord clause par clause. Aucune voix ne compte plus que l’autre. Il est signé dans les trois mois.',
      EXECUTION:
        'Les partenaires travaillent ensemble, se réunissent chaque trimestre et font le bilan de l’année.',
      EVALUATION:
        'L’organisme jumelé est-il prêt pour son nouveau rôle ? Les preuves, bloc par bloc.',
      CLOSED: 'Le rapport est classé et les rôles sont retirés.',
    },
    types: 'Les quatre types',
    words: 'Mots',
    glossary: [
      ['Membre (P)', 'Un membre qui participe aux travaux d’un comité et qui vote.'],
      ['Membre (O)', 'Un membre qui suit les travaux comme observateur.'],
      ['TPM', 'Responsable de programme technique du Secrétariat central : votre premier contact.'],
      ['TMB', 'Bureau de gestion technique : décide là où les règles le demandent.'],
      ['ST', 'Annexe ST du Supplément ISO aux Directives : la politique de jumelage.'],
      ['DIR', 'Directives ISO/IEC, partie 1 : les règles de tous les travaux techniques.'],
      [
        'règle du produit',
        'Une règle de ce produit, là où les textes de l’ISO ne disent rien. Toutes les règles figurent à la fin de l’aide.',
      ],
      [
        'Reçu',
        'Un petit fichier qui prouve, sans ce serveur, qu’une inscription figure au registre.',
      ],
    ],
  },
};
