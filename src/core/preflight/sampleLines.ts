import type { Example } from './rule.ts';
import type { Sample } from './sample.ts';

export const samplesOf = (given: Example['given']): readonly Sample[] =>
  Array.isArray(given) ? given : [given as Sample];

/** What makes the example what it is; the rest of it is an ordinary good patch. */
export const sampleLines = ({ subject, from, headers, body, trailers, below, diff }: Sample): string[] =>
  [
    ...(from === undefined ? [] : [`From: ${from}`]),
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(subject === undefined ? [] : [`Subject: ${subject}`]),
    ...(body === undefined ? [] : ['', ...body.split('\n')]),
    ...(trailers === undefined ? [] : ['', ...trailers]),
    ...(below === undefined ? [] : ['---', ...below.split('\n')]),
    ...(diff === undefined || diff === '' ? [] : diff.trimEnd().split('\n')),
  ].slice(0, 30);
