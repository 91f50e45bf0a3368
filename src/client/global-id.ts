/** The id that the API has for the thing of a type whose key the content of an entry tells: docs/chain.md has both. */
export function globalId(type: string, key: string): string {
  // Of letters, digits and hyphens nothing comes that base64url writes otherwise.
  return btoa(`${type}:${key}`).replace(/=+$/, '');
}
