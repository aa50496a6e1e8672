import type { Language } from './index.js';

/** What `twinning deployment` says. */
interface DeploymentMessages {
  readonly deployment: string;
  readonly build: string;
  readonly withoutBuild: string;
  readonly noCurrent: string;
  readonly startOne: string;
  current(build: string): string;
  nobodyThere(build: string | null): string;
}

const en: DeploymentMessages = {
  deployment: 'show which build of the worker is given the agreements, or give them to another',
  build: 'the build that is given the agreements from now on (TWINNING_BUILD of its workers)',
  withoutBuild: 'give them to the workers that name no build',
  noCurrent: 'Workers without a build are given the agreements.',
  startOne: 'Start one, wait until it says that it is ready, and try again. Nothing was changed.',
  current: (build) => `Build ${build} is given the agreements.`,
  nobodyThere: (build) => `No worker of build ${build ?? '(none)'} is there.`,
};

const fr: DeploymentMessages = {
  deployment: 'indiquer quelle version du worker reçoit les accords, ou les confier à une autre',
  build: 'la version qui reçoit désormais les accords (TWINNING_BUILD de ses workers)',
  withoutBuild: 'les confier aux workers qui n’indiquent pas de version',
  noCurrent: 'Les workers sans version reçoivent les accords.',
  startOne: 'Démarrez-en un, attendez qu’il se dise prêt, puis réessayez. Rien n’a été modifié.',
  current: (build) => `La version ${build} reçoit les accords.`,
  nobodyThere: (build) => `Aucun worker de la version ${build ?? '(aucune)'} n’est là.`,
};

export const deploymentMessages: Readonly<Record<Language, DeploymentMessages>> = { en, fr };
