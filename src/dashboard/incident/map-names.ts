/** The name of a region on a map: whole where it is short, or else its letters. */
export function nameOnMap({ name, isoCode }: { readonly name: string; readonly isoCode: string }): string {
  return name.length <= longestOnMap ? name : isoCode.slice('FR-'.length);
}

const longestOnMap = 9;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of what some outlines enclose, each written as moves from one corner to the next. */
export function middleOf(outlines: readonly string[]): Point {
  const corners = outlines.flatMap(cornersOf);
  return { x: middle(corners.map(({ x }) => x)), y: middle(corners.map(({ y }) => y)) };
}

/** Those of the mainland: its islands are written after it. */
function cornersOf(outline: string): Point[] {
  const [mainland = ''] = outline.replace(/^m /, '').split('z');
  let [x, y] = [0, 0];
  return mainland
    .trim()
    .split(' ')
    .map((move) => {
      const [right = 0, down = 0] = move.split(',').map(Number);
      x += right;
      y += down;
      return { x, y };
    });
}

function middle(some: readonly number[]): number {
  return (Math.min(...some) + Math.max(...some)) / 2;
}
