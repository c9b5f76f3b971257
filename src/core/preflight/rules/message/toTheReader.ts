import type { PatchMail } from '../../../patch/patchMail.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { saidInProse } from '../../saidInProse.ts';

const HISTORY = [
  messageSources.canonical('will be committed to the permanent source'),
  messageSources.uBootRules("Additional comments which you don't want included"),
];

/** Words that are for the list, not for the history. */
export const toTheReader: readonly PreflightRule[] = [
  {
    name: 'letter-in-message',
    title: 'the message is written like a letter',
    group: 'message',
    severity: 'warning',
    sources: HISTORY,
    covers: ['CHG-07'],
    why: 'The message goes into the history for ever as it is; the maintainer must cut a greeting or a request out by hand.',
    next: 'Put what is for the readers of the mail below the "---"; git am drops it.',
    look: eachPatch((patch) =>
      said(patch, LETTER, (words) => `"${words}" is said to the readers of the mail, not to those of the history.`),
    ),
    examples: [
      { given: { body: 'Hi all,\n\ncount the objects once, since they are counted twice.' }, finds: '"Hi all,"' },
      { given: { body: 'Dear maintainers,\n\nthe count is wrong.' }, finds: 'Dear maintainers' },
      { given: { body: 'Count the objects once.\n\nPlease review and apply.' }, finds: 'Please review' },
      { given: { body: 'Count the objects once.\n\nThanks,\nAda' }, finds: 'Thanks' },
      { given: { body: 'Count the objects once.\n\nBest regards' }, finds: 'Best regards' },
      { given: { body: 'Hi-speed mode needs it. Please note that the clock is halved.' } },
      { given: { body: 'Thanks to the new helper the count is right. See the manual, please.' } },
      { given: { below: 'Hi all,\n\nplease review.' } },
    ],
  },
  {
    name: 'refers-elsewhere',
    title: 'the message needs another mail to be understood',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe("Don't expect the subsystem maintainer to refer back"),
      messageSources.uBootConventions('determine what is being changed and why'),
    ],
    covers: ['CHG-07'],
    why: 'Years later the history is all that is left: no thread, no order of the patches, no talk in a corridor.',
    next: 'Say here what was found there; name a commit by its number and title.',
    look: eachPatch((patch) =>
      said(patch, ELSEWHERE, (words) => `"${words}": what would a reader know who has only this commit?`),
    ),
    examples: [
      { given: { body: 'As discussed, count the objects once.' }, finds: '"As discussed"' },
      { given: { body: 'The previous patch added the count; use it.' }, finds: '"The previous patch"' },
      { given: { body: 'Same as v1, see there.' }, finds: 'Same as v1' },
      { given: { body: 'Fix what the last commit broke.' }, finds: '"the last commit"' },
      {
        given: {
          body:
            'As discussed in the link below, the list is walked twice,\nso the count is '
            + 'wrong.\n\nLink: https://made.example/',
        },
      },
      { given: { body: 'The previous value is kept. The next patch will use it.' } },
    ],
  },
];

const LETTER = new RegExp(
  [
    '^(?:hi|hello|hey|dear|greetings)(?: (?:all|everyone|everybody|there|folks|maintainers?|'
      + 'developers?|sirs?|team|linux|kernel|u-boot)| \\p{Lu}[\\p{L}.]+){0,3}\\s?(?:[,!]|$)',
    '(?:^|[.!] )(?:please|kindly|could you|can you) (?:\\w+ )?(?:apply|review|merge|'
      + 'consider (?:applying|merging|this)|take a look|pull|let me know|test (?:this|it))'
      + '\\b.{0,20}',
    '^(?:(?:many )?thanks|thank you|(?:best|kind|warm)(?: \\w+)? regards|regards|cheers|br|'
      + 'sincerely|with best wishes)(?:[,.!]|$)[^.]{0,40}',
    '\\b(?:comments|feedback|suggestions|reviews?) (?:are|is) (?:very |always |more than )?(?:welcome|appreciated)\\b',
    '\\bthis is my (?:very )?first (?:kernel |linux |u-boot )?(?:patch|contribution|commit)\\b',
  ].join('|'),
  'iu',
);

const ELSEWHERE = new RegExp(
  [
    '\\bas (?:discussed|suggested|agreed|requested|mentioned|explained|said|proposed|'
      + 'described)(?: (?:earlier|before|previously|above|already|on irc|off-?list|'
      + 'on the (?:mailing )?list|in (?:the )?(?:cover letter|v\\d+|previous \\w+|last \\w+|'
      + 'another \\w+)))?(?=[,.;]|$)',
    '\\b(?:as|see|same as|like) (?:in )?(?:the )?(?:v\\d+|cover letter|previous version|'
      + 'my (?:other|previous|last|earlier) (?:mail|patch|email))\\b',
    '\\b(?:the|my|our) (?:previous|preceding|last|prior|earlier|former) (?:patch|commit)\\b(?! [\\da-f]{7}| \\()',
    '\\bper (?:our|the) (?:discussion|conversation)\\b|\\bas per (?:review )?comments?\\b|'
      + '\\baddress(?:es)? (?:the )?review comments\\b',
  ].join('|'),
  'i',
);

const said = (patch: PatchMail, pattern: RegExp, what: (words: string) => string): readonly Finding[] => {
  const hit = saidInProse(patch, pattern);
  // With a link or a named commit beside it, the reader has more than this one.
  if (!hit || (pattern === ELSEWHERE && patch.message.some(({ text }) => /:\/\/|\b[\da-f]{12,40} \("/.test(text))))
    return [];
  return [{ patch, line: hit.line, span: hit.span, what: what(hit.words) }];
};
