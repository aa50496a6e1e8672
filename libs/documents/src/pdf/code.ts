import QRCode from 'qrcode';
import { MARGIN, QUIET, TAG, type Sheet } from './sheet.js';
import type { Block } from './blocks.js';

const SIDE = 96;

/** A QR code with its words beside it: whoever cannot scan it reads them. */
export function drawCode(
  sheet: Sheet,
  { text, alt, lang }: Extract<Block, { kind: 'code' }>,
): void {
  const { doc } = sheet;
  sheet.room(SIDE + 12);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const unit = SIDE / modules.size;
  const top = doc.y;
  const figure = doc.struct(
    'Figure',
    { alt, lang: TAG[lang], bbox: [MARGIN, top, MARGIN + SIDE, top + SIDE] } as object,
    [
      () => {
        for (let y = 0; y < modules.size; y += 1) {
          for (let x = 0; x < modules.size; x += 1) {
            if (modules.get(y, x)) doc.rect(MARGIN + x * unit, top + y * unit, unit, unit);
          }
        }
        doc.fill('#000000');
      },
    ],
  );
  sheet.root.add(figure);
  sheet.face('plain', 7.5, QUIET);
  doc.y = top;
  sheet.text('P', text, { lang, left: SIDE + 14 });
  doc.x = MARGIN;
  doc.y = Math.max(doc.y, top + SIDE) + 8;
}
