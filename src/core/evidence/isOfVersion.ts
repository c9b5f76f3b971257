/** Whether a release is one of a version: `6.12.117+deb12` of `6.12`, and `6.121.1` not. */
export const isOfVersion = (release: string, version: string): boolean =>
  release.startsWith(version) && !/^\d/.test(release.slice(version.length));
