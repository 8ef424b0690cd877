import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class RateLimits1795760269459 implements MigrationInterface {
  name = 'RateLimits1795760269459';

  public async up(queryRunner: QueryRunner): Promise<void> {
    // Counters of a minute: a crash may lose them.
    await queryRunner.query(`
            CREATE UNLOGGED TABLE "rate_limit" (
                "key" character varying(255) NOT NULL,
                "points" integer NOT NULL DEFAULT '0',
                "expire" bigint,
                CONSTRAINT "pk_rate_limit_key" PRIMARY KEY ("key")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_rate_limit_expire" ON "rate_limit" ("expire")
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            DROP INDEX "public"."ix_rate_limit_expire"
        `);
    await queryRunner.query(`
            DROP TABLE "rate_limit"
        `);
  }
}
