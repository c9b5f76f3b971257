import { html } from 'hono/html';
import type { CodeRow } from '../../core/patch/codeRows.ts';
import type { CodePiece } from '../../core/patch/piecesOf.ts';
import { LONGEST } from './lineWindow.ts';
import { type Markup, seen } from './markup.ts';

const MARKS = { same: ' ', gone: '-', new: '+', cut: '…' } as const;
const WORDS = { same: '', gone: 'goes: ', new: 'comes: ', cut: '' } as const;
const COLOURS = { keyword: 'k', text: 's', comment: 'c', type: 't' } as const;

/** Code with its line numbers; a change stands in place, with its marks, and what is meant is underlined. */
export const codeTable = (
  rows: readonly CodeRow[],
  label: string,
): Markup => html`<div class="code" tabindex="0" role="region" aria-label="${label}">
<table role="presentation">${outdented(rows).map(codeRow)}</table></div>`;

/** Tabs that all lines begin with only take room; a stretch that begins a function has none. */
const outdented = (rows: readonly CodeRow[]): readonly CodeRow[] => {
  const depths = rows.flatMap(({ pieces }) => {
    const text = pieces.map((piece) => piece.text).join('');
    return text.trim() === '' || text.startsWith('#') ? [] : [/^\t*/.exec(text)?.[0].length ?? 0];
  });
  const common = depths.length === 0 ? 0 : Math.min(...depths);
  if (common === 0) return rows;
  return rows.map((row) => {
    const [first, ...others] = row.pieces;
    if (!first?.text.startsWith('\t')) return row;
    return { ...row, pieces: [{ ...first, text: first.text.slice(common) }, ...others] };
  });
};

const codeRow = ({ kind, number, pieces }: CodeRow): Markup =>
  kind === 'cut'
    ? html`<tr class="cut"><td class="n"></td><td class="m"></td><td>…</td></tr>\n`
    : html`<tr${kind === 'same' ? '' : html` class="${kind}"`}><td class="n">${number}</td><td
class="m">${MARKS[kind]}</td><td>${
        WORDS[kind] === '' ? '' : html`<span class="hidden-words">${WORDS[kind]}</span>`
      }${shortened(pieces).map(codePiece)}</td></tr>\n`;

/** Of a line that is longer than anybody reads, the rest is left out, which is said. */
const shortened = (pieces: readonly CodePiece[]): readonly CodePiece[] => {
  const shown: CodePiece[] = [];
  let left = LONGEST;
  for (const piece of pieces) {
    if (left > 0) shown.push({ ...piece, text: piece.text.slice(0, left) });
    left -= piece.text.length;
  }
  return left < 0 ? [...shown, { text: ` … ${-left} more characters`, colour: 'comment' }] : shown;
};

const codePiece = ({ text, colour, isMarked }: CodePiece): Markup => {
  const shown = seen(text);
  const coloured = colour ? html`<span class="${COLOURS[colour]}">${shown}</span>` : html`${shown}`;
  return isMarked ? html`<mark>${coloured}</mark>` : coloured;
};
