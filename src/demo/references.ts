import type { Json } from './scenario';

/** What the `$…` of a scenario stand for: shared values, stakeholders, and what the API has answered so far. */
export class References {
  private readonly answers: { [label: string]: Json } = {};
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly shared: { readonly [name: string]: Json },
    private readonly stakeholders: ReadonlyMap<string, string>,
  ) {}

  keep(label: string, answer: Json): void {
    this.answers[label] = answer;
    this.keepVersions(answer);
  }

  /** The value with all that stands for another one replaced. */
  resolved(value: Json): Json {
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((element) => this.resolved(element));
    const [[name, meant] = ['', null], ...others] = Object.entries(value);
    if (name.startsWith('$') && others.length === 0) return this.meant(name, String(meant));
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, this.resolved(inner)]));
  }

  /** What an earlier answer has at the path. */
  at(path: string): Json {
    const found = path.split('.').reduce<Json | undefined>(inside, this.answers);
    if (found === undefined) throw new Error(`The scenario refers to "${path}", and nothing is there.`);
    return found;
  }

  private meant(name: string, of: string): Json {
    const value = this.valueOf(name, of);
    if (value === undefined) throw new Error(`The scenario says {"${name}": "${of}"}, which stands for nothing.`);
    return value;
  }

  private valueOf(name: string, of: string): Json | undefined {
    switch (name) {
      case '$shared':
        return this.shared[of] === undefined ? undefined : this.resolved(this.shared[of]);
      case '$stakeholder':
        return this.stakeholders.get(of);
      case '$ref':
        return this.at(of);
      case '$version':
        return this.versions.get(String(this.at(`${of}.id`)));
      default:
        return undefined;
    }
  }

  /** Every thing that an answer shows, at the version that it shows. */
  private keepVersions(value: Json): void {
    if (value === null || typeof value !== 'object') return;
    if (!isList(value) && typeof value['version'] === 'number')
      this.versions.set(String(value['id']), value['version']);
    for (const inner of Object.values(value)) this.keepVersions(inner);
  }
}

function inside(value: Json | undefined, name: string): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  return isList(value) ? value.find((element) => holds(element, name)) : value[name];
}

function holds(value: Json, wanted: string): boolean {
  if (value === null || typeof value !== 'object') return value === wanted;
  return Object.values(value).some((inner) => holds(inner, wanted));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
