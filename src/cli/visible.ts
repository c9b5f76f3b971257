const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from a tree or a tool, for a terminal: control characters, which could move the cursor or hide a line, are shown. */
export const visible = (text: string): string => text.replace(CONTROLS, '\ufffd');
