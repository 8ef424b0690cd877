import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class MatchQuestions1795726367453 implements MigrationInterface {
  name = 'MatchQuestions1795726367453';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."question_state" AS ENUM(
                'ASKED',
                'RELAYED',
                'REPLIED',
                'ANSWERED',
                'DROPPED'
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "match_question" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "match_id" uuid NOT NULL,
                "round" integer NOT NULL,
                "side" "public"."side" NOT NULL,
                "state" "public"."question_state" NOT NULL DEFAULT 'ASKED',
                "text" text NOT NULL,
                "relayed" text,
                "reply" text,
                "answer" text,
                "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "relayed_at" TIMESTAMP(3) WITH TIME ZONE,
                "replied_at" TIMESTAMP(3) WITH TIME ZONE,
                "answered_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_match_question_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_match_question_open" ON "match_question" ("match_id", "round", "side")
            WHERE state IN ('ASKED', 'RELAYED', 'REPLIED')
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_match_question_match" ON "match_question" ("match_id", "asked_at")
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "waiting_since" TIMESTAMP(3) WITH TIME ZONE
        `);
    // A question used to be the note beside the answer QUESTION.
    for (const side of ['need', 'offer']) {
      await queryRunner.query(`
            INSERT INTO "match_question" ("match_id", "round", "side", "text", "asked_at")
            SELECT "id", "round", '${side.toUpperCase()}', "${side}_note", COALESCE("asked_at", now())
            FROM "match"
            WHERE "${side}_answer" = 'QUESTION' AND "${side}_note" IS NOT NULL
        `);
      await queryRunner.query(`
            UPDATE "match"
            SET "${side}_note" = NULL,
                "waiting_since" = CASE WHEN "state" = 'APPROVED'
                    THEN COALESCE("asked_at", now()) END
            WHERE "${side}_answer" = 'QUESTION'
        `);
    }
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'QUESTION_RELAYED'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'QUESTION_ANSWERED'
        `);
    await queryRunner.query(`
            ALTER TABLE "match_question"
            ADD CONSTRAINT "fk_match_question_match_id" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "match_question" DROP CONSTRAINT "fk_match_question_match_id"
        `);
    // The former kinds have no word for them.
    await queryRunner.query(
      `DELETE FROM outgoing_mail WHERE kind IN ('QUESTION_RELAYED', 'QUESTION_ANSWERED')`,
    );
    await queryRunner.query(`
            CREATE TYPE "public"."mail_kind_old" AS ENUM(
                'ASK',
                'REMINDER',
                'INTRODUCED',
                'DECLINED',
                'POSTING_CONFIRM',
                'POSTING_CHANGES',
                'POSTING_PUBLISHED',
                'POSTING_EXPIRING',
                'POSTING_EXPIRED'
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail"
            ALTER COLUMN "kind" TYPE "public"."mail_kind_old" USING "kind"::"text"::"public"."mail_kind_old"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."mail_kind"
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind_old"
            RENAME TO "mail_kind"
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP COLUMN "waiting_since"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_match_question_match"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."uq_match_question_open"
        `);
    await queryRunner.query(`
            DROP TABLE "match_question"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."question_state"
        `);
  }
}
