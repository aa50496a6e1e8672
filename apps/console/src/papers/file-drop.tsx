import { useId, useState, type DragEvent } from 'react';
import '../record/record.css';

/** A place for one file: dropped, or chosen with the ordinary button that keyboards and screen readers know. */
export function FileDrop({
  label,
  help,
  accept,
  onFile,
}: {
  readonly label: string;
  readonly help: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again, once it was put right.
          event.target.value = '';
        }}
      />
    </div>
  );
}
