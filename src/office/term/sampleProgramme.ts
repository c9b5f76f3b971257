import type { EligibilityQuestion } from '../../core/programme/termDates.ts';

/** Words to begin with: the organiser changes them. */
export const sampleProgramme = {
  words: `Three months in which you become a contributor to the Linux kernel, with mentors who answer.

You begin with tasks that you do in your own time: a course, building and booting a kernel, a module of your own, the
kernel's own tests, reading a stack trace, setting up mail, a first patch. What a machine can judge is judged at once; for
everything else a person reads what you sent.

You need a computer that can build a kernel, some C, and a few hours a week. You need not have sent a patch before.`,
  disclosurePolicy: `You may use tools, also such that write text or code. Say which, and what they wrote: it is asked with
the application and with each task. What you send is yours to explain: a mentor may ask you about every line.`,
};

export const sampleEligibility: readonly EligibilityQuestion[] = [
  {
    ...{ id: 'adult', question: 'Are you 18 or older?', wanted: true },
    purpose: 'The programme takes nobody under 18. Your date of birth is not asked.',
  },
  {
    ...{ id: 'time', question: 'Do you have ten hours a week from its start to its end?', wanted: true },
    purpose: 'Less is not enough to get a patch through review in time. Nobody checks it but you.',
  },
  {
    ...{ id: 'mentored', question: 'Are you in another mentorship for the kernel at the same time?', wanted: false },
    purpose: 'So that places reach more people.',
  },
];
