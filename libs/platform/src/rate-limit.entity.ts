import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often somebody did something in the time that runs; see {@link Limiter}. */
@Entity('rate_limit')
@Index('ix_rate_limit_expire', ['expire'])
export class RateLimit {
  /** What is counted and, as a digest, for whom. */
  @PrimaryColumn('varchar', { length: 255 }) key: string;
  @Column('int', { default: 0 }) points: number;
  /** When counting begins anew: milliseconds since 1970. */
  @Column('bigint', { nullable: true }) expire: string | null;
}
