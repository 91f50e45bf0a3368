import type { Channel, Confidence, Direction, EntryCategory, EntryInput } from '../api/generated';
import { type Precision, reportedInput } from '../time/input';
import { type MarkingFields, markingOf, noMarking } from './marking-fields';

export type EntryFields = MarkingFields & {
  text: string;
  category: string;
  confidence: string;
  direction: string;
  channel: string;
  from: string;
  to: string;
  occurred: string;
  precision: string;
  words: string;
  source: string;
  sourceUrl: string;
};

export const emptyEntry: EntryFields = {
  ...noMarking,
  ...{ text: '', category: 'INFORMATION', confidence: '', direction: '', channel: '', from: '', to: '' },
  ...{ occurred: '', precision: 'MINUTE', words: '', source: '', sourceUrl: '' },
};

export function entryInput(fields: EntryFields): EntryInput {
  const { text, category, confidence, direction, channel, from, to, source, sourceUrl } = fields;
  const marking = markingOf(fields);
  const occurred = reportedInput(fields.occurred, fields.words, (fields.precision || 'MINUTE') as Precision);
  return {
    text: text.trim(),
    category: category as EntryCategory,
    ...(confidence && { confidence: confidence as Confidence }),
    ...(direction && { direction: direction as Direction }),
    ...(channel && { channel: channel as Channel }),
    ...(from.trim() && { from: from.trim() }),
    ...(to.trim() && { to: to.trim() }),
    ...(occurred && { occurred }),
    ...(marking && { marking }),
    ...(source.trim() && { provenance: { label: source.trim(), ...(sourceUrl.trim() && { url: sourceUrl.trim() }) } }),
  };
}
