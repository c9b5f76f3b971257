/** A file of the project, or one made up to try a check on. `path` is relative to the root, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
