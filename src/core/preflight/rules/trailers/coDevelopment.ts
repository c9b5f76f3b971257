import { isSamePerson, namedPerson, personText } from '../../../patch/namedPerson.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { trailerLine, trailersNamed, valueSpan } from './trailersNamed.ts';

const LINUX = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: 'When to use Acked-by:, Cc:, and Co-developed-by:',
};

/** People who wrote a patch together. */
export const coDevelopment: readonly PreflightRule[] = [
  {
    name: 'co-developer-not-signed',
    title: 'a Co-developed-by without its Signed-off-by below it',
    group: 'trailers',
    severity: 'error',
    sources: [{ ...LINUX, phrase: 'every Co-developed-by: must be immediately followed' }],
    covers: ['TAG-04'],
    why: 'Each author has to certify their own part, and tools pair the two lines by their place.',
    next: 'Put the co-author’s own Signed-off-by directly below their Co-developed-by; if they gave none, ask them.',
    look: eachPatch((patch) =>
      patch.trailers.flatMap((trailer, index): readonly Finding[] => {
        if (trailer.token.toLowerCase() !== 'co-developed-by') return [];
        const person = namedPerson(trailer.value);
        const next = patch.trailers[index + 1];
        const isSigned = next?.token.toLowerCase() === 'signed-off-by';
        if (isSigned && isSamePerson(namedPerson(next.value), person)) return [];
        const seen = next ? `"${next.token}: ${next.value}"` : 'none';
        const what = `${personText(person)} is a co-author; the next line is ${seen}.`;
        return [{ patch, line: trailerLine(trailer), span: valueSpan(trailer), what }];
      }),
    ),
    examples: [
      {
        given: {
          trailers: ['Co-developed-by: Bo Other <bo@other.example>', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
        finds: 'Bo Other <bo@other.example> is a co-author',
      },
      {
        given: {
          trailers: [
            'Co-developed-by: Bo Other <bo@other.example>',
            'Signed-off-by: Bo Other <bo@work.example>',
            'Signed-off-by: Ada Made <ada@made.example>',
          ],
        },
      },
    ],
  },
  {
    name: 'co-developer-is-author',
    title: 'the author is named as co-developer too',
    group: 'trailers',
    severity: 'warning',
    sources: [{ ...LINUX, phrase: 'in addition to the author' }],
    covers: ['TAG-04'],
    why: 'The author is known from From; the tag is for those who would not be named otherwise.',
    next: 'Drop the author’s Co-developed-by line; their Signed-off-by stays.',
    look: eachPatch((patch) =>
      trailersNamed(patch, 'co-developed-by')
        .filter(({ value }) => isSamePerson(namedPerson(value), patch.author))
        .map((trailer) => ({
          patch,
          line: trailerLine(trailer),
          span: valueSpan(trailer),
          what: `${personText(patch.author)} is the author already.`,
        })),
    ),
    examples: [
      {
        given: {
          trailers: ['Co-developed-by: Ada Made <ada@made.example>', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
        finds: 'is the author already',
      },
      { given: {} },
    ],
  },
];
