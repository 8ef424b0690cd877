import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ContactConsent1795728155670 implements MigrationInterface {
  name = 'ContactConsent1795728155670';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "contact_consent" (
                "addressee" text NOT NULL,
                "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "agreed_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_contact_consent_addressee" PRIMARY KEY ("addressee")
            )
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            DROP TABLE "contact_consent"
        `);
  }
}
