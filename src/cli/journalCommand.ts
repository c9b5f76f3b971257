import { writeNote } from '../bench/writeNote.ts';
import { journalMarkdown } from '../core/journal/journalMarkdown.ts';
import type { ReadFacts } from '../core/journal/parseFacts.ts';
import { Trouble } from '../core/trouble.ts';
import { visibleJson } from '../core/visible.ts';
import type { Run } from './commandTable.ts';
import { optionText } from './optionText.ts';
import { sayJournal } from './sayJournal.ts';

/** `journal`: what happened, newest day first; `journal note TEXT`: a note of one's own. */
export const run: Run = async (face, { args, options }) => {
  const { host, note } = face;
  const format = optionText(options, 'export');
  if (format !== undefined && !/^(?:md|zola|json)$/.test(format)) throw noFormat(format);
  const [verb, ...words] = args;
  if (verb !== undefined) {
    if (verb !== 'note' || format !== undefined) throw noVerb(args, format);
    await writeNote(host, words.join(' ') === '-' ? host.terminal.readInput() : words.join(' '));
    note('Noted.');
    return 0;
  }
  const read = await host.journal.read();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const { line, what } of read.problems) note(`line ${line} of ${host.folders.data}/journal.ndjson: ${what}`);
  if (face.json || format === 'json') sayFacts(face.say, read);
  else if (format !== undefined) face.say(journalMarkdown(read, { zone, isZola: format === 'zola' }).trimEnd());
  else sayJournal(face, read, zone);
  return 0;
};

/** As they were written, one a line: also what a newer version wrote. */
const sayFacts = (say: (line: string) => void, { facts, unknown }: ReadFacts): void => {
  for (const fact of facts) say(visibleJson(JSON.stringify(fact)));
  for (const { text } of unknown) say(visibleJson(text));
};

const noFormat = (format: string): Trouble =>
  new Trouble('input', { what: `The journal is not written as "${format}".`, next: 'Name md, zola or json.' });

const noVerb = (args: readonly string[], format: string | undefined): Trouble =>
  new Trouble('input', {
    what: format === undefined ? `journal has no "${args[0]}".` : '--export belongs to the journal, not to a note.',
    next: 'journal note "your words" adds a note; journal alone shows all.',
  });
