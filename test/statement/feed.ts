import { get } from 'node:http';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly issuer: string;
  readonly content: string;
  readonly categories: readonly Readonly<Record<string, string>>[];
}

export interface Feed {
  readonly attributes: Readonly<Record<string, string>>;
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly links: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
}

/** A feed as its readers take it: what is not well-formed XML fails here. */
export function readFeed(document: string): Feed {
  const feed = parseXml(document).root as XmlElement;
  return {
    attributes: feed.attributes,
    id: text(feed, 'id'),
    title: text(feed, 'title'),
    updated: text(feed, 'updated'),
    links: Object.fromEntries(all(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['href'] ?? ''])),
    entries: all(feed, 'entry').map((entry) => ({
      id: text(entry, 'id'),
      title: text(entry, 'title'),
      published: text(entry, 'published'),
      updated: text(entry, 'updated'),
      issuer: all(entry, 'author')
        .map((author) => text(author, 'name'))
        .join(),
      content: text(entry, 'content'),
      categories: all(entry, 'category').map(({ attributes }) => attributes),
    })),
  };
}

function all(parent: XmlElement, name: string): XmlElement[] {
  return (parent.children as XmlElement[]).filter((child) => child.name === name);
}

function text(parent: XmlElement, name: string): string {
  const [element, ...others] = all(parent, name);
  if (!element || others.length > 0)
    throw new Error(`Expected one ${name}, and got ${others.length + (element ? 1 : 0)}`);
  return element.text;
}

export async function fetchFeed(url: string, headers: Record<string, string> = {}): Promise<Feed> {
  const response = await fetch(url, { headers });
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return readFeed(await response.text());
}

/** The feed as a client gets it that says whatever it likes about where it asks. */
export function fetchFrom(url: string, headers: Record<string, string>): Promise<Feed> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(readFeed(Buffer.concat(chunks).toString()));
    }).on('error', reject);
  });
}
