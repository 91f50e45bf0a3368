/** Most that is done in one go. */
const most = 50;

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Does in one go what is asked for by many at about the same time: while nothing is being done, all that the same turn of
 * the event loop asks for, and else, as soon as that is over, all that has gathered meanwhile. So nobody waits for company,
 * and a crowd costs little more than one; and who was answered together, as by one message of the database, stays together.
 */
export class Together<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];
  private isBusy = false;

  /** `all` answers in the order of what is asked. */
  constructor(private readonly all: (asked: readonly Asked[]) => Promise<readonly Answer[]>) {}

  do(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.isBusy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const now = this.waiting.slice(0, most);
      this.waiting = this.waiting.slice(most);
      await this.carryOut(now);
    }
    this.isBusy = false;
  }

  private async carryOut(now: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.all(now.map(({ asked }) => asked));
      for (const [at, { resolve }] of now.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }
}
