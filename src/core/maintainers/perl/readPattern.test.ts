import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type PerlOptions, perlPattern } from '../perlPattern.ts';

const plain: PerlOptions = { extended: false, unicode: true };
const x = { extended: true };
const bytes = { unicode: false };

const refused: readonly (readonly [pattern: string, because: RegExp, options?: Partial<PerlOptions>])[] = [
  ['a(b', /^perl refuses it: nothing closes this \(, at column 2$/],
  ['a)', /^perl refuses it: no \( is open .* column 2$/],
  ['[a', /nothing closes this \[, at column 1$/],
  ['a**', /a quantifier follows a quantifier, at column 3$/],
  ['(*a)|*', /a verb, \(\*…\), at column 1/],
  ['a|*', /perl refuses it: a quantifier follows nothing, at column 3$/],
  ['(?i)*', /a quantifier follows nothing/],
  ['[z-a]', /the range z-a runs backwards, at column 2$/],
  ['[[:foo:]]', /no POSIX class \[:foo:\], at column 2$/],
  ['a\\', /nothing follows this backslash, at column 2$/],
  ['(?<=a+)b', /a look-behind is longer than 255, at column 1$/],
  ['(?ia-a)b', /perl refuses it: there is no flag a here/],
  ['( ?:a)', /perl refuses it: \( and \? are not adjacent/, x],
  ['', /perl takes an empty pattern for the last that matched/],
  ['(a)\\1', /^\\1, which refers back to a group, at column 4, is not translated to JavaScript$/],
  ['(?:a\\Gb)', /\\G, where the last match ended, at column 5/],
  ['a\\Kb', /\\K, .* column 2/],
  ['\\X\\b{wb}', /\\X, /],
  ['\\b{wb}', /a boundary of another kind, at column 1/],
  ['(?|a|b)', /groups that share their numbers/],
  ['(?1)(a)', /a group that calls or repeats another/],
  ['(?(1)a)', /a condition/],
  ['(?{ 1 })', /code within the pattern/],
  ['\\p{Foo}', /the property \{Foo\}, at column 1/],
  ['\\pL', /makes perl read bytes as text/, bytes],
  ['(?i)ß', /ß without regard to case, .* at column 5/],
  ['(?i)[à-ü]', /a range beyond ASCII without regard to case/],
  ['(?<=(?>a))b', /within a look-behind/],
  ['(?>(?:|a)*)b', /around a repeat of what may be empty/],
  ['('.repeat(300), /a group within 200 groups/],
  ['a'.repeat(10_001), /more than 10000 characters/],
];

describe('unsupported, with the reason', () => {
  for (const [pattern, because, options] of refused) {
    test(pattern.slice(0, 20), () => {
      const ours = perlPattern(pattern, { ...plain, ...options });
      assert.match(ours.kind === 'unsupported' ? ours.because : `translated: ${ours.source}`, because);
    });
  }
});
