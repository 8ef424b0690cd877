import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Notifications1795727257742 implements MigrationInterface {
  name = 'Notifications1795727257742';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."notification_kind" AS ENUM(
                'POSTING_PUBLISHED',
                'POSTING_CHANGES_REQUESTED',
                'POSTING_EXPIRING',
                'MATCH_TO_ANSWER',
                'MATCH_INTRODUCED',
                'MATCH_OVER',
                'QUESTION_RELAYED',
                'POSTING_TO_REVIEW',
                'QUESTION_WAITING',
                'MATCH_BOTH_ANSWERED',
                'MATCH_OVERDUE'
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "notification" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "account_id" uuid NOT NULL,
                "kind" "public"."notification_kind" NOT NULL,
                "posting_id" uuid,
                "match_id" uuid,
                "occasion" text NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "read_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "uq_notification_account_id_occasion" UNIQUE ("account_id", "occasion"),
                CONSTRAINT "ck_notification_subject" CHECK (num_nonnulls(posting_id, match_id) = 1),
                CONSTRAINT "pk_notification_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_notification_posting_id" ON "notification" ("posting_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_notification_match_id" ON "notification" ("match_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_notification_created_at" ON "notification" ("created_at")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_notification_unread" ON "notification" ("account_id")
            WHERE read_at IS NULL
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_notification_account_id_created_at_id" ON "notification" ("account_id", "created_at", "id")
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD CONSTRAINT "fk_notification_account_id" FOREIGN KEY ("account_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD CONSTRAINT "fk_notification_posting_id" FOREIGN KEY ("posting_id") REFERENCES "posting"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD CONSTRAINT "fk_notification_match_id" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            CREATE FUNCTION notification_notify() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_notify('notification', jsonb_build_object(
                    'id', NEW.id, 'account', NEW.account_id)::text);
                RETURN NULL;
            END $$
        `);
    await queryRunner.query(`
            CREATE TRIGGER notification_notify AFTER INSERT ON notification
            FOR EACH ROW EXECUTE FUNCTION notification_notify()
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER notification_notify ON notification`);
    await queryRunner.query(`DROP FUNCTION notification_notify`);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_match_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_posting_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_account_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_notification_account_id_created_at_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_notification_unread"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_notification_created_at"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_notification_match_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_notification_posting_id"
        `);
    await queryRunner.query(`
            DROP TABLE "notification"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."notification_kind"
        `);
  }
}
