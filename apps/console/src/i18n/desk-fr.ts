import type { deskEn } from './desk-en.js';
import { plural } from './plural-fr.js';

export const deskFr: typeof deskEn = {
  desk: {
    title: 'Bureau',
    lead: 'Ce qui est bloqué, depuis quand et auprès de qui ; et ce qui prend bientôt fin.',
    level: 'Niveau',
    owner: 'Auprès de',
    days: (n: number) => plural(n, 'jour', 'jours'),
  },
  programme: {
    title: 'Programme',
    lead: 'Tous les jumelages que vous pouvez voir, comptés.',
    count: 'Nombre',
    csv: 'Enregistrer en CSV',
  },
};
