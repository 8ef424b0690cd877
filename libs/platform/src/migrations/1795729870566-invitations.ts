import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Invitations1795729870566 implements MigrationInterface {
  name = 'Invitations1795729870566';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."membership_role" AS ENUM('MEMBER', 'MANAGER')
        `);
    await queryRunner.query(`
            CREATE TABLE "invitation" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "organisation_id" uuid NOT NULL,
                "email" text NOT NULL,
                "role" "public"."membership_role" NOT NULL,
                "locale" "public"."locale" NOT NULL,
                "invited_by" uuid,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "accepted_at" TIMESTAMP(3) WITH TIME ZONE,
                "accepted_by" uuid,
                CONSTRAINT "uq_invitation_organisation_id_email" UNIQUE ("organisation_id", "email"),
                CONSTRAINT "ck_invitation_accepted" CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
                CONSTRAINT "pk_invitation_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_invitation_organisation_id_created_at" ON "invitation" ("organisation_id", "created_at")
        `);
    await queryRunner.query(`
            ALTER TABLE "membership"
            ADD "role" "public"."membership_role" NOT NULL DEFAULT 'MEMBER'
        `);
    // Whoever came first founded the organisation.
    await queryRunner.query(`
            UPDATE membership SET role = 'MANAGER' WHERE NOT EXISTS (
                SELECT FROM membership earlier
                WHERE earlier.organisation_id = membership.organisation_id
                    AND (earlier.created_at, earlier.account_id)
                      < (membership.created_at, membership.account_id))
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'INVITATION'
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation"
            ADD CONSTRAINT "fk_invitation_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation"
            ADD CONSTRAINT "fk_invitation_invited_by" FOREIGN KEY ("invited_by") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_invited_by"
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_organisation_id"
        `);
    // The former kinds have no word for them.
    await queryRunner.query(`DELETE FROM outgoing_mail WHERE kind = 'INVITATION'`);
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
                'QUESTION_ANSWERED',
                'WITHDRAWN',
                'FOLLOW_UP',
                'DIGEST'
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
            ALTER TABLE "membership" DROP COLUMN "role"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_invitation_organisation_id_created_at"
        `);
    await queryRunner.query(`
            DROP TABLE "invitation"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."membership_role"
        `);
  }
}
