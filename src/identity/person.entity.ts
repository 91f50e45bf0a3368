import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('person')
@Index('person_identity', ['issuer', 'subject'], { unique: true })
export class PersonRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'person_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  /** Where an issuer is trusted for it, the first sign-in with this address binds the person; in small letters. */
  @Index('person_email', { unique: true })
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** Who vouches for the person, and as whom: null until the person has signed in. */
  @Column({ type: 'text', nullable: true })
  issuer!: string | null;

  @Column({ type: 'text', nullable: true })
  subject!: string | null;
}
