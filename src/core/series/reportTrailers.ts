import { splitMbox } from '../mail/splitMbox.ts';
import { addressReport, type ReportTrailers } from './addressReport.ts';
import { mailReport } from './mailReport.ts';
import { readMails } from './readSeries.ts';

/**
 * Reads a report: the address of a bug (syzbot's own, or on the web), the id of a syzbot bug, or the text of a mail or
 * page (bytes as characters). Never throws, never reaches out.
 */
export const reportTrailers = (text: string): ReportTrailers => {
  const short = text.length < 2000 ? text.trim() : '';
  if (short !== '' && !/\s/.test(short)) return addressReport(short);
  const [mail] = splitMbox(text).slice(0, 1);
  const [read] = mail === undefined ? [] : readMails([{ file: 'report', source: mail.source }]);
  return read && read.sender.address !== '' ? mailReport(read) : pageReport(text);
};

/** A page that was saved: syzbot's says what to write. */
const pageReport = (text: string): ReportTrailers => {
  const found = /syzbot\+[0-9a-f]{12,40}@syzkaller\.appspotmail\.com/i.exec(text)?.[0];
  if (found !== undefined) return addressReport(found);
  const what = 'This is no mail with a From line, and no page of a syzbot bug.';
  return { found: [], missing: [`${what} Name the mail as it came (its raw form), or the report's web address.`] };
};
