/** As much of `oidc-provider` as the tests use; it brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface IssuedToken {
    resourceServer?: unknown;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
    readonly Client: { find(id: string): Promise<object> };
    readonly AccessToken: new (
      properties: object,
    ) => IssuedToken;
    readonly ResourceServer: new (
      audience: string,
      properties: object,
    ) => object;
  }
}
