const KEPT = 'twinning.look';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Look {
  readonly theme: Theme;
  /** Null: as the system asks for it. */
  readonly contrast: boolean | null;
}

const AS_SYSTEM: Look = { theme: 'system', contrast: null };

export function keptLook(): Look {
  try {
    const { theme, contrast } = JSON.parse(window.localStorage.getItem(KEPT) ?? '{}') as {
      theme?: unknown;
      contrast?: unknown;
    };
    return {
      theme: THEMES.find((each) => each === theme) ?? 'system',
      contrast: typeof contrast === 'boolean' ? contrast : null,
    };
  } catch {
    return AS_SYSTEM;
  }
}

/** Shows the console as the person wants it; what they did not choose follows the system. */
export function showLook({ theme, contrast }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (contrast === null) delete dataset['contrast'];
  else dataset['contrast'] = contrast ? 'more' : 'less';
}

export function keepLook(look: Look): void {
  showLook(look);
  try {
    window.localStorage.setItem(KEPT, JSON.stringify(look));
  } catch {
    // It lasts for this page.
  }
}
