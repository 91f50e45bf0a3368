/** Any text at each place where the first language has one. */
export type Texts<Given> = Given extends string ? string : { [Key in keyof Given]: Texts<Given[Key]> };
