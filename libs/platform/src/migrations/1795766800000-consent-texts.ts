import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ConsentTexts1795766800000 implements MigrationInterface {
  name = 'ConsentTexts1795766800000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "contact_consent"
            ADD "text_version" integer
        `);
    await queryRunner.query(`
            ALTER TABLE "contact_consent"
            ADD "text_hash" text
        `);
    await queryRunner.query(`
            ALTER TABLE "contact_consent"
            ADD CONSTRAINT "ck_contact_consent_text" CHECK ((text_version IS NULL) = (text_hash IS NULL))
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "contact_consent" DROP CONSTRAINT "ck_contact_consent_text"
        `);
    await queryRunner.query(`
            ALTER TABLE "contact_consent" DROP COLUMN "text_hash"
        `);
    await queryRunner.query(`
            ALTER TABLE "contact_consent" DROP COLUMN "text_version"
        `);
  }
}
