import type { registryEn } from './registry-en.js';

export const registryFr: typeof registryEn = {
  registry: {
    title: 'Répertoire',
    lead: 'Les membres et comités de l’ISO, à toute date.',
    search: 'Chercher par sigle, pays, référence ou titre ; les accents ne comptent pas',
    members: 'Membres',
    committees: 'Comités',
    member: 'Membre',
    committee: 'Comité',
    noMembers: 'Aucun membre ne correspond.',
    noCommittees: 'Aucun comité ne correspond.',
    country: 'Pays',
    category: 'Catégorie',
    pMemberships: 'Comités comme membre (P)',
    secretariats: 'Secrétariats',
    agreementsOf: 'Jumelages que vous pouvez voir',
    none: 'Aucun.',
    back: 'Retour au répertoire',
    on: 'À la date du',
    P: 'Membres (P)',
    O: 'Membres (O)',
    importFile: 'Importer des comités d’un fichier',
    importMembers: 'Importer des membres d’un fichier',
    source: 'Contient des informations d’ISO Open Data, © ISO, sous ODC-By 1.0 ; transformées.',
  },
};
