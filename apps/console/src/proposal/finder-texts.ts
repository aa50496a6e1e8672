const en = {
  title: 'Who could lead, and why',
  lead: 'Ranked by facts of the registry and of earlier twinnings. The weights are yours to change; no source prescribes them.',
  score: (n: number) => `${String(n)} of 100`,
  shown: (n: number, all: number) =>
    n < all ? `The first ${String(n)} of ${String(all)}` : `${String(all)} in all`,
  more: 'Show ten more',
  choose: 'Choose',
  reasons: 'Why',
  weights: 'Change what counts',
  components: {
    experience: 'Experience',
    interest: 'Shared interest',
    language: 'Language',
    region: 'Region',
    load: 'Not busy with other twinnings',
    history: 'Has led before',
  },
  excluded: (n: number, why: string) => `${String(n)} left out: ${why}`,
  unwilling: (n: number) =>
    n === 1
      ? 'One body does not wish to be suggested.'
      : `${String(n)} bodies do not wish to be suggested.`,
  regions: 'How the suggestions spread over the world',
  share: (region: string, n: number, percent: number) =>
    `${region}: ${String(n)} (${String(percent)} %)`,
  noRegion: 'region unknown',
  none: 'Nobody fits. Leave it open, and the technical programme manager searches.',
  showMap: 'Show them on a map',
  data: 'Data',
};
const fr: typeof en = {
  title: 'Qui pourrait piloter, et pourquoi',
  lead: 'Classés d’après le répertoire et les jumelages passés. Les poids sont à votre choix ; aucune source ne les prescrit.',
  score: (n: number) => `${String(n)} sur 100`,
  shown: (n: number, all: number) =>
    n < all ? `Les ${String(n)} premiers sur ${String(all)}` : `${String(all)} en tout`,
  more: 'En montrer dix de plus',
  choose: 'Choisir',
  reasons: 'Pourquoi',
  weights: 'Changer ce qui compte',
  components: {
    experience: 'Expérience',
    interest: 'Intérêt commun',
    language: 'Langue',
    region: 'Région',
    load: 'Pas pris par d’autres jumelages',
    history: 'A déjà piloté',
  },
  excluded: (n: number, why: string) => `${String(n)} écartés : ${why}`,
  unwilling: (n: number) =>
    n === 1
      ? 'Un organisme ne souhaite pas être suggéré.'
      : `${String(n)} organismes ne souhaitent pas être suggérés.`,
  regions: 'Comment les suggestions se répartissent dans le monde',
  share: (region: string, n: number, percent: number) =>
    `${region} : ${String(n)} (${String(percent)} %)`,
  noRegion: 'région inconnue',
  none: 'Personne ne convient. Laissez ouvert, et le responsable de programme technique cherchera.',
  showMap: 'Les montrer sur une carte',
  data: 'Données',
};
export const finderTexts = { en, fr };
