/** A patch mail for an example: what is not said is as in a good one. */
export interface Sample {
  /** Whole, with brackets. */
  readonly subject?: string;
  /** `Name <address>`. */
  readonly from?: string;
  /** More headers, or other values: `{ 'Content-Type': 'text/html' }`. An empty value leaves the header out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The message's prose, without trailers. */
  readonly body?: string;
  readonly trailers?: readonly string[];
  /** Between `---` and the diffstat. */
  readonly below?: string;
  /** The whole diff; empty for a cover letter. */
  readonly diff?: string;
}
