import type { TextLine } from '../../../mail/mail.ts';
import { namedPerson } from '../../../patch/namedPerson.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { editLines } from './editLines.ts';
import { nearestTag, STANDARD_TAGS } from './nearestTag.ts';
import { tokenSpan, trailerLine, valueSpan } from './trailersNamed.ts';

const CHECKPATCH = { file: 'Documentation/dev-tools/checkpatch.rst', heading: 'Commit message' };
const UBOOT = { ...CHECKPATCH, file: 'doc/develop/checkpatch.rst' };
const NOT_STANDARD = { phrase: 'does not fall in line with the standards' };
const TIP = { file: 'Documentation/process/maintainer-tip.rst', heading: 'Ordering of commit tags' };
const POSTING = { file: 'Documentation/process/5.Posting.rst', heading: 'Patch formatting and changelogs' };

/** The paragraph in which tags stand, with git or without: the last. */
const lastParagraph = ({ message }: PatchMail): readonly TextLine[] =>
  message.slice(message.findLastIndex(({ text }) => text.trim() === '') + 1);

// What is before the colon may have blanks (`Reviewed by`); what follows has to hold an address, so that it is no prose.
const LIKE_TAG = /^[ \t]*([A-Za-z][A-Za-z _-]{1,30}?)[ \t]*:[ \t]*(?=[^<]{0,100}<?[^\s<>@]{1,80}@[^\s<>@]{2,80})/;

const misspelled = eachPatch((patch) =>
  lastParagraph(patch).flatMap((line): readonly Finding[] => {
    const token = LIKE_TAG.exec(line.text)?.[1];
    const meant = token === undefined ? undefined : nearestTag(token);
    if (token === undefined || meant === undefined || meant === token) return [];
    const start = line.text.indexOf(token);
    const put = `${line.text.slice(0, start)}${meant}${line.text.slice(start + token.length)}`;
    const place = { patch, line, span: [start, start + token.length] as const };
    return [
      {
        ...place,
        what: `"${token}:" is written "${meant}:".`,
        ...editLines(patch, 'Spell the tag', [{ line, put: [put] }]),
      },
    ];
  }),
);

const spaced = eachPatch((patch) =>
  lastParagraph(patch).flatMap((line): readonly Finding[] => {
    const [whole, before = '', token = '', gap = '', after = ''] =
      /^([ \t]*)([A-Za-z]+(?:-[A-Za-z]+)*-by|Fixes|Closes|Link|Cc)([ \t]*):([ \t]*)/i.exec(line.text) ?? [];
    if (whole === undefined || (before === '' && gap === '' && after === ' ')) return [];
    if (before !== '' && !/@|^\s*Fixes/i.test(line.text)) return [];
    const put = `${token}: ${line.text.slice(whole.length)}`;
    const what = `One blank belongs after the colon of "${token}:", and none elsewhere around it.`;
    const mend = editLines(patch, 'Put the blanks right', [{ line, put: [put] }]);
    return [{ patch, line, span: [0, whole.length], what, ...mend }];
  }),
);

const repeated = eachPatch((patch) => {
  const seen = new Set<string>();
  return patch.trailers.flatMap((trailer, index): readonly Finding[] => {
    const key = `${trailer.token}:${trailer.value}`.replace(/\s/g, '').toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    // A person may sign off again when a patch comes back to them: then others stand between.
    if (isNew || (/^signed-off-by$/i.test(trailer.token) && patch.trailers[index - 1]?.value !== trailer.value))
      return [];
    const line = trailerLine(trailer);
    const mend = trailer.lines.length === 1 ? editLines(patch, 'Drop the second', [{ line, put: [] }]) : undefined;
    return [{ patch, line, what: `"${line.text}" stands here twice.`, ...mend }];
  });
});

const withoutAddress = eachPatch((patch) =>
  patch.trailers.flatMap((trailer): readonly Finding[] => {
    const token = trailer.token.toLowerCase();
    if (!token.endsWith('-by') || token === 'assisted-by' || namedPerson(trailer.value).address.includes('@'))
      return [];
    return [
      {
        patch,
        line: trailerLine(trailer),
        span: valueSpan(trailer),
        what: `"${trailer.token}" names nobody with an address.`,
      },
    ];
  }),
);

const combined = eachPatch((patch) =>
  patch.trailers
    .filter(({ token }) => /^[a-z]+(?:-and-|-&-|\/)[a-z-]+-by$/i.test(token))
    .map((trailer) => ({
      patch,
      line: trailerLine(trailer),
      span: tokenSpan(trailer),
      what: `"${trailer.token}" holds two tags in one.`,
    })),
);

const unknownTag = eachPatch((patch) =>
  patch.trailers
    .filter(
      ({ token }) => /-by$/i.test(token) && !STANDARD_TAGS.has(token.toLowerCase()) && nearestTag(token) === undefined,
    )
    .filter(({ token }) => !/-and-/i.test(token))
    .map((trailer) => ({
      patch,
      line: trailerLine(trailer),
      span: tokenSpan(trailer),
      what: `Is "${trailer.token}:" a tag of this tree? Few tools know it.`,
    })),
);

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const given = (...trailers: readonly string[]) => ({ trailers: [...trailers, SIGNED] });
const TAG = { group: 'trailers', severity: 'warning' } as const;

/** How tags are written. */
export const tagForm: readonly PreflightRule[] = [
  {
    ...TAG,
    name: 'tag-misspelled',
    title: 'a tag is not spelled as tools know it',
    sources: [
      { ...CHECKPATCH, ...NOT_STANDARD },
      { ...UBOOT, ...NOT_STANDARD },
    ],
    covers: ['TAG-20'],
    why: 'Tools find tags by their exact name; this one is read as prose, and the credit in it is lost.',
    next: 'Write it as shown; check --fix can do it.',
    look: misspelled,
    examples: [
      { given: given('Reviewed by: Bo Other <bo@other.example>'), finds: 'is written "Reviewed-by:"' },
      { given: { trailers: ['Signed-Off-By: Ada Made <ada@made.example>'] }, finds: '"Signed-off-by:"' },
      { given: { trailers: ['Singed-off-by: Ada Made <ada@made.example>'] }, finds: '"Signed-off-by:"' },
      { given: given('Reviewed-by: Bo Other <bo@other.example>', 'Cc: Bo <bo@other.example>') },
      { given: given('Nacked-by: Bo Other <bo@other.example>', 'Debugged-by: Bo Other <bo@other.example>') },
      { given: given('Link: https://lore.kernel.org/r/20261123.1@made.example') },
    ],
  },
  {
    ...TAG,
    name: 'tag-badly-spaced',
    title: 'blanks around a tag’s name',
    sources: [
      { ...CHECKPATCH, ...NOT_STANDARD },
      { ...UBOOT, ...NOT_STANDARD },
    ],
    covers: ['TAG-20'],
    why: 'Scripts look for the name at the start of the line, one colon and one blank.',
    next: 'Write "Name: value"; check --fix can do it.',
    look: spaced,
    examples: [
      { given: given('Reviewed-by:Bo Other <bo@other.example>'), finds: 'One blank belongs after' },
      { given: given('Reviewed-by : Bo Other <bo@other.example>'), finds: 'One blank belongs after' },
      { given: given(' Reviewed-by: Bo Other <bo@other.example>'), finds: 'One blank belongs after' },
      { given: given('Reviewed-by: Bo Other <bo@other.example>') },
    ],
  },
  {
    ...TAG,
    name: 'tag-repeated',
    title: 'the same tag twice',
    sources: [
      { ...CHECKPATCH, ...NOT_STANDARD },
      { ...UBOOT, ...NOT_STANDARD },
    ],
    covers: ['TAG-20'],
    why: 'It counts one review as two, and shows that nobody looked at the end of the message.',
    next: 'Drop the second.',
    look: repeated,
    examples: [
      {
        given: given('Acked-by: Bo <bo@other.example>', 'Acked-by:  Bo <bo@other.example>'),
        finds: 'stands here twice',
      },
      { given: { trailers: [SIGNED, SIGNED] }, finds: 'stands here twice' },
      { given: { trailers: [SIGNED, 'Signed-off-by: Bo <bo@other.example>', SIGNED] } },
      { given: given('Acked-by: Bo <bo@other.example>', 'Tested-by: Bo <bo@other.example>') },
    ],
  },
  {
    ...TAG,
    name: 'tag-without-address',
    title: 'a tag without a mail address',
    sources: [
      { ...POSTING, phrase: 'tag: Full Name <email address>' },
      { ...UBOOT, ...NOT_STANDARD },
    ],
    covers: ['TAG-20'],
    why: 'A name alone tells nobody whom to ask, and mail tools cannot copy that person.',
    next: 'Write "Full Name <address>".',
    look: withoutAddress,
    examples: [
      { given: given('Reviewed-by: Bo Other'), finds: 'names nobody with an address' },
      { given: given('Reviewed-by: Bo Other <bo@other.example>', 'Assisted-by: Tool:model-1') },
    ],
  },
  {
    ...TAG,
    name: 'tags-combined',
    title: 'two tags in one',
    sources: [{ ...TIP, phrase: 'Please do not use combined tags' }],
    covers: ['TAG-17'],
    why: 'Scripts that count tags and follow reports do not know the mixture.',
    next: 'Write one line for each: "Reported-by: …", "Tested-by: …".',
    look: combined,
    examples: [
      { given: given('Reported-and-tested-by: Bo <bo@other.example>'), finds: 'holds two tags in one' },
      { given: given('Co-developed-by: Bo <bo@other.example>', 'Signed-off-by: Bo <bo@other.example>') },
    ],
  },
  {
    ...TAG,
    name: 'tag-unusual',
    title: 'a tag that few know',
    severity: 'note',
    sources: [
      { ...CHECKPATCH, ...NOT_STANDARD },
      { ...UBOOT, ...NOT_STANDARD },
    ],
    covers: ['TAG-20'],
    why: 'Credit that no tool reads is seen by nobody.',
    next: 'Use one of the known tags, or say it in the message.',
    look: unknownTag,
    examples: [
      { given: given('Inspired-by: Bo Other <bo@other.example>'), finds: 'Is "Inspired-by:" a tag' },
      { given: given('Suggested-by: Bo Other <bo@other.example>', 'Reviewd-by: Bo Other <bo@other.example>') },
    ],
  },
];
