/** Deeper than anybody writes, and shallower than what reads documents by calling itself can follow. */
export const mostLevels = 500;

/** Brackets, and strings and comments, whose brackets open nothing. What never ends is a fault that parsing stops at. */
const tokens = /"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|[[({\])}]/g;

/** Whether brackets stand in brackets deeper than that: told from the text, since parsing it would be the harm. */
export function isTooDeep(text: string): boolean {
  let level = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (']})'.includes(token)) level -= 1;
    else if ('[{('.includes(token) && ++level > mostLevels) return true;
  }
  return false;
}
