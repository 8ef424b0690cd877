import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PostingLife1795724936060 implements MigrationInterface {
  name = 'PostingLife1795724936060';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "posting_version" (
                "posting_id" uuid NOT NULL,
                "version" integer NOT NULL,
                "content" jsonb NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "author_id" uuid,
                CONSTRAINT "pk_posting_version_posting_id_version" PRIMARY KEY ("posting_id", "version")
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."posting_confirmation" AS ENUM('WAITING', 'CONFIRMED', 'REFUSED')
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD "confirmation" "public"."posting_confirmation"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD "never_match_with" uuid array NOT NULL DEFAULT '{}'
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD "expiry_told_for" TIMESTAMP(3) WITH TIME ZONE
        `);
    await queryRunner.query(`
            ALTER TABLE "release"
            ADD "owner_id" uuid
        `);
    await queryRunner.query(`
            UPDATE "release" SET "owner_id" = posting.organisation_id
              FROM posting WHERE posting.id = "release".posting_id
        `);
    await queryRunner.query(`
            ALTER TABLE "release"
            ALTER COLUMN "owner_id" SET NOT NULL
        `);
    await queryRunner.query(`
            ALTER TABLE "release" DROP CONSTRAINT "pk_release_posting_id_organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "release"
            ADD CONSTRAINT "pk_release_posting_id_organisation_id" PRIMARY KEY ("posting_id", "organisation_id", "owner_id")
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'POSTING_CONFIRM'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'POSTING_CHANGES'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'POSTING_PUBLISHED'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'POSTING_EXPIRING'
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'POSTING_EXPIRED'
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD CONSTRAINT "ck_posting_confirmed" CHECK (
                    state NOT IN ('PUBLISHED', 'PAUSED', 'EXPIRED')
                    OR confirmation IS NULL
                    OR confirmation = 'CONFIRMED'
                )
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_version"
            ADD CONSTRAINT "fk_posting_version_posting_id" FOREIGN KEY ("posting_id") REFERENCES "posting"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_version"
            ADD CONSTRAINT "fk_posting_version_author_id" FOREIGN KEY ("author_id") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "posting_version" DROP CONSTRAINT "fk_posting_version_author_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_version" DROP CONSTRAINT "fk_posting_version_posting_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP CONSTRAINT "ck_posting_confirmed"
        `);
    // The former kinds have no word for them.
    await queryRunner.query(`DELETE FROM outgoing_mail WHERE kind::text LIKE 'POSTING_%'`);
    await queryRunner.query(`
            CREATE TYPE "public"."mail_kind_old" AS ENUM('ASK', 'REMINDER', 'INTRODUCED', 'DECLINED')
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
    // Who was told of several owners knows of one.
    await queryRunner.query(
      `DELETE FROM release USING release other
        WHERE (other.posting_id, other.organisation_id) = (release.posting_id, release.organisation_id)
          AND other.owner_id > release.owner_id`,
    );
    await queryRunner.query(`
            ALTER TABLE "release" DROP CONSTRAINT "pk_release_posting_id_organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "release"
            ADD CONSTRAINT "pk_release_posting_id_organisation_id" PRIMARY KEY ("posting_id", "organisation_id")
        `);
    await queryRunner.query(`
            ALTER TABLE "release" DROP COLUMN "owner_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP COLUMN "expiry_told_for"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP COLUMN "never_match_with"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP COLUMN "confirmation"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."posting_confirmation"
        `);
    await queryRunner.query(`
            DROP TABLE "posting_version"
        `);
  }
}
