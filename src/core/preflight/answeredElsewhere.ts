import type { CheckpatchProblem } from './checkpatchProblem.ts';

const DEPRECATED = 'Documentation/process/deprecated.rst';
const LICENSES = 'Documentation/process/license-rules.rst';
const BINDINGS = 'Documentation/devicetree/bindings/submitting-patches.rst';
const CHECKLIST = 'Documentation/process/submit-checklist.rst';

interface Answer {
  /** The document that our rule needs; without it in the tree our rule is off, and checkpatch's word counts. */
  readonly needs?: string;
  /** Only when checkpatch says this. */
  readonly says?: RegExp;
}

/** Types of checkpatch that rules of our own answer, with the place and the reason: nobody wants to read it twice. */
const answers: Readonly<Record<string, Answer>> = {
  // Message and subject.
  COMMIT_MESSAGE: {},
  COMMIT_LOG_LONG_LINE: {},
  COMMIT_LOG_VERSIONING: {},
  DIFF_IN_COMMIT_MSG: {},
  EMAIL_SUBJECT: {},
  GERRIT_CHANGE_ID: {},
  GIT_COMMIT_ID: {},
  UNKNOWN_COMMIT_ID: {},
  // Trailers.
  BAD_FIXES_TAG: {},
  BAD_REPORTED_BY_LINK: {},
  BAD_SIGN_OFF: {},
  BAD_STABLE_ADDRESS_STYLE: {},
  COMMIT_LOG_USE_LINK: {},
  COMMIT_LOG_WRONG_LINK: {},
  FROM_SIGN_OFF_MISMATCH: {},
  MISSING_FIXES_TAG: {},
  MISSING_SIGN_OFF: {},
  NO_AUTHOR_SIGN_OFF: {},
  PREFER_LORE_ARCHIVE: {},
  // Mail.
  INVALID_UTF8: {},
  UTF8_BEFORE_PATCH: {},
  CORRUPTED_PATCH: {},
  // Content.
  ALLOC_WITH_MULTIPLY: { needs: DEPRECATED },
  AVOID_BUG: { needs: DEPRECATED },
  CONFIG_DESCRIPTION: { needs: CHECKLIST },
  CONSIDER_KSTRTO: { needs: DEPRECATED },
  DT_SPLIT_BINDING_PATCH: { needs: BINDINGS },
  EXECUTE_PERMISSIONS: {},
  FLEXIBLE_ARRAY: { needs: DEPRECATED },
  IF_0: { needs: 'Documentation/process/coding-style.rst' },
  PREFER_FALLTHROUGH: { needs: DEPRECATED },
  SPDX_LICENSE_TAG: { needs: LICENSES, says: /^Missing or malformed SPDX-License-Identifier tag in line [12]$/ },
  STRCPY: { needs: DEPRECATED },
  STRLCPY: { needs: DEPRECATED },
  STRNCPY: { needs: DEPRECATED },
  UNDOCUMENTED_DT_STRING: { needs: BINDINGS },
  UNDOCUMENTED_SETUP: { needs: CHECKLIST },
};

/** Whether a rule of our own says this already, in a tree with these documents. */
export const answeredElsewhere = (
  { type, text }: CheckpatchProblem,
  document: (path: string) => string | undefined,
): boolean => {
  const answer = Object.hasOwn(answers, type) ? answers[type] : undefined;
  if (!answer || (answer.says && !answer.says.test(text))) return false;
  return answer.needs === undefined || document(answer.needs) !== undefined;
};
