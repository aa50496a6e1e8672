let nameOfBuild: () => string | null = () => null;

/**
 * Names the build that folds in this process; asked once, with the first state that is written or believed. A process
 * that names none believes every state that it finds.
 */
export function foldAs(build: () => string): void {
  let name: string | null = null;
  nameOfBuild = () => (name ??= build());
}

/** The build that folds in this process. */
export const foldedBy = (): string | null => nameOfBuild();

/** The same as a row of the read model says it; absent where no build is named. */
export const buildOfRow = (): { readonly build?: string } => {
  const build = foldedBy();
  return build === null ? {} : { build };
};
