import type { Channel, Confidence, Direction, EntryCategory, EntryInput } from '../api/generated';
import { reported } from '../time/input';
import { type MarkingFields, markingOf, noMarking } from './marking-input';
import { noTime, type TimeFields } from './time-fields';

export type EntryFields = MarkingFields &
  TimeFields & {
    text: string;
    category: string;
    confidence: string;
    direction: string;
    channel: string;
    from: string;
    to: string;
    source: string;
    sourceUrl: string;
  };

export const emptyEntry: EntryFields = {
  ...{ ...noMarking, ...noTime },
  ...{ text: '', category: 'INFORMATION', confidence: '', direction: '', channel: '', from: '', to: '' },
  ...{ source: '', sourceUrl: '' },
};

export function entryInput(fields: EntryFields): EntryInput {
  const { text, category, confidence, direction, channel, from, to, source, sourceUrl } = fields;
  const marking = markingOf(fields);
  return {
    text: text.trim(),
    category: category as EntryCategory,
    ...(confidence && { confidence: confidence as Confidence }),
    ...(direction && { direction: direction as Direction }),
    ...(channel && { channel: channel as Channel }),
    ...(from.trim() && { from: from.trim() }),
    ...(to.trim() && { to: to.trim() }),
    ...reported('occurred', fields),
    ...(marking && { marking }),
    ...(source.trim() && { provenance: { label: source.trim(), ...(sourceUrl.trim() && { url: sourceUrl.trim() }) } }),
  };
}
