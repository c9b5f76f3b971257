const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text from a tree or a tool, for a terminal: control characters, which could move the cursor or hide a line, are shown. */
export const visible = (text: string): string => text.replace(CONTROLS, '\ufffd');

/** The same for what has to stay on its line: a name can have a line end in it. */
export const visibleName = (text: string): string => visible(text).replace(/[\t\n]/g, '\ufffd');

/** JSON that a terminal may be shown: what JSON lets stand as it is, escaped, so that it reads back the same. */
export const visibleJson = (json: string): string =>
  json.replace(CONTROLS, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What has been painted by us; all other control characters are shown. */
export const visiblePainted = (text: string): string =>
  text
    .split(/(\u001b\[(?:1|2|4|22|24|31|32|33|39)m)/)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('');
