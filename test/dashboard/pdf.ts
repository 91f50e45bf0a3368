import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, string>;

/** The words of each page of a PDF as Chromium prints it, in the order in which they are painted. */
export function textOfPages(pdf: Buffer): string[] {
  const found = pdf.toString('latin1').matchAll(/(\d+) 0 obj\n(.*?)endobj/gs);
  const objects: Objects = new Map([...found].map(([, id = '', body = '']) => [id, body]));
  return [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body)).map((page) => textOf(page, objects));
}

function textOf(page: string, objects: Objects): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id = '']) => [name, lettersOf(objects.get(id), objects)]),
  );
  const content = streamOf(objects.get(referred(page, 'Contents')));
  let letters: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) \S+ Tf|<([\dA-F]+)> Tj/g)) {
    if (font !== undefined) letters = fonts.get(font);
    for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g)) text += letters?.get(Number.parseInt(glyph, 16)) ?? '?';
  }
  return text;
}

/** What each glyph of a font stands for. */
function lettersOf(font: string | undefined, objects: Objects): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const map = streamOf(objects.get(referred(font, 'ToUnicode')));
  for (const [, first = '', last = '', letter = ''] of map.matchAll(/^<(\w+)> (?:<(\w+)> )?<(\w{4})>$/gm)) {
    const [from, to] = [first, last || first].map((one) => Number.parseInt(one, 16)) as [number, number];
    for (let glyph = from; glyph <= to && first !== '0000'; glyph++)
      letters.set(glyph, String.fromCharCode(Number.parseInt(letter, 16) + glyph - from));
  }
  return letters;
}

function referred(body = '', name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '';
}

function streamOf(body = ''): string {
  const compressed = body.slice(body.indexOf('stream\n') + 'stream\n'.length);
  return inflateSync(Buffer.from(compressed, 'latin1')).toString('latin1');
}
