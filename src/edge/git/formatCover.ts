import { writeCommit } from './commitPatches.ts';
import type { FormatOrder } from './formatSeries.ts';
import type { Stage } from './stage.ts';

interface Mail {
  readonly name: string;
  readonly source: string;
}

const PLACEHOLDER = '*** BLURB HERE ***\n';

/**
 * The cover letter with the person's words. Git itself writes the shortlog, the diffstat and the difference to the
 * version before; and it writes the words, as the message of a commit that changes nothing, so that they are encoded as
 * it would encode them.
 */
export const formatCover = async (
  stage: Stage,
  { commits, cover, prefix, version, from }: FormatOrder,
  { tip, cover: own }: { readonly tip: string; readonly cover: Mail | undefined },
): Promise<Mail> => {
  const words = cover ?? { subject: '', body: '', date: new Date(0) };
  const source = own?.source ?? '';
  const rest = source.slice(Math.max(0, source.indexOf(PLACEHOLDER) + PLACEHOLDER.length));
  const facts = rest.slice(0, endOf(rest)).trim();
  const tree = (await stage.git(['rev-parse', `${tip}^{tree}`])).trim();
  const seconds = Math.floor(words.date.getTime() / 1000);
  const message = `${words.subject}\n\n${words.body.trim()}\n\n${Buffer.from(facts, 'latin1').toString('utf8')}\n`;
  const date = `${seconds} +0000`;
  const sha = await writeCommit(stage, { tree, author: from, date, message }, tip);
  const total = String(commits.length);
  const number = `${'0'.repeat(total.length)}/${total}`;
  const marks = [prefix, ...(version > 1 ? [`v${version}`] : []), number].join(' ');
  const mail = await stage.git([
    ...['-c', 'format.attach=', 'format-patch', '--stdout', '--always', '--no-signoff', '--no-attach', '--no-thread'],
    ...[
      '--no-to',
      '--no-cc',
      '--no-add-header',
      '--no-numbered',
      '--encode-email-headers',
      '--no-base',
      '--no-cover-letter',
      '--no-notes',
    ],
    ...[`--subject-prefix=${marks}`, `--from=${from.name} <${from.email}>`, '-1', sha],
  ]);
  return {
    name: own?.name ?? 'cover-letter.patch',
    source: mail
      .replace(/^From [0-9a-f]{40,64} /, `From ${'0'.repeat(40)} `)
      .replace(withoutTrailingSpace(facts), () => facts),
  };
};

/** Where the signature begins, that git will write once more. */
const endOf = (rest: string): number => {
  const at = rest.lastIndexOf('\n-- \n');
  return at < 0 ? rest.length : at + 1;
};

/** As git puts a commit's message into a mail; in a range-diff, the blanks at a line's end are the code's context. */
const withoutTrailingSpace = (text: string): string => text.replace(/[ \t\r\f\v]+$/gm, '');
