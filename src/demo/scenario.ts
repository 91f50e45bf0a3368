import scenarioFile from './scenario.json';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One deed of one party, as the API takes it. */
export interface Step {
  /** What later steps call its answer by. */
  readonly label: string;
  /** The facts of the case that it tells. */
  readonly facts: readonly string[];
  /** The hour at which it is recorded, with its offset. */
  readonly at: string;
  /** The code of the stakeholder whose person writes it. */
  readonly by: string;
  readonly mutation: string;
  readonly input: { readonly [name: string]: Json };
}

/**
 * A case to be told: nothing but data. Within inputs `{"$stakeholder": code}` stands for an id, `{"$shared": name}` for
 * a value of `shared`, `{"$ref": "label.path"}` for a value of an earlier answer, and `{"$version": "label.path"}` for
 * the version that a thing of an earlier answer has by now. In a list, a step of the path names the element which has
 * that value in it.
 */
export interface Scenario {
  /** The hour at which the parties are registered. */
  readonly begins: string;
  /** The path of the incident, in the answer of the step that declares it. */
  readonly incident: string;
  readonly platform: { readonly code: string; readonly stakeholderName: string; readonly personName: string };
  readonly stakeholders: readonly { readonly [name: string]: Json }[];
  readonly persons: readonly {
    readonly stakeholder: string;
    readonly name: string;
    readonly rights: readonly string[];
  }[];
  /** What is asked of each mutation's answer. */
  readonly answers: { readonly [mutation: string]: string };
  readonly shared: { readonly [name: string]: Json };
  readonly steps: readonly Step[];
}

export const scenario: Scenario = scenarioFile;
