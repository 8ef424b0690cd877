import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class InvitationEnds1795738867721 implements MigrationInterface {
  name = 'InvitationEnds1795738867721';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE INDEX "ix_invitation_expires_at" ON "invitation" ("expires_at")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_invitation_invited_by_created_at" ON "invitation" ("invited_by", "created_at")
        `);
    // Of an account that is gone, only that somebody accepted stays known.
    await queryRunner.query(`
            ALTER TABLE "invitation" DROP CONSTRAINT "ck_invitation_accepted"
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation"
            ADD CONSTRAINT "ck_invitation_accepted" CHECK (accepted_by IS NULL OR accepted_at IS NOT NULL)
        `);
    await queryRunner.query(`
            UPDATE invitation SET accepted_by = NULL
            WHERE NOT EXISTS (SELECT FROM auth."user" WHERE id = invitation.accepted_by)
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation"
            ADD CONSTRAINT "fk_invitation_accepted_by" FOREIGN KEY ("accepted_by") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_accepted_by"
        `);
    await queryRunner.query(`
            DELETE FROM invitation WHERE accepted_at IS NOT NULL AND accepted_by IS NULL
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation" DROP CONSTRAINT "ck_invitation_accepted"
        `);
    await queryRunner.query(`
            ALTER TABLE "invitation"
            ADD CONSTRAINT "ck_invitation_accepted" CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_invitation_invited_by_created_at"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_invitation_expires_at"
        `);
  }
}
