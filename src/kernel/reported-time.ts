import { Field, InputType, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { describedEnum } from './enum';
import { type SelfChecked, TextField } from './input';
import { DateTime } from './scalars';

export const TimePrecision = describedEnum('TimePrecision', 'How finely a reported time is known.', {
  MINUTE: 'To the minute.',
  HOUR: 'To the hour.',
  PART_OF_DAY:
    'A part of a day, as people say it: by convention the morning is 06–12 and the evening 18–24, Europe/Paris.',
  DAY: 'A calendar day, Europe/Paris.',
  RANGE: 'Some time between two instants, or by the latest one if no earliest is given.',
});
export type TimePrecision = keyof typeof TimePrecision;

/** A time as people report it: never finer than they know it. Stored in UTC. */
@ObjectType({
  description:
    'A time as people report it, never finer than they know it: it lies between `earliest` and `latest`. ' +
    'Instants are in UTC; show them in Europe/Paris.',
})
export class ReportedTime {
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'Not before this instant (UTC). Null: only an end is known ("by 20 October").',
  })
  earliest!: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  @Field(() => DateTime, { description: 'Not after this instant (UTC).' })
  latest!: Date;

  @Column({ type: 'text', nullable: true })
  @Field(() => TimePrecision, { description: 'How finely the time is known.' })
  precision!: TimePrecision;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The words in which it was reported ("dimanche 20 octobre, en soirée").',
  })
  words!: string | null;
}

@InputType({ description: 'A time as people report it. At least the latest possible instant is needed.' })
export class ReportedTimeInput implements SelfChecked {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Not before this instant; offset required. Not after `latest`.',
  })
  earliest?: Date | null;

  @Field(() => DateTime, { description: 'Not after this instant; offset required.' })
  latest!: Date;

  @Field(() => TimePrecision, { description: 'How finely the time is known. Only RANGE and DAY may lack `earliest`.' })
  precision!: TimePrecision;

  @TextField({ nullable: true, max: 200, description: 'The words in which it was reported.' })
  words?: string | null;

  fault(): ReturnType<SelfChecked['fault']> {
    if (!this.earliest && this.precision !== 'RANGE' && this.precision !== 'DAY') {
      return { field: 'earliest', message: `A time to the precision ${this.precision} needs its earliest instant.` };
    }
    if (this.earliest && this.earliest > this.latest) {
      return { field: 'earliest', message: 'The earliest instant of a reported time is not after its latest.' };
    }
    return undefined;
  }
}

export function reportedTime(input: ReportedTimeInput): ReportedTime {
  const { earliest = null, latest, precision, words = null } = input;
  return { earliest, latest, precision, words };
}

/** For optional columns: absent is stored as four nulls. */
export function reportedTimeOrNone(input: ReportedTimeInput | null | undefined): ReportedTime | null {
  return input ? reportedTime(input) : null;
}

/** For revisions: absent stays absent, null empties. */
export function revisedTime(input: ReportedTimeInput | null | undefined): ReportedTime | null | undefined {
  return input && reportedTime(input);
}

/** What is known exactly, such as the moment of a command. */
export function exactly(at: Date): ReportedTime {
  return { earliest: at, latest: at, precision: 'MINUTE', words: null };
}
