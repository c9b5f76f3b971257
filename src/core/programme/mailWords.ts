/** The mails whose words an organiser can change for a term. */
export type WordedMail = 'application-accepted' | 'application-declined' | 'application-waiting' | 'invitation';

export interface MailWords {
  readonly subject: string;
  /** Paragraphs with an empty line between them. Greeting and signature stand around them. */
  readonly text: string;
}

interface Worded {
  readonly name: string;
  /** What may stand in braces, with what it becomes. */
  readonly blanks: Readonly<Record<string, string>>;
  /** Without these the mail would leave out what a person must know. */
  readonly needs: readonly string[];
  /** What the form begins with. */
  readonly sample: MailWords;
}

const always = { name: 'what the person is called', term: 'the term', link: 'where it goes on' };
const sentence = 'the sentence for this person alone';

export const wordedMails: Readonly<Record<WordedMail, Worded>> = {
  'application-accepted': {
    name: 'You are accepted',
    blanks: { ...always, sentence, starts: 'when it starts, on the person’s clock' },
    needs: ['starts', 'link'],
    sample: {
      subject: 'You are accepted: {term}',
      text: 'We are glad to say that you are accepted to {term}.\n\n{sentence}\n\nIt starts {starts}.\n\n{link}',
    },
  },
  'application-declined': {
    name: 'You are not accepted this time',
    blanks: { ...always, sentence },
    needs: ['sentence', 'link'],
    sample: {
      subject: 'Your application to {term}',
      text:
        'We cannot offer you a place in {term}. A person took this decision, not a machine.\n\n{sentence}\n\n'
        + 'What you did for the tasks is yours, and can be shown elsewhere. The kernel’s documents and lists are open to '
        + 'everybody.\n\n{link}',
    },
  },
  'application-waiting': {
    name: 'You are on the waiting list',
    blanks: { ...always, sentence, starts: 'when it starts: by then one knows' },
    needs: ['starts', 'link'],
    sample: {
      subject: 'You are on the waiting list: {term}',
      text:
        'You are on the waiting list of {term}. If a place becomes free we write to you; you know for certain {starts}.'
        + '\n\n{sentence}\n\nTo leave the list: {link}',
    },
  },
  invitation: {
    name: 'You are invited',
    blanks: { ...always, role: 'as what: mentor, reviewer, applicant', until: 'how long it can be answered' },
    needs: ['link', 'until'],
    sample: {
      subject: 'You are invited to {term}',
      text:
        'You are invited to {term} as {role}. To take part, open this until {until}:\n\n{link}\n\n'
        + 'If you do not want to, do nothing.',
    },
  },
};

export const isWordedMail = (text: string): text is WordedMail => Object.hasOwn(wordedMails, text);

const limits = { subject: 150, text: 4000 } as const;

/** What is wrong with an organiser's words; nothing when they can go out. */
export const mailWordsProblems = (mail: WordedMail, { subject, text }: MailWords): readonly string[] => {
  const { blanks, needs } = wordedMails[mail];
  const used = [...`${subject}\n${text}`.matchAll(/\{([^{}\n]{0,60})\}/g)].map(([, name = '']) => name);
  return [
    ...(subject.trim() === '' ? ['It has no subject.'] : []),
    ...(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(subject) ? ['The subject is more than one line.'] : []),
    ...(text.trim() === '' ? ['It has no words.'] : []),
    ...(subject.length > limits.subject ? [`The subject is longer than ${limits.subject} characters.`] : []),
    ...(text.length > limits.text ? [`The words are longer than ${limits.text} characters.`] : []),
    ...[...new Set(used)].filter((name) => !Object.hasOwn(blanks, name)).map((name) => `There is no {${name}} here.`),
    ...needs.filter((name) => !text.includes(`{${name}}`)).map((name) => `It has to say {${name}}: ${blanks[name]}.`),
  ];
};

/** The words with what is put in. What was put in is not looked at again: a name with braces stays a name. */
export const fillMailWords = (
  { subject, text }: MailWords,
  values: Readonly<Record<string, string>>,
): { readonly subject: string; readonly paragraphs: readonly string[] } => {
  const fill = (words: string): string =>
    words.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
    );
  return {
    subject: fill(subject),
    paragraphs: text
      .replaceAll('\r\n', '\n')
      .split(/\n{2,}/)
      .map((paragraph) => fill(paragraph).trim())
      .filter((paragraph) => paragraph !== ''),
  };
};
