import type { Thread } from '../../../series/thread.ts';
import type { Checked, Finding, Looked } from '../../rule.ts';

/** Looks into the thread. Where it is not known, that matters only to a series that says it was sent before. */
export const askThread =
  (look: (thread: Thread, checked: Checked) => readonly Finding[]) =>
  (checked: Checked): Looked => {
    const { thread } = checked.facts;
    if (thread.known) return look(thread.value, checked);
    return wasSentBefore(checked) ? { unknown: thread.because, settle: thread.settle } : undefined;
  };

export const wasSentBefore = ({ series }: Checked): boolean =>
  series.version >= 2 || series.mails.some(({ subject }) => subject.isResend);
