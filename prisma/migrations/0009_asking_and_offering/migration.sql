-- Asking and offering: posts with an area and never a point, answers line by line, threads, blocks,
-- reports and what waits to be told. All words are sealed with a key outside the database.

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "area_cell" TEXT,
ADD COLUMN     "invited_by_id" UUID,
ADD COLUMN     "is_steward" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "notices" TEXT NOT NULL DEFAULT 'digest';

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ability" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "member_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "side" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "is_for_someone" BOOLEAN NOT NULL DEFAULT false,
    "cell" TEXT,
    "center_lng" DOUBLE PRECISION,
    "center_lat" DOUBLE PRECISION,
    "center" geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint("center_lng", "center_lat"), 4326)) STORED,
    "sealed" TEXT,
    "may_answer" TEXT NOT NULL DEFAULT 'neighbours',
    "status" TEXT NOT NULL DEFAULT 'open',
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "counted_until" TIMESTAMPTZ(3),
    "answers_until" TIMESTAMPTZ(3) NOT NULL,
    "needed_by" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_line" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "strength" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "sealed" TEXT,

    CONSTRAINT "post_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "sealed" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_line" (
    "response_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "sealed" TEXT,

    CONSTRAINT "response_line_pkey" PRIMARY KEY ("response_id","line_id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "poster_id" UUID NOT NULL,
    "helper_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "handed_over_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "poster_left_at" TIMESTAMPTZ(3),
    "helper_left_at" TIMESTAMPTZ(3),
    "poster_read_at" TIMESTAMPTZ(3),
    "helper_read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_card" (
    "thread_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_card_pkey" PRIMARY KEY ("thread_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "thread_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("thread_id")
);

-- CreateTable
CREATE TABLE "block" (
    "blocker_id" UUID NOT NULL,
    "blocked_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_pkey" PRIMARY KEY ("blocker_id","blocked_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reporter_id" UUID,
    "about_id" UUID,
    "post_id" UUID,
    "thread_id" UUID,
    "category" TEXT NOT NULL,
    "sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "member_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_tally" (
    "week" DATE NOT NULL,
    "cell" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "post_tally_pkey" PRIMARY KEY ("week","cell","side","category","outcome")
);

-- CreateIndex
CREATE INDEX "ability_member_id_idx" ON "ability"("member_id");

-- CreateIndex
CREATE INDEX "post_member_id_idx" ON "post"("member_id");

-- CreateIndex
CREATE INDEX "post_cell_idx" ON "post"("cell");

-- CreateIndex
CREATE INDEX "post_center_idx" ON "post" USING GIST ("center");

-- CreateIndex
CREATE INDEX "post_status_expires_at_idx" ON "post"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "post_line_post_id_position_key" ON "post_line"("post_id", "position");

-- CreateIndex
CREATE INDEX "response_member_id_idx" ON "response"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_post_id_member_id_key" ON "response"("post_id", "member_id");

-- CreateIndex
CREATE INDEX "response_line_line_id_idx" ON "response_line"("line_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_response_id_key" ON "thread"("response_id");

-- CreateIndex
CREATE INDEX "thread_post_id_idx" ON "thread"("post_id");

-- CreateIndex
CREATE INDEX "thread_poster_id_idx" ON "thread"("poster_id");

-- CreateIndex
CREATE INDEX "thread_helper_id_idx" ON "thread"("helper_id");

-- CreateIndex
CREATE INDEX "message_thread_id_created_at_idx" ON "message"("thread_id", "created_at");

-- CreateIndex
CREATE INDEX "message_sender_id_idx" ON "message"("sender_id");

-- CreateIndex
CREATE INDEX "block_blocked_id_idx" ON "block"("blocked_id");

-- CreateIndex
CREATE INDEX "report_closed_at_created_at_idx" ON "report"("closed_at", "created_at");

-- CreateIndex
CREATE INDEX "report_reporter_id_idx" ON "report"("reporter_id");

-- CreateIndex
CREATE INDEX "report_about_id_idx" ON "report"("about_id");

-- CreateIndex
CREATE INDEX "report_post_id_idx" ON "report"("post_id");

-- CreateIndex
CREATE INDEX "report_thread_id_idx" ON "report"("thread_id");

-- CreateIndex
CREATE INDEX "notice_member_id_idx" ON "notice"("member_id");

-- CreateIndex
CREATE INDEX "notice_created_at_idx" ON "notice"("created_at");

-- CreateIndex
CREATE INDEX "member_invited_by_id_idx" ON "member"("invited_by_id");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ability" ADD CONSTRAINT "ability_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_line" ADD CONSTRAINT "post_line_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_line" ADD CONSTRAINT "response_line_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_line" ADD CONSTRAINT "response_line_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "post_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_poster_id_fkey" FOREIGN KEY ("poster_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_card" ADD CONSTRAINT "place_card_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blocker_id_fkey" FOREIGN KEY ("blocker_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a typing mistake in our own code must not be able to store.
ALTER TABLE "post"
  ADD CONSTRAINT "post_cell_is_h3" CHECK ("cell" ~ '^8[5-8][0-9a-f]{13}$'),
  ADD CONSTRAINT "post_center_goes_with_cell" CHECK (("cell" IS NULL) = ("center_lng" IS NULL) AND ("cell" IS NULL) = ("center_lat" IS NULL)),
  ADD CONSTRAINT "post_side_is_known" CHECK ("side" IN ('request', 'offer'));
ALTER TABLE "post_line" ADD CONSTRAINT "post_line_quantity_is_positive" CHECK ("quantity" BETWEEN 1 AND 999);
ALTER TABLE "response_line" ADD CONSTRAINT "response_line_taken_is_offered" CHECK ("taken" BETWEEN 0 AND "quantity" AND "quantity" >= 1);
ALTER TABLE "block" ADD CONSTRAINT "block_is_of_another" CHECK ("blocker_id" <> "blocked_id");
ALTER TABLE "member" ADD CONSTRAINT "member_area_cell_is_h3" CHECK ("area_cell" ~ '^8[5-8][0-9a-f]{13}$');
