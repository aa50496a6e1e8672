import { useState, type ReactNode } from 'react';

/** Something that is made, and loaded, only when somebody unfolds it; it stays when it is folded again. */
export function Unfold({
  summary,
  children,
}: {
  readonly summary: string;
  readonly children: () => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) setOpen(true);
      }}
    >
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
