import { addressHeader } from '../patch/addressHeader.ts';
import type { Person } from '../patch/patchMail.ts';

/** What a series' mail has that git format-patch leaves to others. */
export interface Dress {
  /** Without `<` and `>`. */
  readonly messageId: string;
  /** What it answers, and what that answered, oldest first. */
  readonly references: readonly string[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** Only in a series' first mail. */
  readonly changeId?: string | undefined;
}

/**
 * A mail of git format-patch (bytes as characters) with its own Message-ID, its place in the thread and its recipients.
 * Subject and From stand on one line each, as git send-email sends them: b4 0.12 reads no folded ones.
 */
export const dressMail = (source: string, { messageId, references, to, cc, changeId }: Dress): string => {
  const end = source.indexOf('\n\n');
  const [from = '', ...headers] = source.slice(0, end).split('\n');
  const answered = references.at(-1);
  const lines = [
    from,
    `Message-ID: <${messageId}>`,
    ...(answered === undefined ? [] : [`In-Reply-To: <${answered}>`]),
    ...(answered === undefined ? [] : [`References: ${references.map((id) => `<${id}>`).join('\n ')}`]),
    ...unfolded(headers),
    ...(to.length > 0 ? [addressHeader('To', to)] : []),
    ...(cc.length > 0 ? [addressHeader('Cc', cc)] : []),
  ];
  const body = source.slice(end);
  return `${lines.join('\n')}${changeId === undefined ? body : withChangeId(body, changeId)}`;
};

/** RFC 5322, 2.1.1, without the line's end. */
const LONGEST_LINE = 998;

const unfolded = (headers: readonly string[]): readonly string[] => {
  const lines: string[] = [];
  for (const line of headers) {
    const above = lines.at(-1) ?? '';
    const isFolded = /^[ \t]/.test(line) && /^(?:Subject|From):/i.test(above);
    if (isFolded && above.length + line.length <= LONGEST_LINE)
      lines[lines.length - 1] = `${above} ${line.trimStart()}`;
    else lines.push(line);
  }
  return lines;
};

/** Behind `base-commit:`, where b4 writes it; without one, where that would stand. */
const withChangeId = (body: string, changeId: string): string => {
  const line = `change-id: ${changeId}\n`;
  const signature = body.lastIndexOf('\n-- \n');
  const end = signature < 0 ? body.length : signature + 1;
  const isBehindBase = /\n(?:base-commit|prerequisite-patch-id): [0-9a-f]+\n$/.test(body.slice(0, end));
  return `${body.slice(0, end)}${isBehindBase ? '' : '\n'}${line}${body.slice(end)}`;
};
