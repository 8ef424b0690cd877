import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a rule of retention was followed on a day, and how much it removed: proof that it is. */
@Entity('retention_run')
export class RetentionRun {
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('text') rule: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  /** Null while it is being followed, and where that was interrupted: the next night goes on. */
  @Column('int', { nullable: true }) removed: number | null;
}
