import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity.js';

/** How it stands with the digest of one person; no row: it is wanted and none was written. */
@Entity('digest')
export class Digest {
  @PrimaryColumn('uuid') accountId: string;

  @Column('boolean', { default: true }) wanted: boolean;

  /** The last day of Berlin whose morning was dealt with, whether or not anything waited. */
  @Column('date', { nullable: true }) coveredOn: string | null;

  @OneToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Relation<Account>;
}
