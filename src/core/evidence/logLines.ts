/** A line of a kernel's log, taken out of whatever wrote it down. */
export interface LogLine {
  /** In the file, from 1. */
  readonly number: number;
  /** Its time stamp; none where it has none, as what firmware and boot loaders print. */
  readonly seconds?: number;
  /** Something stood before it that only a log writes: a time stamp of any kind, a level, a journal's host. */
  readonly isLogged: boolean;
  /** Without time stamp, level and what a journal puts before it. */
  readonly text: string;
}

/** What is looked at: a boot is some thousand lines, a log of a day perhaps a hundred thousand. */
const MOST_LINES = 300_000;
const LONGEST_LINE = 4000;

/**
 * The lines of a log as `dmesg` (also -r, -x, -T, -H, -d, --time-format iso), a serial line, `journalctl -k` or /var/log
 * write it: with or without level, caller and journal's prefix, with CR, colours and bytes that are no text. Never throws.
 */
export const logLines = (bytes: Uint8Array): readonly LogLine[] => {
  const before = known.get(bytes);
  if (before) return before;
  const lines = read(bytes);
  known.set(bytes, lines);
  return lines;
};

/** Each kind of evidence looks at the same bytes. */
const known = new WeakMap<Uint8Array, readonly LogLine[]>();

const read = (bytes: Uint8Array): readonly LogLine[] => {
  const lines = decoded(bytes).split('\n', MOST_LINES);
  return lines.flatMap((whole, at): LogLine[] => {
    const line = clean(whole.slice(0, LONGEST_LINE));
    if (line === '') return [];
    const number = at + 1;
    const stamp = STAMP.exec(line.slice(0, LONGEST_PREFIX));
    if (!stamp) {
      const text = line.replace(LEVEL, '').replace(DATED, '').replace(LOGGED, '');
      return [{ number, text, isLogged: text !== line }];
    }
    const text = line
      .slice(stamp.index + stamp[0].length)
      .replace(CALLER, '')
      .replace(HOST, '');
    return [{ number, seconds: Number(stamp[1]), text, isLogged: true }];
  });
};

/**
 * Wherever it stands: before it may be a level, a journal's date and host, or what firmware left on a serial line. In it
 * `dmesg -d` has the time since the line before.
 */
const STAMP = /\[ {0,8}(\d{1,8}\.\d{6})(?: <[ \d.]{1,20}>)?\] ?/;
const LONGEST_PREFIX = 200;
/** Who printed it, with CONFIG_PRINTK_CALLER. */
const CALLER = /^\[ {0,6}[TC]\d{1,10}\] ?/;
/** `journalctl -o short-monotonic` puts it behind the stamp. */
const HOST = /^[\w.-]{1,64} kernel: /;
/** What stands there instead of it, with `dmesg -t -x`. */
const LEVEL = /^(?:<\d{1,3}>|\w{1,8} {0,4}:\w{1,8} {0,4}: )/;
/** With `dmesg -T`, also with -d; with -H and -e, which say the minute once and then what went by; with --time-format iso. */
const DATED = new RegExp(
  [
    /^\[\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}(?: <[ \d.]{1,20}>)?\] /,
    /^\[\w{3} {1,2}\d{1,2} \d\d:\d\d\] /,
    /^\[ {0,4}\+\d{1,8}\.\d{6}\] /,
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d{6}[+-]\d\d:\d\d /,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** A time in whatever form `journalctl -k -o …` and syslog have it, the host, perhaps facility and level. */
const LOGGED =
  /^(?:\S.{0,30}?\d\d:\d\d:\d\d\S{0,20}(?: [A-Z+-]\S{0,5})?|\d{9,11}\.\d{6}) \S{1,64}(?: \w{1,9}\.\w{1,9})? kernel: /;

const ESCAPE = String.fromCharCode(27);

/** Colours and control characters out; how far a line is indented stays. */
const clean = (line: string): string => {
  if (!ODD.test(line)) return line.trimEnd();
  const plain = line.includes(ESCAPE) ? line.replaceAll(ESCAPES, '') : line;
  return plain.replaceAll('\t', '    ').replaceAll(ODD_SIGNS, ' ').trimEnd();
};

const ESCAPES = new RegExp(`${ESCAPE}(?:\\[[0-9;?]{0,20}[A-Za-z]|.)`, 'g');
const ODD = /[\p{Cc}\u{fffd}]/u;
const ODD_SIGNS = /[\p{Cc}\u{fffd}]/gu;

/** UTF-8, or UTF-16 where it begins with its mark, as some programs on Windows save a log. */
const decoded = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
};
