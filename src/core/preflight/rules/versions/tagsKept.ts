import { namedPerson } from '../../../patch/namedPerson.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { formerPatches, newestVersion } from '../../../series/formerPatches.ts';
import { HALF, likeness } from '../../../series/likeness.ts';
import { type GivenTag, givenTags, isSameTag, reviewTags } from '../../../series/reviewTags.ts';
import { notes } from '../../../series/versionTold.ts';
import type { Finding, PreflightRule } from '../../rule.ts';
import { trailerLine, valueSpan } from '../trailers/trailersNamed.ts';
import { askThread } from './askThread.ts';
import { sampleReply, sampleThread } from './sampleThread.ts';

const TAGS = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: 'Using Reported-by:, Tested-by:, Reviewed-by:, Suggested-by: and Fixes:',
};
const UBOOT = { file: 'doc/develop/sending_patches.rst', heading: 'Using b4' };

/** The notes say that tags were dropped. */
const saysDropped = (mail: PatchMail | undefined): boolean =>
  mail !== undefined
  && notes(mail).some(
    ({ text }) =>
      /\b(?:drop|remov|not (?:carr|pick|kept))/i.test(text) && /\b(?:tags?|[RAT]-?b|\w+-by|trailers?)\b/i.test(text),
  );

const lost = askThread((thread, { series }): readonly Finding[] => {
  const seen = new Set<string>();
  const isLost = ({ patch, tag }: GivenTag): boolean => {
    const key = `${patch.mail.at} ${patch.mail.file} ${tag.token} ${tag.value}`.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return !patch.trailers.some((own) => isSameTag(own, tag)) && !saysDropped(patch) && !saysDropped(series.cover);
  };
  return givenTags(thread, series)
    .filter(isLost)
    .map(({ patch, tag, reply }) => ({
      patch,
      what: `"${tag.token}: ${tag.value}" was given to the version before (<${reply.messageId}>) and is not here.`,
    }));
});

const keptThoughChanged = askThread((thread, { series }): readonly Finding[] => {
  const newest = newestVersion(thread);
  if (!newest) return [];
  const former = formerPatches(series, newest);
  return series.patches.flatMap((patch): readonly Finding[] => {
    const before = former.get(patch);
    const tags = patch.trailers.filter((own) => reviewTags([own]).length > 0);
    const [first] = tags;
    if (!before || !first) return [];
    const same = likeness(patch, before);
    if (same >= HALF) return [];
    const names = tags.map(({ value }) => namedPerson(value).name).join(', ');
    const share = `Only ${Math.round(same * 100)} % of the changed lines are as they were`;
    const what = `${share}. Do the tags of ${names} still hold?`;
    return [{ patch, line: trailerLine(first), span: valueSpan(first), what }];
  });
});

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const BO = 'Reviewed-by: Bo Other <bo@other.example>';
const V1 = { headers: { 'Message-ID': '<v1@made.example>' } };
const V2 = { subject: '[PATCH v2] mm: slub: Count the objects once', below: 'v2: less' };
const REVIEWED = sampleReply('v1@made.example', `Good.\n\n${BO}`);
const OTHER = 'diff --git a/mm/slub.c b/mm/slub.c\n--- a/mm/slub.c\n+++ b/mm/slub.c\n@@ -1 +1 @@\n-int a;\n+int b;';
const WITH = { ...V2, trailers: [BO, SIGNED] };
const DROPPED = { ...V2, below: 'v2: other loop; dropped the Reviewed-by of Bo' };
const CHANGED = { ...WITH, diff: OTHER };

/** Tags that reviewers gave, from one version to the next. */
export const tagsKept: readonly PreflightRule[] = [
  {
    name: 'tag-of-reviewer-lost',
    title: 'a tag given to the version before is missing',
    group: 'versions',
    severity: 'warning',
    sources: [
      { ...TAGS, phrase: 'should be added by author to the applicable' },
      { ...UBOOT, phrase: 'collect Acked-by/Tested-by tags with' },
    ],
    covers: ['TAG-14'],
    why: 'Without it the reviewer’s work is lost, and somebody has to do it again.',
    next: 'Add it above your sign-off (b4 trailers -u does), or say below the --- why you dropped it.',
    look: lost,
    examples: [
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1, REVIEWED], V2);
          },
        },
        finds: 'Reviewed-by: Bo Other',
      },
      {
        given: WITH,
        facts: {
          get thread() {
            return sampleThread([V1, REVIEWED], WITH);
          },
        },
      },
      {
        given: DROPPED,
        facts: {
          get thread() {
            return sampleThread([V1, REVIEWED], DROPPED);
          },
        },
      },
      { given: V2, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'tag-kept-though-changed',
    title: 'reviewers’ tags on a patch that changed a lot since',
    group: 'versions',
    severity: 'note',
    sources: [{ ...TAGS, phrase: 'the patch has changed substantially in following' }],
    covers: ['TAG-15'],
    why: 'The tag says that this person read or tried this code. They have not seen what is new.',
    next: 'If the change is more than they asked for, drop the tags and say so below the ---; they will look again.',
    look: keptThoughChanged,
    examples: [
      {
        given: CHANGED,
        facts: {
          get thread() {
            return sampleThread([V1, REVIEWED], CHANGED);
          },
        },
        finds: 'still hold?',
      },
      {
        given: WITH,
        facts: {
          get thread() {
            return sampleThread([V1, REVIEWED], WITH);
          },
        },
      },
    ],
  },
];
