import type { UnreadPartsFragment } from '../api/generated';
import type { JournalLine } from '../link/following';
import { isBy, type Writer } from '../link/is-by';

/** How far the viewer has read, and any of its stakeholder. */
export interface ReadTo {
  readonly readToByMe: number;
  readonly readToByUs: number;
}

/** How many lines beyond the viewer's mark the server looks through, the newest first. */
const mostLines = 200;

/**
 * What of these lines is unread, as the server counts it (`Incident.unread`): it tells who asks, and each line that comes
 * would have every page of an incident ask at the same time.
 */
export function unreadOf(lines: readonly JournalLine[], marks: ReadTo, reader: Writer): UnreadPartsFragment {
  const { readToByMe, readToByUs } = marks;
  const beyond = lines.slice(Math.max(0, lines.length - mostLines)).filter(({ number }) => number > readToByMe);
  const open = beyond.flatMap((line) => (line.__typename === 'JournalEntry' ? [line] : []));
  const byMe = open.filter(({ author }) => !isBy(author, reader));
  const byUs = open.filter(
    ({ author, number, marking }) =>
      // What is for persons by name nobody else of theirs has read.
      author.stakeholderId !== reader.stakeholder?.id && (number > readToByUs || marking.audience === 'PERSONS'),
  );
  const isExact = (lines.at(-1)?.number ?? 0) - readToByMe <= mostLines;
  return { byMe: { count: byMe.length, isExact }, byUs: { count: byUs.length, isExact }, readToByMe };
}

/** The first of those that count, however many they are. */
export function firstUnread(lines: readonly JournalLine[], readTo: number, reader: Writer): JournalLine | undefined {
  return lines.find((line) => line.number > readTo && line.__typename === 'JournalEntry' && !isBy(line.author, reader));
}
