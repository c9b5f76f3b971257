/** What is kept of people: why, who reads it, and until when. The notice of the pages and the job that erases are one list. */
export interface RetentionClass {
  readonly id:
    | 'account'
    | 'invited'
    | 'application'
    | 'declined'
    | 'submissions'
    | 'notes'
    | 'mails'
    | 'log'
    | 'security';
  readonly what: string;
  readonly purpose: string;
  readonly readers: string;
  readonly kept: string;
  /** Days, counted from what `kept` says; undefined where it is kept until it is erased. */
  readonly days: number | undefined;
}

export const retentionClasses: readonly RetentionClass[] = [
  {
    ...{ id: 'account', what: 'Name to show, address, time zone', days: undefined },
    purpose: 'to sign you in, write to you, and show times on your clock',
    readers: 'you, organisers, lead mentors; the name alone also your mentors',
    kept: 'until you erase it',
  },
  {
    ...{ id: 'invited', what: 'Name and address of somebody who was invited and never came', days: 30 },
    purpose: 'so that the invitation can be sent again',
    readers: 'organisers',
    kept: '30 days after the invitation ran out',
  },
  {
    ...{ id: 'application', what: 'Your application', days: 180 },
    purpose: 'to decide who takes part',
    readers: 'you, your reviewers, lead mentors',
    kept: '180 days after the term ends',
  },
  {
    ...{ id: 'declined', what: 'An application that was declined or withdrawn', days: 90 },
    purpose: 'to answer when you ask why',
    readers: 'you, your reviewers, lead mentors',
    kept: '90 days after the decision',
  },
  {
    ...{ id: 'submissions', what: 'What you hand in for tasks', days: 180 },
    purpose: 'to judge it, and to answer you',
    readers: 'you, mentors of the term',
    kept: '180 days after the term ends',
  },
  {
    ...{ id: 'notes', what: 'Notes and ratings of reviewers and mentors', days: 180 },
    purpose: 'so that two people need not read the same twice',
    readers: 'reviewers and mentors; you get those about you with your export',
    kept: '180 days after the term ends',
  },
  {
    ...{ id: 'mails', what: 'Mails between you and the programme', days: 180 },
    purpose: 'so that none is sent twice, and each can be answered',
    readers: 'you, organisers',
    kept: '180 days after they were sent',
  },
  {
    ...{ id: 'log', what: 'The log of decisions', days: undefined },
    purpose: 'so that nobody can change a decision unseen',
    readers: 'organisers',
    kept: 'for good, with a number in place of your name',
  },
  {
    ...{ id: 'security', what: 'When you signed in, with which browser, and what was refused to you', days: 365 },
    purpose: 'so that you can see whether it was you, and end your sessions',
    readers: 'you, the server’s keeper',
    kept: 'one year',
  },
];
