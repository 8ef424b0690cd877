import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Programmes1795723827792 implements MigrationInterface {
  name = 'Programmes1795723827792';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."programme_kind" AS ENUM('FUNDING_LINE', 'NETWORK_PROJECT', 'INITIATIVE')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."programme_status" AS ENUM('UNKNOWN', 'PLANNED', 'OPEN', 'CLOSED')
        `);
    await queryRunner.query(`
            CREATE TABLE "programme" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "key" text,
                "name" text NOT NULL,
                "short_name" text COLLATE "de-x-icu" NOT NULL,
                "kind" "public"."programme_kind" NOT NULL,
                "status" "public"."programme_status" NOT NULL DEFAULT 'UNKNOWN',
                "description_de" text NOT NULL DEFAULT '',
                "description_en" text NOT NULL DEFAULT '',
                "operator" text,
                "checked_on" date,
                "link" text,
                "starts_on" date,
                "ends_on" date,
                "own" boolean NOT NULL DEFAULT false,
                "version" integer NOT NULL DEFAULT '1',
                "edited_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "uq_programme_key" UNIQUE ("key"),
                CONSTRAINT "ck_programme_period" CHECK (ends_on >= starts_on),
                CONSTRAINT "pk_programme_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD "programme_id" uuid
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "programme_id" uuid
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD CONSTRAINT "fk_posting_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD CONSTRAINT "fk_match_programme_id" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "match" DROP CONSTRAINT "fk_match_programme_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP CONSTRAINT "fk_posting_programme_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP COLUMN "programme_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP COLUMN "programme_id"
        `);
    await queryRunner.query(`
            DROP TABLE "programme"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."programme_status"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."programme_kind"
        `);
  }
}
