import { LinkPurpose } from '@wilma/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Somebody wants a link by mail. Whether the address is anybody's, the worker finds out: so the
 * answer says nothing of it, nor does the time that it takes. Lives until the worker has seen it.
 */
@Entity('link_request')
@Index(['expiresAt'])
export class LinkRequest {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'enum', enum: LinkPurpose, enumName: 'link_purpose' }) purpose: LinkPurpose;
  /** In lower case, as it was typed. */
  @Column('text') address: string;
  /** Page of ours to go on to. */
  @Column('text', { nullable: true }) nextPage: string | null;
  /** When the link ends. */
  @Column({ type: 'timestamptz', precision: 3 }) expiresAt: Date;
}
