/** As much of `oidc-provider` as the tests use; it brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  interface IssuedToken {
    resourceServer?: unknown;
    save(): Promise<string>;
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    readonly Grant: new (
      properties: object,
    ) => Grant;
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
