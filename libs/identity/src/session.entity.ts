import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who is signed in on one device: better-auth's row, which it writes and migrates. */
@Entity({ schema: 'auth', name: 'session', synchronize: false })
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('text') token: string;
  @Column('uuid', { name: 'userId' }) accountId: string;
  @Column('text', { name: 'userAgent', nullable: true }) userAgent: string | null;
  @Column('timestamptz', { name: 'createdAt' }) createdAt: Date;
  /** Last used, give or take some minutes. */
  @Column('timestamptz', { name: 'updatedAt' }) updatedAt: Date;
  @Column('timestamptz', { name: 'expiresAt' }) expiresAt: Date;
}
