const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** What the timeline says itself. */
const en = {
  actor: 'Who',
  kind: 'What',
  from: 'From',
  to: 'Until',
  everybody: 'Everybody',
  everything: 'Everything',
  shown: (n: number, all: number) => `${String(n)} of ${plural(all, 'entry', 'entries')}`,
  clear: 'Show all',
  emptyWhy: 'No entry of this agreement fits all that you chose above.',
  behalf: (person: string) => `for ${person}`,
};

const fr: typeof en = {
  actor: 'Qui',
  kind: 'Quoi',
  from: 'Du',
  to: 'Au',
  everybody: 'Tout le monde',
  everything: 'Tout',
  shown: (n: number, all: number) =>
    `${String(n)} sur ${plural(all, 'inscription', 'inscriptions')}`,
  clear: 'Tout afficher',
  emptyWhy: 'Aucune inscription de cet accord ne répond à tout ce que vous avez choisi.',
  behalf: (person: string) => `pour ${person}`,
};

export const timelineTexts = { en, fr };
