import type { SettingOrigin } from '../../../edge/git/settingOrigins.ts';

/** A setting as it is shown; `counts` is false where a later line takes its place. */
export interface SettingRow extends SettingOrigin {
  readonly counts: boolean;
}

/** All values of these count; of the others the last. */
const SEVERAL = /^(?:sendemail\.(?:.+\.)?(?:to|cc|bcc|smtpserveroption|aliasesfile)|format\.(?:to|cc|headers))$/i;

export const settingRows = (settings: readonly SettingOrigin[]): readonly SettingRow[] => {
  const last = new Map(settings.map(({ name }, at) => [name, at]));
  return settings.map((one, at) => ({ ...one, counts: SEVERAL.test(one.name) || last.get(one.name) === at }));
};

/** What is not set, what that costs, and the command. */
export interface Unset {
  readonly name: string;
  readonly costs: string;
  readonly command: string;
}

/** A mail goes out by a server or by a program. */
export const unsetOf = (settings: readonly SettingOrigin[], hasIdentity: boolean): readonly Unset[] => {
  const has = (pattern: RegExp): boolean => settings.some(({ name }) => pattern.test(name));
  return [
    ...(hasIdentity
      ? []
      : [
          {
            name: 'user.name and user.email',
            costs: 'A patch has no author, and cannot be signed off.',
            command: 'git config --global user.name "Your Name" && git config --global user.email you@example.org',
          },
        ]),
    ...(has(/^sendemail\.(?:.+\.)?(?:smtpserver|sendmailcmd)$/i)
      ? []
      : [
          {
            name: 'sendemail.smtpServer',
            costs: 'git send-email uses the machine’s own mail program, if there is one.',
            command: 'git config --global sendemail.smtpServer smtp.example.org',
          },
        ]),
  ];
};
