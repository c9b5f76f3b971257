import { checkpatchSources } from './checkpatchWords.ts';
import type { Documents } from './foundSource.ts';
import { patchKey } from './patchKey.ts';
import type { TurnedOff } from './preflight.ts';
import type { Problem } from './problem.ts';
import type { Finding, PreflightRule } from './rule.ts';

/** A finding with all that a person needs to understand it. */
export const problemOf = (
  rule: PreflightRule,
  finding: Finding,
  { documents, turnedOff }: { documents: Documents; turnedOff: readonly TurnedOff[] },
): Problem => {
  const { patch, line, path, treeLine, mend, type } = finding;
  const name = type === undefined ? rule.name : `checkpatch:${type}`;
  const shown = line ?? { text: `Subject: ${patch.subject.text}`, at: patch.subject.at };
  const span = line ? finding.span : (shifted(finding.span) ?? wholeSummary(patch.subject));
  const source = documents.find([...(type === undefined ? [] : checkpatchSources(type)), ...rule.sources]);
  const key = turnedOff.length === 0 ? '' : patchKey(patch);
  const waived = turnedOff.findLast((one) => one.rule === name && one.patch === key);
  return {
    rule: name,
    group: rule.group,
    severity: finding.severity ?? rule.severity,
    patch,
    place: { file: patch.mail.file, line: shown.at },
    text: shown.text,
    ...(span && { span }),
    ...(path !== undefined && { path }),
    ...(treeLine !== undefined && { line: treeLine }),
    what: finding.what,
    why: rule.why,
    next: finding.next ?? rule.next,
    ...(source && { source }),
    ...(mend && { mend }),
    ...(waived && { turnedOff: waived.because }),
  };
};

const SUBJECT = 'Subject: '.length;

/** A span of the subject, in the header as it is shown. */
const shifted = (span: Finding['span']): Finding['span'] => span && [span[0] + SUBJECT, span[1] + SUBJECT];

const wholeSummary = ({ text, summaryAt }: { text: string; summaryAt: number }): Finding['span'] =>
  summaryAt < text.length ? [summaryAt + SUBJECT, text.length + SUBJECT] : [0, text.length + SUBJECT];
