/** `6.12.117+deb12-cloud-amd64` as 6, 12, 117; undefined for what does not begin with two numbers. */
const numbersOf = (release: string): readonly number[] | undefined => {
  const [, one, two, three = '0'] = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,5}))?/.exec(release) ?? [];
  return one === undefined || two === undefined ? undefined : [Number(one), Number(two), Number(three)];
};

/** Whether a release is this version or a later one; undefined where one of them says no version. */
export const isAtLeast = (release: string, least: string): boolean | undefined => {
  const [has, wanted] = [numbersOf(release), numbersOf(least)];
  if (!has || !wanted) return undefined;
  const at = has.findIndex((number, index) => number !== wanted[index]);
  return at < 0 || (has[at] ?? 0) > (wanted[at] ?? 0);
};
