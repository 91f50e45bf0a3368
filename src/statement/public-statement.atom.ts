import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import type { Visible } from '../access/reads';
import { type RegionCode, regionByCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import type { PublicStatementRow } from './public-statement.entity';

const atom = 'http://www.w3.org/2005/Atom';
const xml = 'http://www.w3.org/XML/1998/namespace';

/** One page of statements, the latest first, and the addresses around it. */
interface StatementFeed {
  readonly id: string;
  readonly region: RegionCode | null;
  readonly rows: readonly Visible<PublicStatementRow>[];
  /** By relation: `self`, and what RFC 5005 has for a feed in pages. */
  readonly links: Readonly<Record<string, string>>;
}

/** The page as an Atom document (RFC 4287). */
export function atomFeed({ id, region, rows, links }: StatementFeed): string {
  const document = new DOMImplementation().createDocument(atom, 'feed');
  const feed = document.documentElement as Element;
  feed.setAttributeNS(xml, 'xml:lang', 'fr');
  append(feed, 'id', { text: id });
  const place = regionByCode(region ?? '')?.name;
  append(feed, 'title', { type: 'text', text: place ? `Communiqués publics : ${place}` : 'Communiqués publics' });
  // Atom wants an instant; one that does not move keeps an empty feed the same for whoever asks again.
  append(feed, 'updated', { text: (rows[0]?.publishedAt ?? new Date(0)).toISOString() });
  for (const [rel, href] of Object.entries(links)) append(feed, 'link', { rel, href, type: 'application/atom+xml' });
  for (const row of rows) appendEntry(feed, row);
  // Should a character slip through after all, the feed fails here, and not at its readers.
  const text = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}

function appendEntry(feed: Element, row: Visible<PublicStatementRow>): void {
  const { id, exercise, title, text, issuerName, regions } = row;
  const publishedAt = row.publishedAt.toISOString();
  const entry = append(feed, 'entry', {});
  append(entry, 'id', { text: `urn:uuid:${id}` });
  append(entry, 'title', { type: 'text', text: exercise ? `EXERCICE : ${title}` : title });
  append(entry, 'published', { text: publishedAt });
  append(entry, 'updated', { text: publishedAt });
  append(append(entry, 'author', {}), 'name', { text: issuerName });
  if (exercise) append(entry, 'category', { term: 'exercice', label: 'Exercice' });
  for (const code of regions) {
    const scheme = RegionCodeScalar.specifiedByURL ?? '';
    append(entry, 'category', { term: code, scheme, label: regionByCode(code)?.name ?? code });
  }
  append(entry, 'content', { type: 'text', text });
}

function append(parent: Element, name: string, { text, ...attributes }: Readonly<Record<string, string>>): Element {
  const element = (parent.ownerDocument as Document).createElementNS(atom, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (text !== undefined) element.textContent = inXml(text);
  parent.appendChild(element);
  return element;
}

/** Statements may hold characters that XML 1.0 cannot, not even escaped: each leaves a mark. */
function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
}
