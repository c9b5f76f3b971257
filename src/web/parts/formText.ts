/** A text field of a form that was sent: with line ends as ours, without NUL; empty where there is none. */
export const formText = (form: Readonly<Record<string, unknown>>, name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : '';
};
