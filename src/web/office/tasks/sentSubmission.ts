import type { Context } from 'hono';
import { type SentFile, submissionLimits } from '../../../core/programme/submissionState.ts';
import { Trouble } from '../../../core/trouble.ts';

export interface SentSubmission {
  readonly statement: string;
  readonly key: string;
  /** They ask for a person's look. */
  readonly wantsPerson: boolean;
  readonly files: readonly SentFile[];
  /** Seen before the files were read. */
  readonly problem: string | undefined;
}

/** What a form with files sent. Throws Trouble `input` where it is no whole form. */
export async function sentSubmission({ req }: Context): Promise<SentSubmission> {
  const form = await req.parseBody({ all: true }).catch(() => {
    throw new Trouble('input', { what: 'What was sent is no whole form.', next: 'Go back, and send it again.' });
  });
  const text = (name: string): string => {
    const [first] = [form[name]].flat();
    return typeof first === 'string' ? first : '';
  };
  const sent = [form['files']].flat().filter((one): one is File => one instanceof File && one.name !== '');
  const common = {
    statement: text('statement'),
    key: text('key').slice(0, 100),
    wantsPerson: text('person') === 'yes',
  };
  const size = sent.reduce((sum, one) => sum + one.size, 0);
  const limits = submissionLimits;
  if (sent.length > limits.files || size > limits.all) {
    return {
      ...{ ...common, files: [] },
      problem:
        `It has ${sent.length} files of ${size} bytes; `
        + `at most ${limits.files} files of ${limits.all} bytes together are kept.`,
    };
  }
  const files = await Promise.all(
    sent.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })),
  );
  return { ...common, files, problem: undefined };
}
