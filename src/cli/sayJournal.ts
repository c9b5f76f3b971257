import { factWords } from '../core/journal/factWords.ts';
import type { ReadFacts } from '../core/journal/parseFacts.ts';
import { clockOf, dayName, days, type Entry, timeline } from '../core/journal/timeline.ts';
import { visible, visibleName } from '../core/visible.ts';
import { type Face, verdictWords } from './face.ts';
import { folded } from './folded.ts';

/** By day, the newest first, in the sentences that the page has. */
export const sayJournal = (face: Face, read: ReadFacts, zone: string): void => {
  const { say, paint, host } = face;
  const told = days(timeline(read), zone);
  if (told.length === 0) say(`Nothing is noted yet: ${host.command} start writes the first lines.`);
  for (const { date, entries } of told) {
    say(paint('strong', date === undefined ? 'Without a date' : dayName(date)));
    for (const entry of entries) sayEntry(face, entry, zone);
    say();
  }
};

const sayEntry = ({ say, paint, width }: Face, entry: Entry, zone: string): void => {
  const time = entry.at === undefined ? '     ' : clockOf(entry.at, zone);
  if (entry.kind === 'unknown') {
    const { kind, line } = entry.unknown;
    say(`  ${paint('soft', time)}  ${paint('unknown', '?')} ${visibleName(kind)}: of a newer version (line ${line})`);
    return;
  }
  const { says, words = '', verdict, seen = '' } = factWords(entry.fact);
  const [first = '', ...more] = folded(visibleName(says), width - 9);
  say(`  ${paint('soft', time)}  ${first}`);
  for (const line of more) say(`         ${line}`);
  for (const [index, line] of folded(visibleName(seen), width - 19).entries())
    say(`         ${index === 0 && verdict ? verdictWords(paint, verdict) : '  '}  ${paint('soft', line)}`);
  const quoted = visible(words)
    .split('\n')
    .flatMap((line) => folded(line, width - 11));
  for (const line of words === '' ? [] : quoted) say(`         ${paint('soft', '|')} ${line}`);
};
