import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile } from '../core/series/readSeries.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { readPatches } from '../gather/preflight/readPatches.ts';
import type { Called } from './commandTable.ts';
import { optionText } from './optionText.ts';

/** What `prepare` was told. */
export interface PrepareOptions {
  readonly version?: number;
  readonly cover: boolean;
  /** First line the subject, the rest the letter. */
  readonly coverText?: string;
  readonly changelog?: string;
  readonly thread: readonly SourceFile[];
  /** A report of what the series fixes: an address, or a mail's file. */
  readonly report?: string;
  /** Every patch is a fix, also where its words do not say so. */
  readonly fixes: boolean;
  readonly prefix?: string;
  readonly rfc: boolean;
  readonly resend: boolean;
  readonly signoff: boolean;
  /** Kinds of proposals that are taken without a question. */
  readonly take: ReadonlySet<string>;
  readonly isNew: boolean;
  readonly of?: string;
  /** Without `<` and `>`. */
  readonly inReplyTo?: string;
}

const KINDS = ['tags', 'fixes', 'stable', 'report', 'link', 'order'];

/** Reads the options and the files that they name. Throws Trouble `input` for what cannot be meant. */
export const prepareOptions = async (host: Host, options: Called['options']): Promise<PrepareOptions> => {
  const text = (name: string): string | undefined => optionText(options, name);
  const version = text('version');
  const thread = text('thread');
  const coverFile = text('cover-file');
  const changelog = text('changelog') ?? fromFile(host, text('changelog-file'), 'changelog');
  const [report, prefix, of, inReplyTo] = [text('report'), text('prefix'), text('of'), text('in-reply-to')];
  return {
    ...(version !== undefined && { version: versionIn(version) }),
    cover: options['cover'] === true || coverFile !== undefined,
    ...(coverFile !== undefined && { coverText: fromFile(host, coverFile, 'cover letter') ?? '' }),
    ...(changelog !== undefined && { changelog: required(changelog, 'changelog') }),
    thread: thread === undefined ? [] : await readPatches(host, [thread], { isThread: true }),
    ...(report !== undefined && { report: required(report, 'report') }),
    ...(prefix !== undefined && { prefix: prefixIn(prefix) }),
    fixes: options['fixes'] === true,
    rfc: options['rfc'] === true,
    resend: options['resend'] === true,
    signoff: options['signoff'] === true,
    take: taken(text('take')),
    isNew: options['new'] === true,
    ...(of !== undefined && { of }),
    ...(inReplyTo !== undefined && { inReplyTo: messageIdIn(inReplyTo) }),
  };
};

const versionIn = (text: string): number => {
  const [, number] = /^v?([1-9]\d{0,2})$/i.exec(text.trim()) ?? [];
  if (number !== undefined) return Number(number);
  throw new Trouble('input', { what: `--version ${text}: a version is a number from 1.`, next: '--version 2' });
};

/** `net-next`, or the whole of it: `PATCH net-next`. */
const prefixIn = (text: string): string => {
  const words = text.replace(/[[\]]/g, ' ').trim().split(/\s+/);
  const strange = words.find((word) => !/^[\w./+-]{1,40}$/.test(word) || /^(?:v\d+|\d+\/\d+)$/i.test(word));
  if (strange === undefined && words.length < 6) return words.join(' ');
  throw new Trouble('input', {
    what: `--prefix ${JSON.stringify(text)}: what is meant stands between the brackets, without version and number.`,
    next: '--prefix net-next; the version is --version, a request for comments --rfc.',
  });
};

const messageIdIn = (text: string): string => {
  const [, id] = /^<?([^<>\s@]+@[^<>\s@]+)>?$/.exec(text.trim()) ?? [];
  if (id !== undefined) return id;
  throw new Trouble('input', {
    what: `--in-reply-to ${text}: this is no Message-ID.`,
    next: '--in-reply-to "<id@host>"',
  });
};

const taken = (text: string | undefined): ReadonlySet<string> => {
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const strange = words.find((word) => ![...KINDS, 'all', 'none'].includes(word));
  if (strange !== undefined) {
    throw new Trouble('input', {
      what: `--take ${strange}: there are no such proposals.`,
      next: `One or more of ${KINDS.join(', ')}, or all, with commas between.`,
    });
  }
  return new Set(words.includes('all') ? KINDS : words.filter((word) => word !== 'none'));
};

const fromFile = ({ cwd, terminal }: Host, name: string | undefined, what: string): string | undefined => {
  if (name === undefined) return undefined;
  if (name === '-') return required(terminal.readInput(), what);
  try {
    return required(readFileSync(resolve(cwd, name), 'utf8'), what);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble('input', { what: `${name} could not be read.`, next: `Name a text file with the ${what}.` });
  }
};

const required = (text: string, what: string): string => {
  if (text.trim() !== '') return text;
  throw new Trouble('input', { what: `The ${what} is empty.`, next: 'Leave the option out, or say something.' });
};
