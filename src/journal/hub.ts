import type { Viewer } from '../access/viewer';
import type { Doorbell, Ring } from '../kernel/doorbell';
import type { Companion, Journey } from '../kernel/live';
import type { Reading, Whereabouts } from './feed.reader';
import { Group, type GroupOptions, type Member } from './group';

/** Where and when a member left its group. */
export interface Stop {
  readonly where: Whereabouts;
  /** By `performance.now()`, which nobody sets: a wall clock that jumps must neither stop heartbeats nor pour them out. */
  readonly beatAt: number;
}

/** Who comes: what it follows, where it is, and what was rung since it looked. */
export interface Arrival extends Stop {
  readonly companion: Companion;
  readonly reading: Reading;
  readonly ring: Ring;
}

interface HubOptions extends Omit<GroupOptions, 'onIdle' | 'onEmpty'> {
  readonly doorbell: Doorbell;
}

/**
 * Readers who have caught up, in groups that are handed the same: who asks the same of the same incidents, at the same
 * place, with the same rights. A newcomer is a group of its own until a look at the record puts it level with another.
 */
export class Hub {
  private readonly groups = new Map<string, Set<Group>>();

  constructor(private readonly options: HubOptions) {
    options.doorbell.listen((ring) => this.wake(ring));
  }

  join(arrival: Arrival, onStop: (stop: Stop) => void): Journey {
    const { companion, reading } = arrival;
    const viewer = companion.isPlain ? stakeholderOf(reading.viewer) : reading.viewer;
    const key = JSON.stringify([companion.key, reading.incidents, viewer]);
    const level = this.groupsUnder(key);
    const group = new Group({ ...reading, viewer }, arrival, {
      ...this.options,
      onIdle: () => this.unite(group, level),
      onEmpty: () => this.remove(key, level, group),
    });
    level.add(group);
    let member: Member | undefined;
    const ended = new Promise<void>((resolve) => {
      member = {
        companion,
        viewer: reading.viewer,
        group,
        stopped: (stop) => {
          onStop(stop);
          resolve();
        },
      };
      group.enter(member);
    });
    group.wake(arrival.ring);
    return { ended, leave: () => member?.group.leave(member) };
  }

  private groupsUnder(key: string): Set<Group> {
    const level = this.groups.get(key) ?? new Set();
    this.groups.set(key, level);
    return level;
  }

  private wake(ring: Ring): void {
    for (const level of this.groups.values()) for (const group of level) group.wake(ring);
  }

  /** Into the larger one, so that many newcomers cost as many steps and not their square. */
  private unite(group: Group, level: ReadonlySet<Group>): void {
    for (const other of level) {
      if (other === group || !other.isLevelWith(group)) continue;
      const [from, into] = other.size < group.size ? [other, group] : [group, other];
      into.absorb(from);
      return;
    }
  }

  private remove(key: string, level: Set<Group>, group: Group): void {
    level.delete(group);
    if (level.size === 0 && this.groups.get(key) === level) this.groups.delete(key);
  }
}

/** What all persons and systems read who read for a stakeholder. */
function stakeholderOf(viewer: Viewer): Viewer {
  return 'stakeholderId' in viewer ? { kind: 'system', stakeholderId: viewer.stakeholderId } : viewer;
}
