const LINE_LENGTH = 80;

/** A PDF of one page that says one thing, in the letters of Western Europe; the same words give the same bytes. */
export function paperSaying(title: string, text: string): Buffer {
  const shown = [
    'BT /F1 16 Tf 60 760 Td 22 TL',
    ...[title, '', ...lines(text)].map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(shown.length)} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${String(i + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

// One byte a letter: the lengths in the file are counted in them. The apostrophe as it is printed has no place in Latin-1.
const escaped = (line: string): string => line.replaceAll('’', "'").replace(/[\\()]/g, '\\$&');

function lines(text: string): readonly string[] {
  const all: string[] = [];
  for (const word of text.split(' ')) {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH) {
      all[all.length - 1] = `${last} ${word}`;
    } else all.push(word);
  }
  return all;
}
