import type { Rules } from './classSource.ts';

/** The letters of `(?i-x)` that are on here. */
export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
  readonly n: boolean;
  readonly rules: Rules;
}

/** Thrown inside the reader only: perlPattern() gives it back as a value. */
export class NotTranslated extends Error {}

/** Where the reading of one pattern stands, and what holds there. */
export class PerlReader {
  readonly text: string;
  /** The rules that hold without (?a) and (?u). */
  readonly rules: Rules;
  flags: Flags;
  at = 0;
  depth = 0;
  /** How many groups capture, so far. */
  groups = 0;
  /** The first escape that is octal unless there are so many groups. */
  octal: { readonly number: number; readonly at: number } | undefined;
  /** Whether case does not count somewhere. */
  anyCase = false;
  /** Whether this stands directly in a look-behind, which JavaScript reads from right to left. */
  behind = false;

  constructor(text: string, extended: boolean, rules: Rules) {
    this.text = text;
    this.rules = rules;
    this.flags = { i: false, m: false, s: false, x: extended, n: false, rules };
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The UTF-16 unit that stands here, '' at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** Takes `word` if it stands here. */
  eat(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** Takes what the sticky `token` finds here. */
  take(token: RegExp): RegExpExecArray | undefined {
    token.lastIndex = this.at;
    const found = token.exec(this.text) ?? undefined;
    if (found) this.at = token.lastIndex;
    return found;
  }

  /** Takes the character that stands here. */
  takeChar(): number {
    const code = this.text.codePointAt(this.at) ?? 0;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  /** Goes past what perl does not see: `(?#…)`, and with /x blanks and comments. */
  skip(): void {
    while (!this.done) {
      const { at, next } = this;
      if (next === '(' ? !this.eat('(?#') : !this.flags.x || (next > '#' && next < '\x7f')) return;
      if (next === '(' && !this.take(/[^)]*\)/y)) throw this.refused('nothing closes this (?#', at);
      if (next !== '(' && !this.take(/[\t-\r \x85\u200e\u200f\u2028\u2029]+|#[^\n]*\n?/y)) return;
    }
  }

  refused(why: string, at: number = this.at): NotTranslated {
    return new NotTranslated(`perl refuses it: ${why}, at column ${at + 1}`);
  }

  unsupported(what: string, at: number = this.at): NotTranslated {
    return new NotTranslated(`${what}, at column ${at + 1}, is not translated to JavaScript`);
  }
}
