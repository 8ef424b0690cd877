import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795504452923 implements MigrationInterface {
  name = 'Initial1795504452923';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "event" (
                "id" uuid NOT NULL DEFAULT uuidv7(),
                "name" text NOT NULL,
                "actor" uuid,
                "payload" jsonb NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "relayed_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_event_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_event_unrelayed" ON "event" ("id")
            WHERE relayed_at IS NULL
        `);
    await queryRunner.query(`
            CREATE TABLE "handled" (
                "event_id" uuid NOT NULL,
                "handler" text NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_handled_event_id_handler" PRIMARY KEY ("event_id", "handler")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "known_handler" (
                "event" text NOT NULL,
                "handler" text NOT NULL,
                "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_known_handler_event_handler" PRIMARY KEY ("event", "handler")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "parked_job" (
                "event_id" uuid NOT NULL,
                "handler" text NOT NULL,
                "error" text NOT NULL,
                "attempts" integer NOT NULL DEFAULT '1',
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_parked_job_event_id_handler" PRIMARY KEY ("event_id", "handler")
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."organisation_kind" AS ENUM(
                'COMPANY',
                'UNIVERSITY',
                'RESEARCH_INSTITUTE',
                'PUBLIC_BODY',
                'NETWORK'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."district" AS ENUM(
                'COTTBUS',
                'DAHME_SPREEWALD',
                'ELBE_ELSTER',
                'OBERSPREEWALD_LAUSITZ',
                'SPREE_NEISSE',
                'BAUTZEN',
                'GOERLITZ',
                'ELSEWHERE'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."size_class" AS ENUM('MICRO', 'SMALL', 'MEDIUM', 'LARGE')
        `);
    await queryRunner.query(`
            CREATE TABLE "organisation" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "name" text COLLATE "de-x-icu" NOT NULL,
                "kind" "public"."organisation_kind" NOT NULL,
                "municipality" text,
                "district" "public"."district",
                "website" text,
                "sector" text,
                "size_class" "public"."size_class",
                "transfer_email" text,
                "verified_at" TIMESTAMP(3) WITH TIME ZONE,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "ck_organisation_sector" CHECK (sector ~ '^[A-V]$'),
                CONSTRAINT "pk_organisation_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_organisation_name_id" ON "organisation" ("name", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "membership" (
                "account_id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_membership_account_id_organisation_id" PRIMARY KEY ("account_id", "organisation_id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_membership_organisation_id" ON "membership" ("organisation_id")
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."posting_kind" AS ENUM('NEED', 'OFFER')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."locale" AS ENUM('de', 'en')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."cooperation_form" AS ENUM(
                'CONTRACT_RESEARCH',
                'JOINT_PROJECT',
                'EQUIPMENT_USE',
                'THESIS',
                'INTERNSHIP',
                'DUAL_STUDY',
                'DOCTORATE',
                'CONSULTING',
                'LICENCE',
                'TRAINING',
                'GUEST_LECTURE',
                'PILOT',
                'SPIN_OFF'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."visibility" AS ENUM('NAMED', 'BLINDED', 'COORDINATORS_ONLY')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."posting_state" AS ENUM(
                'DRAFT',
                'SUBMITTED',
                'CHANGES_REQUESTED',
                'PUBLISHED',
                'PAUSED',
                'EXPIRED',
                'CLOSED'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."urgency" AS ENUM('LOW', 'NORMAL', 'HIGH')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."budget_band" AS ENUM(
                'NONE',
                'UNDER_10K',
                'UNDER_50K',
                'UNDER_250K',
                'OVER_250K',
                'OPEN'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."offer_kind" AS ENUM(
                'EXPERTISE',
                'RESULT',
                'EQUIPMENT',
                'PATENT',
                'THESIS_TOPIC',
                'TRAINING'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."salutation" AS ENUM('MS', 'MR', 'NONE')
        `);
    await queryRunner.query(`
            CREATE TABLE "posting" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "kind" "public"."posting_kind" NOT NULL,
                "title" text NOT NULL,
                "summary" text NOT NULL DEFAULT '',
                "description" text NOT NULL DEFAULT '',
                "confidential" text,
                "language" "public"."locale" NOT NULL DEFAULT 'de',
                "cooperation_forms" "public"."cooperation_form" array NOT NULL DEFAULT '{}',
                "trl" smallint,
                "district" "public"."district",
                "starts_on" date,
                "ends_on" date,
                "visibility" "public"."visibility" NOT NULL DEFAULT 'NAMED',
                "state" "public"."posting_state" NOT NULL DEFAULT 'DRAFT',
                "version" integer NOT NULL DEFAULT '1',
                "sector" text,
                "size_class" "public"."size_class",
                "published_at" TIMESTAMP(3) WITH TIME ZONE,
                "expires_at" TIMESTAMP(3) WITH TIME ZONE,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "review_note" text,
                "organisation_id" uuid NOT NULL,
                "created_by" uuid,
                "tried" text,
                "goal" text,
                "urgency" "public"."urgency",
                "budget" "public"."budget_band",
                "target_trl" smallint,
                "offer_kind" "public"."offer_kind",
                "evidence" text,
                "orcid" text,
                "dois" text array,
                "contact_salutation" "public"."salutation" DEFAULT 'NONE',
                "contact_academic_title" text,
                "contact_name" text,
                "contact_mail" text,
                "contact_phone" text,
                CONSTRAINT "ck_posting_contact" CHECK (
                    contact_name IS NOT NULL
                    AND contact_mail IS NOT NULL
                ),
                CONSTRAINT "ck_posting_offer_only" CHECK (
                    kind = 'OFFER'
                    OR (
                        offer_kind IS NULL
                        AND evidence IS NULL
                        AND orcid IS NULL
                        AND dois IS NULL
                    )
                ),
                CONSTRAINT "ck_posting_need_only" CHECK (
                    kind = 'NEED'
                    OR (
                        tried IS NULL
                        AND goal IS NULL
                        AND urgency IS NULL
                        AND budget IS NULL
                        AND target_trl IS NULL
                    )
                ),
                CONSTRAINT "ck_posting_published" CHECK (
                    state NOT IN ('PUBLISHED', 'PAUSED')
                    OR published_at IS NOT NULL
                ),
                CONSTRAINT "ck_posting_blinded" CHECK (
                    visibility <> 'BLINDED'
                    OR district IS NOT NULL
                ),
                CONSTRAINT "ck_posting_period" CHECK (ends_on >= starts_on),
                CONSTRAINT "ck_posting_trl" CHECK (
                    trl BETWEEN 1 AND 9
                    AND target_trl BETWEEN 1 AND 9
                ),
                CONSTRAINT "pk_posting_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_posting_organisation_id" ON "posting" ("organisation_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_posting_listed" ON "posting" ("kind", "state", "id")
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."tag_state" AS ENUM('APPROVED', 'SUGGESTED', 'MERGED')
        `);
    await queryRunner.query(`
            CREATE TABLE "tag" (
                "id" text NOT NULL,
                "state" "public"."tag_state" NOT NULL DEFAULT 'APPROVED',
                CONSTRAINT "pk_tag_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "tag_label" (
                "tag_id" text NOT NULL,
                "locale" "public"."locale" NOT NULL,
                "text" text NOT NULL,
                "preferred" boolean NOT NULL DEFAULT false,
                CONSTRAINT "pk_tag_label_tag_id_locale_text" PRIMARY KEY ("tag_id", "locale", "text")
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_tag_label_preferred" ON "tag_label" ("tag_id", "locale")
            WHERE preferred
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."tag_relation_kind" AS ENUM('BROADER', 'RELATED')
        `);
    await queryRunner.query(`
            CREATE TABLE "tag_relation" (
                "tag_id" text NOT NULL,
                "other_id" text NOT NULL,
                "kind" "public"."tag_relation_kind" NOT NULL,
                CONSTRAINT "ck_tag_relation_self" CHECK (tag_id <> other_id),
                CONSTRAINT "pk_tag_relation_tag_id_other_id_kind" PRIMARY KEY ("tag_id", "other_id", "kind")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_tag_relation_other_id" ON "tag_relation" ("other_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "posting_tag" (
                "posting_id" uuid NOT NULL,
                "tag_id" text NOT NULL,
                "weight" smallint NOT NULL,
                "position" smallint NOT NULL,
                CONSTRAINT "ck_posting_tag_position" CHECK (
                    position BETWEEN 0 AND 11
                ),
                CONSTRAINT "ck_posting_tag_weight" CHECK (
                    weight BETWEEN 1 AND 3
                ),
                CONSTRAINT "pk_posting_tag_posting_id_tag_id" PRIMARY KEY ("posting_id", "tag_id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_posting_tag_tag_id" ON "posting_tag" ("tag_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "release" (
                "posting_id" uuid NOT NULL,
                "organisation_id" uuid NOT NULL,
                "match_id" uuid NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_release_posting_id_organisation_id" PRIMARY KEY ("posting_id", "organisation_id")
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."match_state" AS ENUM(
                'SUGGESTED',
                'SNOOZED',
                'DISMISSED',
                'APPROVED',
                'DECLINED',
                'EXPIRED',
                'WITHDRAWN',
                'INTRODUCED',
                'IN_PROGRESS',
                'COLLABORATION',
                'NO_COLLABORATION'
            )
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."match_strength" AS ENUM('STRONG', 'GOOD', 'POSSIBLE')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."answer" AS ENUM('INTERESTED', 'DECLINED', 'QUESTION')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."dismiss_reason" AS ENUM(
                'TOPIC',
                'MATURITY',
                'TIMING',
                'CAPACITY',
                'ALREADY_IN_CONTACT',
                'COMPETITOR',
                'TOO_VAGUE',
                'OTHER'
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "match" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "need_id" uuid NOT NULL,
                "offer_id" uuid NOT NULL,
                "state" "public"."match_state" NOT NULL DEFAULT 'SUGGESTED',
                "version" integer NOT NULL DEFAULT '1',
                "points" smallint NOT NULL,
                "strength" "public"."match_strength" NOT NULL,
                "parts" jsonb NOT NULL,
                "reasons" jsonb NOT NULL,
                "open_questions" jsonb NOT NULL,
                "need_answer" "public"."answer",
                "offer_answer" "public"."answer",
                "need_note" text,
                "offer_note" text,
                "decline_reason" "public"."dismiss_reason",
                "dismiss_reason" "public"."dismiss_reason",
                "note" text,
                "deadline" TIMESTAMP(3) WITH TIME ZONE,
                "snoozed_until" TIMESTAMP(3) WITH TIME ZONE,
                "decided_at" TIMESTAMP(3) WITH TIME ZONE,
                "decided_by" uuid,
                "approved_at" TIMESTAMP(3) WITH TIME ZONE,
                "ever_asked" boolean NOT NULL DEFAULT false,
                "round" integer NOT NULL DEFAULT '0',
                "asked_at" TIMESTAMP(3) WITH TIME ZONE,
                "reminded_at" TIMESTAMP(3) WITH TIME ZONE,
                "assignee_id" uuid,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "uq_match_need_id_offer_id" UNIQUE ("need_id", "offer_id"),
                CONSTRAINT "ck_match_snoozed" CHECK (
                    (state = 'SNOOZED') = (snoozed_until IS NOT NULL)
                ),
                CONSTRAINT "ck_match_points" CHECK (
                    points BETWEEN 0 AND 100
                ),
                CONSTRAINT "ck_match_approved" CHECK (
                    state <> 'APPROVED'
                    OR approved_at IS NOT NULL
                ),
                CONSTRAINT "ck_match_released" CHECK (
                    state NOT IN (
                        'INTRODUCED',
                        'IN_PROGRESS',
                        'COLLABORATION',
                        'NO_COLLABORATION'
                    )
                    OR (
                        approved_at IS NOT NULL
                        AND need_answer = 'INTERESTED'
                        AND offer_answer = 'INTERESTED'
                    )
                ),
                CONSTRAINT "pk_match_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_match_offer_id" ON "match" ("offer_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_match_queue" ON "match" ("state", "points", "id")
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."mail_kind" AS ENUM('ASK', 'REMINDER', 'INTRODUCED', 'DECLINED')
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."mail_state" AS ENUM('QUEUED', 'SENDING', 'SENT', 'REFUSED')
        `);
    await queryRunner.query(`
            CREATE TABLE "outgoing_mail" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "dedupe_key" text NOT NULL,
                "kind" "public"."mail_kind" NOT NULL,
                "match_id" uuid,
                "message_id" text NOT NULL,
                "to_name" text NOT NULL,
                "to_address" text NOT NULL,
                "cc" text array NOT NULL DEFAULT '{}',
                "locale" "public"."locale" NOT NULL,
                "subject" text NOT NULL,
                "html" text NOT NULL,
                "text" text NOT NULL,
                "state" "public"."mail_state" NOT NULL DEFAULT 'QUEUED',
                "attempts" integer NOT NULL DEFAULT '0',
                "last_error" text,
                "next_try_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "leased_until" TIMESTAMP(3) WITH TIME ZONE,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "sent_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "uq_outgoing_mail_dedupe_key" UNIQUE ("dedupe_key"),
                CONSTRAINT "ck_outgoing_mail_sent" CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
                CONSTRAINT "ck_outgoing_mail_leased" CHECK ((state = 'SENDING') = (leased_until IS NOT NULL)),
                CONSTRAINT "pk_outgoing_mail_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_outgoing_mail_match_id" ON "outgoing_mail" ("match_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_outgoing_mail_open" ON "outgoing_mail" ("next_try_at")
            WHERE state IN ('QUEUED', 'SENDING')
        `);
    await queryRunner.query(`
            ALTER TABLE "membership"
            ADD CONSTRAINT "fk_membership_account_id" FOREIGN KEY ("account_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "membership"
            ADD CONSTRAINT "fk_membership_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD CONSTRAINT "fk_posting_organisation_id" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "posting"
            ADD CONSTRAINT "fk_posting_created_by" FOREIGN KEY ("created_by") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_label"
            ADD CONSTRAINT "fk_tag_label_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_relation"
            ADD CONSTRAINT "fk_tag_relation_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_relation"
            ADD CONSTRAINT "fk_tag_relation_other_id" FOREIGN KEY ("other_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_tag"
            ADD CONSTRAINT "fk_posting_tag_posting_id" FOREIGN KEY ("posting_id") REFERENCES "posting"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_tag"
            ADD CONSTRAINT "fk_posting_tag_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "release"
            ADD CONSTRAINT "fk_release_posting_id" FOREIGN KEY ("posting_id") REFERENCES "posting"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD CONSTRAINT "fk_match_need_id" FOREIGN KEY ("need_id") REFERENCES "posting"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD CONSTRAINT "fk_match_offer_id" FOREIGN KEY ("offer_id") REFERENCES "posting"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD CONSTRAINT "fk_match_decided_by" FOREIGN KEY ("decided_by") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD CONSTRAINT "fk_match_assignee_id" FOREIGN KEY ("assignee_id") REFERENCES "auth"."user"("id") ON DELETE
            SET NULL ON UPDATE NO ACTION
        `);

    // What entities can't say: the log is append-only and wakes whoever listens.
    await queryRunner.query(`
            CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'UPDATE' AND (OLD.id, OLD.name, OLD.actor, OLD.payload, OLD.at)
                    IS NOT DISTINCT FROM (NEW.id, NEW.name, NEW.actor, NEW.payload, NEW.at)
                THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION 'event is append-only';
            END $$
        `);
    await queryRunner.query(`
            CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event
            FOR EACH ROW EXECUTE FUNCTION event_is_append_only()
        `);
    await queryRunner.query(`
            CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON event
            FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only()
        `);
    await queryRunner.query(`
            CREATE FUNCTION event_notify() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_notify('event', jsonb_strip_nulls(jsonb_build_object(
                    'name', NEW.name,
                    'match', NEW.payload->'match',
                    'posting', NEW.payload->'posting',
                    'side', NEW.payload->'side'))::text);
                RETURN NULL;
            END $$
        `);
    await queryRunner.query(`
            CREATE TRIGGER event_notify AFTER INSERT ON event
            FOR EACH ROW EXECUTE FUNCTION event_notify()
        `);
    await queryRunner.query(`CREATE INDEX ix_event_match ON event ((payload->>'match'), id)`);
    await queryRunner.query(`CREATE INDEX ix_event_posting ON event ((payload->>'posting'), id)`);
    await queryRunner.query(`
            CREATE UNIQUE INDEX uq_tag_label_text ON tag_label (locale, lower(text))
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX uq_tag_label_text`);
    await queryRunner.query(`DROP INDEX ix_event_posting`);
    await queryRunner.query(`DROP INDEX ix_event_match`);
    await queryRunner.query(`DROP TRIGGER event_notify ON event`);
    await queryRunner.query(`DROP FUNCTION event_notify`);
    await queryRunner.query(`DROP TRIGGER event_is_never_emptied ON event`);
    await queryRunner.query(`DROP TRIGGER event_is_append_only ON event`);
    await queryRunner.query(`DROP FUNCTION event_is_append_only`);
    await queryRunner.query(`
            ALTER TABLE "match" DROP CONSTRAINT "fk_match_assignee_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP CONSTRAINT "fk_match_decided_by"
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP CONSTRAINT "fk_match_offer_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "match" DROP CONSTRAINT "fk_match_need_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "release" DROP CONSTRAINT "fk_release_posting_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_tag" DROP CONSTRAINT "fk_posting_tag_tag_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting_tag" DROP CONSTRAINT "fk_posting_tag_posting_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_relation" DROP CONSTRAINT "fk_tag_relation_other_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_relation" DROP CONSTRAINT "fk_tag_relation_tag_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_label" DROP CONSTRAINT "fk_tag_label_tag_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP CONSTRAINT "fk_posting_created_by"
        `);
    await queryRunner.query(`
            ALTER TABLE "posting" DROP CONSTRAINT "fk_posting_organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "membership" DROP CONSTRAINT "fk_membership_organisation_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "membership" DROP CONSTRAINT "fk_membership_account_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_outgoing_mail_open"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_outgoing_mail_match_id"
        `);
    await queryRunner.query(`
            DROP TABLE "outgoing_mail"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."mail_state"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."mail_kind"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_match_queue"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_match_offer_id"
        `);
    await queryRunner.query(`
            DROP TABLE "match"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."dismiss_reason"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."answer"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."match_strength"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."match_state"
        `);
    await queryRunner.query(`
            DROP TABLE "release"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_posting_tag_tag_id"
        `);
    await queryRunner.query(`
            DROP TABLE "posting_tag"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_tag_relation_other_id"
        `);
    await queryRunner.query(`
            DROP TABLE "tag_relation"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."tag_relation_kind"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."uq_tag_label_preferred"
        `);
    await queryRunner.query(`
            DROP TABLE "tag_label"
        `);
    await queryRunner.query(`
            DROP TABLE "tag"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."tag_state"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_posting_listed"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_posting_organisation_id"
        `);
    await queryRunner.query(`
            DROP TABLE "posting"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."salutation"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."offer_kind"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."budget_band"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."urgency"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."posting_state"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."visibility"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."cooperation_form"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."locale"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."posting_kind"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_membership_organisation_id"
        `);
    await queryRunner.query(`
            DROP TABLE "membership"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_organisation_name_id"
        `);
    await queryRunner.query(`
            DROP TABLE "organisation"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."size_class"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."district"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."organisation_kind"
        `);
    await queryRunner.query(`
            DROP TABLE "parked_job"
        `);
    await queryRunner.query(`
            DROP TABLE "known_handler"
        `);
    await queryRunner.query(`
            DROP TABLE "handled"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_event_unrelayed"
        `);
    await queryRunner.query(`
            DROP TABLE "event"
        `);
  }
}
