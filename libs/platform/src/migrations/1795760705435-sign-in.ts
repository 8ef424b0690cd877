import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class SignIn1795760705435 implements MigrationInterface {
  name = 'SignIn1795760705435';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."confirmation_way" AS ENUM(
                'MAIL_LINK',
                'SIGN_IN_LINK',
                'PASSWORD_RESET',
                'INVITATION',
                'PROVIDER',
                'OPERATOR'
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "address_confirmation" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "account_id" uuid NOT NULL,
                "address" text NOT NULL,
                "purpose" text NOT NULL,
                "way" "public"."confirmation_way" NOT NULL,
                "text_version" integer,
                "text_hash" text,
                "locale" "public"."locale" NOT NULL,
                "asked_at" TIMESTAMP(3) WITH TIME ZONE,
                "confirmed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                CONSTRAINT "uq_address_confirmation_account_id_address_purpose" UNIQUE ("account_id", "address", "purpose"),
                CONSTRAINT "ck_address_confirmation_text" CHECK ((text_version IS NULL) = (text_hash IS NULL)),
                CONSTRAINT "pk_address_confirmation_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "address_confirmation"
            ADD CONSTRAINT "fk_address_confirmation_account_id" FOREIGN KEY ("account_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."link_purpose" AS ENUM('SIGN_IN', 'RESET_PASSWORD')
        `);
    await queryRunner.query(`
            CREATE TABLE "link_request" (
                "id" uuid NOT NULL,
                "purpose" "public"."link_purpose" NOT NULL,
                "address" text NOT NULL,
                "next_page" text,
                "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                CONSTRAINT "pk_link_request_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_link_request_expires_at" ON "link_request" ("expires_at")
        `);
    for (const kind of ['CONFIRM_ADDRESS', 'SIGN_IN_LINK', 'RESET_PASSWORD']) {
      await queryRunner.query(`ALTER TYPE "public"."mail_kind" ADD VALUE '${kind}'`);
    }
    // better-auth writes its rows itself: that somebody has registered is noted with them. What
    // operators vouch for is confirmed from the start.
    await queryRunner.query(`
            CREATE FUNCTION account_registered() RETURNS trigger LANGUAGE plpgsql
            SET search_path = public AS $$
            BEGIN
                INSERT INTO event (name, payload)
                VALUES ('account.registered', jsonb_build_object('account', NEW.id));
                RETURN NULL;
            END $$
        `);
    await queryRunner.query(`
            CREATE TRIGGER account_registered AFTER INSERT ON auth."user"
            FOR EACH ROW WHEN (NOT NEW."emailVerified") EXECUTE FUNCTION account_registered()
        `);
    // Who has accepted an invitation had its link by mail.
    await queryRunner.query(`
            INSERT INTO address_confirmation (account_id, address, purpose, way, locale, asked_at, confirmed_at)
            SELECT DISTINCT ON (account.id) account.id, account.email, 'ACCOUNT_MAILS', 'INVITATION',
                   account.locale::locale, invitation.created_at, invitation.accepted_at
              FROM invitation JOIN auth."user" account ON account.id = invitation.accepted_by
             WHERE lower(account.email) = invitation.email AND NOT account."emailVerified"
             ORDER BY account.id, invitation.accepted_at
        `);
    await queryRunner.query(`
            UPDATE auth."user" SET "emailVerified" = true
             WHERE id IN (SELECT account_id FROM address_confirmation)
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER account_registered ON auth."user"`);
    await queryRunner.query(`DROP FUNCTION account_registered`);
    // The former kinds have no word for them.
    await queryRunner.query(`
            DELETE FROM outgoing_mail
             WHERE kind IN ('CONFIRM_ADDRESS', 'SIGN_IN_LINK', 'RESET_PASSWORD')
        `);
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
                'DIGEST',
                'INVITATION'
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail"
            ALTER COLUMN "kind" TYPE "public"."mail_kind_old" USING "kind"::"text"::"public"."mail_kind_old"
        `);
    await queryRunner.query(`DROP TYPE "public"."mail_kind"`);
    await queryRunner.query(`ALTER TYPE "public"."mail_kind_old" RENAME TO "mail_kind"`);
    await queryRunner.query(`DROP TABLE "link_request"`);
    await queryRunner.query(`DROP TYPE "public"."link_purpose"`);
    await queryRunner.query(`DROP TABLE "address_confirmation"`);
    await queryRunner.query(`DROP TYPE "public"."confirmation_way"`);
  }
}
