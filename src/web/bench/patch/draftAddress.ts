/** Which version of a contribution, which of its mails (from 1), and which line of that. */
export interface ContributionPlace {
  readonly id: string;
  readonly version?: number;
  readonly mail?: number;
  readonly line?: number;
}

/** The page's address; a line is also where the browser goes to. */
export const contributionAddress = ({ id, version, mail, line }: ContributionPlace): string =>
  `/contribution/${encodeURIComponent(id)}${asked({ version, mail, line: pageLine(line) })}${fragment(line)}`;

export const draftAddress = (id: string, line?: number): string =>
  `/draft/${id}${asked({ line: pageLine(line) })}${fragment(line)}`;

/** Only a long mail has more than one page. */
const pageLine = (line: number | undefined): number | undefined =>
  line !== undefined && line > 200 ? line : undefined;

const fragment = (line: number | undefined): string => (line === undefined ? '' : `#l${line}`);

const asked = (words: Readonly<Record<string, number | undefined>>): string => {
  const given = Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return given.length === 0 ? '' : `?${given.join('&')}`;
};
