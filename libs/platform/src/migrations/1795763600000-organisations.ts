import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Organisations1795763600000 implements MigrationInterface {
  name = 'Organisations1795763600000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "mail_domain" (
                "organisation_id" uuid NOT NULL,
                "domain" text NOT NULL,
                "with_subdomains" boolean NOT NULL,
                "confirmed_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "ck_mail_domain_lower" CHECK (domain = lower(domain)),
                CONSTRAINT "pk_mail_domain_organisation_id_domain" PRIMARY KEY ("organisation_id", "domain")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_mail_domain_domain" ON "mail_domain" ("domain")
        `);
    await queryRunner.query(`
            CREATE TABLE "verification" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "organisation_id" uuid NOT NULL,
                "given" boolean NOT NULL,
                "note" text,
                "domains" text array NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "decided_by" uuid,
                CONSTRAINT "pk_verification_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_verification_decided_by" ON "verification" ("decided_by")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_verification_organisation_id_at" ON "verification" ("organisation_id", "at")
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation"
            ADD "on_behalf" boolean NOT NULL DEFAULT false
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD "organisation_id" uuid
        `);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP CONSTRAINT "ck_notification_subject"
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD CONSTRAINT "ck_notification_subject" CHECK (num_nonnulls(posting_id, match_id, organisation_id) = 1)
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."notification_kind"
            ADD VALUE 'MEMBER_JOINED'
        `);
    await queryRunner.query(`
            CREATE INDEX ix_event_organisation ON event ((payload->>'organisation'), id)
            WHERE payload->>'organisation' IS NOT NULL
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_notification_organisation_id" ON "notification" ("organisation_id")
        `);
    await queryRunner.query(`
            ALTER TABLE "mail_domain"
            ADD CONSTRAINT "fk_mail_domain_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "verification"
            ADD CONSTRAINT "fk_verification_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "verification"
            ADD CONSTRAINT "fk_verification_decided_by" FOREIGN KEY ("decided_by") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD CONSTRAINT "fk_notification_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX ix_event_organisation`);
    // The former notifications have no place for them.
    await queryRunner.query(`DELETE FROM notification WHERE organisation_id IS NOT NULL`);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "verification" DROP CONSTRAINT "fk_verification_decided_by"
        `);
    await queryRunner.query(`
            ALTER TABLE "verification" DROP CONSTRAINT "fk_verification_organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "mail_domain" DROP CONSTRAINT "fk_mail_domain_organisation_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_notification_organisation_id"
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."notification_kind_old" AS ENUM(
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
            ALTER TABLE "notification"
            ALTER COLUMN "kind" TYPE "public"."notification_kind_old" USING "kind"::"text"::"public"."notification_kind_old"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."notification_kind"
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."notification_kind_old"
            RENAME TO "notification_kind"
        `);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP CONSTRAINT "ck_notification_subject"
        `);
    await queryRunner.query(`
            ALTER TABLE "notification" DROP COLUMN "organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "notification"
            ADD CONSTRAINT "ck_notification_subject" CHECK (num_nonnulls(posting_id, match_id) = 1)
        `);
    await queryRunner.query(`
            ALTER TABLE "organisation" DROP COLUMN "on_behalf"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_verification_organisation_id_at"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_verification_decided_by"
        `);
    await queryRunner.query(`
            DROP TABLE "verification"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_mail_domain_domain"
        `);
    await queryRunner.query(`
            DROP TABLE "mail_domain"
        `);
  }
}
