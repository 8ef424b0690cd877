import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FollowUps1795727363991 implements MigrationInterface {
  name = 'FollowUps1795727363991';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "follow_up" (
                "match_id" uuid NOT NULL,
                "introduced_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "sent" smallint NOT NULL DEFAULT '0',
                "next_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_follow_up_match_id" PRIMARY KEY ("match_id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_follow_up_due" ON "follow_up" ("next_at")
            WHERE next_at IS NOT NULL
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP COLUMN "reminded_at"
        `);
    await queryRunner.query(`
            ALTER TABLE "asking"
            ADD "reminders" smallint NOT NULL DEFAULT '0'
        `);
    await queryRunner.query(`
            ALTER TABLE "asking"
            ADD "reminded_at" TIMESTAMP(3) WITH TIME ZONE
        `);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail"
            ADD "calendar" text
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'WITHDRAWN'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'FOLLOW_UP'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'DIGEST'
        `);
    await queryRunner.query(`
            ALTER TABLE "follow_up"
            ADD CONSTRAINT "fk_follow_up_match_id" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "follow_up" DROP CONSTRAINT "fk_follow_up_match_id"
        `);
    // The former kinds have no word for them.
    await queryRunner.query(
      `DELETE FROM outgoing_mail WHERE kind IN ('WITHDRAWN', 'FOLLOW_UP', 'DIGEST')`,
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
                'POSTING_EXPIRED',
                'QUESTION_RELAYED',
                'QUESTION_ANSWERED'
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
            ALTER TABLE "outgoing_mail" DROP COLUMN "calendar"
        `);
    await queryRunner.query(`
            ALTER TABLE "asking" DROP COLUMN "reminded_at"
        `);
    await queryRunner.query(`
            ALTER TABLE "asking" DROP COLUMN "reminders"
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "reminded_at" TIMESTAMP(3) WITH TIME ZONE
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_follow_up_due"
        `);
    await queryRunner.query(`
            DROP TABLE "follow_up"
        `);
  }
}
