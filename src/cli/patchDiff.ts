/** The diff of a patch mail, without the mail around it. Bytes that are no UTF-8 are replaced. */
export const patchDiff = (mail: Uint8Array): string => {
  const text = new TextDecoder().decode(mail);
  const start = text.search(/^diff --git /m);
  const end = text.search(/^(?:\nbase-commit: |-- \n)/m);
  return start === -1 ? '' : text.slice(start, end === -1 ? undefined : end);
};
