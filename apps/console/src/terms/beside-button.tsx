import { useTexts } from '../i18n/own-texts.js';
import { termsTexts } from './texts.js';

/** Switches a difference between one text with its changes and two texts side by side. */
export function BesideButton({
  beside,
  onChange,
}: {
  readonly beside: boolean;
  readonly onChange: (beside: boolean) => void;
}) {
  const x = useTexts(termsTexts);
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => {
        onChange(!beside);
      }}
    >
      {beside ? x.inline : x.sideBySide}
    </button>
  );
}
