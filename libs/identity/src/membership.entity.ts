import { MembershipRole } from '@wilma/domain';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Account } from './account.entity.js';
import { Organisation } from './organisation.entity.js';

/** An account belongs to an organisation and acts for it. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') @Index() organisationId: string;
  @Column({
    type: 'enum',
    enum: MembershipRole,
    enumName: 'membership_role',
    default: MembershipRole.MEMBER,
  })
  role: MembershipRole;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) createdAt: Date;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Relation<Account>;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;
}
