import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ConfidentialReads1795761925000 implements MigrationInterface {
  name = 'ConfidentialReads1795761925000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."confidential_part" AS ENUM('TEXT', 'CONTACT', 'NOTE', 'QUESTION')
        `);
    await queryRunner.query(`
            CREATE TABLE "confidential_read" (
                "id" uuid NOT NULL DEFAULT uuidv7(),
                "account_id" uuid NOT NULL,
                "posting_id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "part" "public"."confidential_part" NOT NULL,
                "day" date NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "uq_confidential_read_account_id_posting_id_part_day" UNIQUE ("account_id", "posting_id", "part", "day"),
                CONSTRAINT "pk_confidential_read_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_confidential_read_posting_id_day" ON "confidential_read" ("posting_id", "day")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_confidential_read_at_id" ON "confidential_read" ("at", "id")
        `);
    await queryRunner.query(`
            CREATE FUNCTION confidential_read_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'confidential_read is append-only';
            END $$
        `);
    for (const [name, when, each] of [
      ['confidential_read_is_append_only', 'UPDATE OR DELETE', 'ROW'],
      ['confidential_read_is_never_emptied', 'TRUNCATE', 'STATEMENT'],
    ] as const) {
      await queryRunner.query(`
            CREATE TRIGGER ${name} BEFORE ${when} ON confidential_read
            FOR EACH ${each} EXECUTE FUNCTION confidential_read_is_append_only()
        `);
    }
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "confidential_read"`);
    await queryRunner.query(`DROP FUNCTION confidential_read_is_append_only`);
    await queryRunner.query(`DROP TYPE "public"."confidential_part"`);
  }
}
