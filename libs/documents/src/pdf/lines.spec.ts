import { describe, expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

// Every character one point wide.
const widthOf = (text: string): number => [...text].length;
const set = (words: string, width = 100) =>
  linesOf(words, width, widthOf).map(({ pieces }) => pieces);

describe('words from right to left', () => {
  it('stand in the order in which they are seen, each as it is spelled', () => {
    expect(set('שלום עולם')).toEqual([['עולם', ' ', 'שלום']]);
    expect(set('يتغيّر الموظفون هنا')).toEqual([['هنا', ' ', 'الموظفون', ' ', 'يتغيّر']]);
  });

  it('stand inside of a sentence from left to right without moving it', () => {
    expect(set('Everyone (שלום עולם) stays')).toEqual([
      ['Everyone (', 'עולם', ' ', 'שלום', ') stays'],
    ]);
  });

  it('have their numbers from left to right, and Latin words too', () => {
    expect(set('שנת 2027 טובה')).toEqual([['טובה', ' ', '2027', ' ', 'שנת']]);
    expect(set('ראה ISO/TC 34 כאן')).toEqual([['כאן', ' ', 'ISO/TC 34', ' ', 'ראה']]);
    // The typeface takes Arabic digits for letters of Arabic and turns them round: turned before, they read as written.
    expect(set('عام ٢٠٢٧')).toEqual([['٧٢٠٢', ' ', 'عام']]);
    expect(set('سال ۲۰۲۷')).toEqual([['۷۲۰۲', ' ', 'سال']]);
  });

  it('have brackets that open the other way', () => {
    // The typeface turns the piece round with its letters: seen, it reads as written, from the right.
    expect(set('אב (גד) הו')).toEqual([['הו', ' ', ')גד(', ' ', 'אב']]);
    expect(set('אב ( ) הו')).toEqual([['הו', ' ', '(', ' ', ')', ' ', 'אב']]);
    expect(set('אב (). הו')).toEqual([['הו', ' ', '.()', ' ', 'אב']]);
  });

  it('begin at the right margin where the paragraph begins with them', () => {
    const from = (words: string) => linesOf(words, 100, widthOf).map((l) => l.fromRight);
    expect(from('שלום, ASI')).toEqual([true]);
    expect(from('ASI: שלום\nשלום')).toEqual([false, true]);
  });

  it('are broken in the order in which they are read, and no line is wider than the column', () => {
    expect(set('אחת שתיים שלוש', 9)).toEqual([['שתיים', ' ', 'אחת'], ['שלוש']]);
    expect(set('Read שלום עולם', 9)).toEqual([['Read ', 'שלום'], ['עולם']]);
    expect(set('א'.repeat(25), 10).map(([piece]) => piece?.length)).toEqual([10, 10, 5]);
    expect(set(`ab ${'א'.repeat(12)} cd`, 10)).toEqual([
      ['ab'],
      ['א'.repeat(10)],
      ['א'.repeat(2), ' cd'],
    ]);
    expect(set('אב\n\nגד')).toEqual([['אב'], [], ['גד']]);
  });
});
