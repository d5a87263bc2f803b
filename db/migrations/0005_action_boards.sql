CREATE TABLE `action_item_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`action_item_id` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_item_changes_by_item` ON `action_item_changes` (`action_item_id`);--> statement-breakpoint
CREATE TABLE `action_item_comments` (
	`id` integer PRIMARY KEY NOT NULL,
	`action_item_id` integer NOT NULL,
	`author_id` integer,
	`author` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_item_comments_by_item` ON `action_item_comments` (`action_item_id`);--> statement-breakpoint
CREATE TABLE `deadline_policies` (
	`priority` text NOT NULL,
	`severity` text NOT NULL,
	`assign_days` integer,
	`finish_days` integer,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`priority`, `severity`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `recurrences` (
	`id` integer PRIMARY KEY NOT NULL,
	`action_item_id` integer NOT NULL,
	`incident_id` integer NOT NULL,
	`answer` text NOT NULL,
	`reason` text,
	`answered_by` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recurrences_by_item` ON `recurrences` (`action_item_id`,`incident_id`);--> statement-breakpoint
CREATE INDEX `recurrences_by_incident` ON `recurrences` (`incident_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`claimed_until` integer,
	`sent_at` integer,
	`problem` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_by_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_recipient` ON `outbox` (`recipient`,`created_at`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`team_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `person_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_members_by_person` ON `team_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`working_days` text NOT NULL,
	`lead_id` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`lead_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_slug_unique` ON `teams` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name_unique` ON `teams` (`name`);--> statement-breakpoint
ALTER TABLE `action_items` ADD `description` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `team_id` integer REFERENCES teams(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `action_items` ADD `deadline_origin` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `deadline_reason` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `from_event_id` integer REFERENCES events(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `action_items` ADD `from_section` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `ticket_url` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `ticket_key` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `evidence_kind` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `evidence` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `drop_reason` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `action_items` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `check_text` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `check_due` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `check_result` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `checked_by` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `checked_at` integer;--> statement-breakpoint
ALTER TABLE `action_items` ADD `snoozed_until` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `snooze_reason` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `snoozed_by` text;--> statement-breakpoint
CREATE INDEX `action_items_by_team` ON `action_items` (`team_id`);--> statement-breakpoint
CREATE INDEX `action_items_by_event` ON `action_items` (`from_event_id`);--> statement-breakpoint
ALTER TABLE `services` ADD `team_id` integer REFERENCES teams(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `services_by_team` ON `services` (`team_id`);