import type { MailSettings } from '../../src/office/mailOffice.ts';

/** A programme's mail that nobody sends. */
export const testMailSettings: MailSettings = {
  ...{ domain: 'mentors.example', from: 'm@mentors.example', hasDoor: false },
  secret: new Uint8Array(32).fill(7),
};
