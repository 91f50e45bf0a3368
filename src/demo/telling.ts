import type { DemoClock } from './clock';
import { type Cast, type Party, registerParties, type Stage, tokenOf } from './parties';
import { References } from './references';
import type { Scenario, Step } from './scenario';

export interface DeclaredIncident {
  readonly id: string;
  readonly reference: string;
}

interface TellingOptions extends Stage {
  readonly clock: DemoClock;
}

/** A scenario on its way into the record: each step is a mutation of its author's, at its hour. */
export class Telling {
  private readonly references: References;
  private readonly tokens = new Map<string, string>();

  private constructor(
    private readonly scenario: Scenario,
    private readonly stage: TellingOptions,
    private readonly cast: Cast,
  ) {
    this.references = new References(scenario.shared, cast.stakeholders);
  }

  /** Registers the parties, so that the first step can be told. */
  static async of(scenario: Scenario, stage: TellingOptions): Promise<Telling> {
    stage.clock.moveTo(scenario.begins);
    return new Telling(scenario, stage, await registerParties(scenario, stage));
  }

  get parties(): readonly Party[] {
    return this.cast.parties;
  }

  /** The incident, once the step that declares it is told. */
  get incident(): DeclaredIncident {
    const { id, reference } = this.references.at(this.scenario.incident) as unknown as DeclaredIncident;
    return { id, reference };
  }

  /** Whether the step is the one that declares the incident. */
  declares({ label }: Step): boolean {
    return this.scenario.incident.startsWith(`${label}.`);
  }

  async tell({ label, at, by, mutation, input }: Step): Promise<void> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = this.scenario.answers[mutation] ?? 'entries { id }';
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} } }`;
    const token = await this.tokenOf(by);
    this.stage.clock.moveTo(at);
    const data = await this.stage.api.ask(token, document, { input: this.references.resolved(input) });
    this.references.keep(label, data[mutation] ?? null);
  }

  private async tokenOf(code: string): Promise<string> {
    const party = this.parties.find((one) => one.code === code);
    if (!party) throw new Error(`The scenario has a step by ${code}, for whom it names no person.`);
    const token = this.tokens.get(code) ?? (await tokenOf(this.stage.tokens, party));
    this.tokens.set(code, token);
    return token;
  }
}
