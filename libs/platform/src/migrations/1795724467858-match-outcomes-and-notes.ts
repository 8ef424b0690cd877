import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class MatchOutcomesAndNotes1795724467858 implements MigrationInterface {
  name = 'MatchOutcomesAndNotes1795724467858';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "match_note" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "match_id" uuid NOT NULL,
                "author_id" uuid,
                "text" text NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_match_note_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_match_note_match" ON "match_note" ("match_id", "created_at")
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."outcome_result" AS ENUM('COLLABORATION', 'NO_COLLABORATION')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."side" AS ENUM('NEED', 'OFFER')
        `);
    await queryRunner.query(`
            CREATE TABLE "outcome" (
                "match_id" uuid NOT NULL,
                "result" "public"."outcome_result" NOT NULL,
                "cooperation_form" "public"."cooperation_form",
                "volume" "public"."budget_band",
                "reason" "public"."dismiss_reason",
                "text" text,
                "side" "public"."side",
                "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "ck_outcome_result" CHECK (
                    CASE
                        result
                        WHEN 'COLLABORATION' THEN reason IS NULL
                        ELSE reason IS NOT NULL
                        AND cooperation_form IS NULL
                        AND volume IS NULL
                    END
                ),
                CONSTRAINT "pk_outcome_match_id" PRIMARY KEY ("match_id")
            )
        `);
    await queryRunner.query(`
            INSERT INTO "match_note" ("match_id", "author_id", "text", "created_at")
            SELECT "id", "decided_by", "note", COALESCE("decided_at", "created_at")
            FROM "match" WHERE "note" <> ''
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP COLUMN "note"
        `);
    await queryRunner.query(`
            ALTER TABLE "match_note"
            ADD CONSTRAINT "fk_match_note_match_id" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match_note"
            ADD CONSTRAINT "fk_match_note_author_id" FOREIGN KEY ("author_id") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "outcome"
            ADD CONSTRAINT "fk_outcome_match_id" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "outcome" DROP CONSTRAINT "fk_outcome_match_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "match_note" DROP CONSTRAINT "fk_match_note_author_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "match_note" DROP CONSTRAINT "fk_match_note_match_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "note" text
        `);
    await queryRunner.query(`
            UPDATE "match" SET "note" = (
                SELECT string_agg("text", E'\\n' ORDER BY "created_at") FROM "match_note"
                WHERE "match_id" = "match"."id")
        `);
    await queryRunner.query(`
            DROP TABLE "outcome"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."side"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."outcome_result"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_match_note_match"
        `);
    await queryRunner.query(`
            DROP TABLE "match_note"
        `);
  }
}
